"""The finished file: the same bytes for the same input, and never half a report in place of a whole one."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from sanctions.errors import OutputError

_EPOCH = (1980, 1, 1, 0, 0, 0)


class SteadyZip(ZipFile):
    """A ZIP whose members carry no clock: all are dated 1980-01-01, the earliest date that a ZIP can say."""

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):  # type: ignore[no-untyped-def]  # as in zipfile
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(_member(name), data, compress_type, compresslevel)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):  # type: ignore[no-untyped-def]  # as in zipfile
        with Path(filename).open("rb") as source, self.open(_member(str(arcname or filename)), "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target, 1 << 20)


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def save(workbook: Workbook, path: Path) -> None:
    """Write the workbook to ``path`` as it is, with the document properties that it has."""
    with SteadyZip(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(workbook, archive).write_data()


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Gives a path beside ``path`` to write to; on success it takes the place of ``path``, else it is removed.

    Raises OutputError, with what to do about it, if the file cannot be written; ``path`` is then as it was.
    """
    target = path.resolve()
    _refuse_if_impossible(target, path)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.touch()  # an impossible place is told before the work, not after it
        yield part
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        part.replace(target)
    except (OSError, LxmlError) as problem:
        raise OutputError(f"{path}: the report could not be written: {_reason(problem, target)}") from problem
    finally:
        with suppress(OSError):  # a read-only folder refuses even to look
            part.unlink(missing_ok=True)


def _refuse_if_impossible(target: Path, path: Path) -> None:
    if target.is_dir():
        raise OutputError(f"{path}: this is a folder. Give the name of a file in it, such as {path / 'report.xlsx'}.")
    if not target.parent.is_dir():
        raise OutputError(f"{path}: the folder {target.parent} does not exist. Create it, or choose another.")
    for lock in (target.with_name(f"~${target.name}"), target.with_name(f".~lock.{target.name}#")):
        if lock.exists():
            raise OutputError(
                f"{path}: the file is open in a spreadsheet program ({lock.name} stands beside it). Close it there, or choose another "
                f"name; if no program has it open, delete {lock.name}."
            )


def _reason(problem: Exception, target: Path) -> str:
    number = getattr(problem, "errno", None)
    text = str(problem)
    if number in (errno.ENOSPC, errno.EDQUOT) or "ENOSPC" in text or "No space left" in text:
        return "the disk is full. Free some space or choose another folder; any earlier report is unchanged."
    if isinstance(problem, PermissionError) or number == errno.EROFS:
        if target.exists():
            return "it may be open in Excel, or you may not write there. Close it or choose another name; the earlier report is unchanged."
        return "you may not write in that folder. Choose another."
    return f"{getattr(problem, 'strerror', None) or text}. Any earlier report is unchanged."
