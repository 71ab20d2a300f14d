"""Native charts beside the small tables that they are drawn from: a reader sees the figures and can change the chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.drawing.text import Font as DrawingFont

from sanctions.workbook.layout import Sheet
from sanctions.workbook.styles import FONT, NAVY

ROW = 0.55
"""Centimetres that a bar takes: about the height of a row."""

_LEAST_HEIGHT = 5.2
_MANY, _VERY_MANY = 6, 12

Rows = tuple[int, int]
"""The first and the last row of a small table on its sheet."""


def tally(sheet: Sheet, headings: tuple[str, str], rows: Sequence[tuple[str, int]]) -> Rows:
    """A small table of counts in the first two columns; gives its first and last row."""
    sheet.row(list(headings), ["header", "header"])
    first = sheet.at
    for label, number in rows:
        sheet.row([label, number], ["text", "integer"])
    return first, sheet.at - 1


def bars(
    sheet: Sheet, title: str, rows: Rows, anchor: str, *, width: float, height: float = 0.0, lying: bool = True, colour: str = NAVY
) -> None:
    """A chart of the table in ``rows``, its corner at ``anchor``; ``width`` and least ``height`` in centimetres.

    The bars lie, one a row from the top, or stand, one a column from the left.
    """
    chart = BarChart()
    direction: Literal["bar", "col"] = "bar" if lying else "col"
    chart.type, chart.style, chart.legend = direction, 10, None
    chart.title, chart.gapWidth = chart_title(title), 60 if lying else 30
    least = ROW * (rows[1] - rows[0] + 1) if lying else 0.0
    chart.width, chart.height = width, max(_LEAST_HEIGHT, height, least)  # type: ignore[assignment]  # need not be whole numbers
    chart.add_data(Reference(sheet.raw, min_col=2, min_row=rows[0], max_row=rows[1]))
    chart.set_categories(Reference(sheet.raw, min_col=1, min_row=rows[0], max_row=rows[1]))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=colour)
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False)
    if lying:
        chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1
    if lying and rows[1] - rows[0] >= _MANY:  # else every second name is left out
        look = ParagraphProperties(defRPr=CharacterProperties(sz=700))
        chart.x_axis.txPr = RichText(p=[Paragraph(pPr=look, endParaRPr=CharacterProperties())])
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    sheet.raw.add_chart(chart, anchor)


def stacked(
    sheet: Sheet,
    title: str,
    rows: Rows,
    columns: Sequence[tuple[int, str]],
    anchor: str,
    *,
    width: float,
    height: float = 0.0,
    lying: bool = True,
    axis: str = "",
) -> float:
    """A chart of several columns of counts on one another, each with its colour, under their headings; gives its height.

    ``rows`` are those of the figures, whose headings stand above them; ``axis`` says what the figures count. The parts
    have no figures on them: the table beside has.
    """
    chart = BarChart()
    direction: Literal["bar", "col"] = "bar" if lying else "col"
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = direction, "stacked", 100, 40
    chart.title = chart_title(title)
    tall = max(_LEAST_HEIGHT, height, ROW * (rows[1] - rows[0] + 1) + 1.8 if lying else 0.0)
    chart.width, chart.height = width, tall  # type: ignore[assignment]  # need not be whole numbers
    for column, colour in columns:
        chart.add_data(Reference(sheet.raw, min_col=column, min_row=rows[0] - 1, max_row=rows[1]), titles_from_data=True)
        chart.series[-1].graphicalProperties = GraphicalProperties(solidFill=colour)
    chart.set_categories(Reference(sheet.raw, min_col=1, min_row=rows[0], max_row=rows[1]))
    chart.x_axis.tickLblSkip = 1
    if lying:
        chart.x_axis.scaling.orientation = "maxMin"
    small = 500 if lying and rows[1] - rows[0] >= _VERY_MANY else 700  # else every second name is left out
    look = ParagraphProperties(defRPr=CharacterProperties(sz=small))
    chart.x_axis.txPr = RichText(p=[Paragraph(pPr=look, endParaRPr=CharacterProperties())])
    chart.x_axis.delete, chart.y_axis.delete = False, False
    chart.y_axis.scaling.min, chart.y_axis.number_format = 0, "0"
    chart.y_axis.majorGridlines, chart.y_axis.title = None, axis or None
    if chart.legend:
        chart.legend.position = "b"
    sheet.raw.add_chart(chart, anchor)
    return tall


def chart_title(text: str) -> Title:
    """A title in the report's own font, of 10 points, above the bars."""
    look = CharacterProperties(sz=1000, b=True, latin=DrawingFont(typeface=FONT), solidFill=NAVY)
    words_of_it = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=text)])
    return Title(tx=Text(rich=RichText(p=[words_of_it])), overlay=False)
