"""Words for countries and regions, in the one form that ``names.organisations`` brings them to (ISO 3166-1's English short names)."""

from __future__ import annotations

COUNTRIES = frozenset(
    """
    afghanistan albania algeria andorra angola anguilla antigua arabia argentina armenia aruba australia austria azerbaijan bahamas
    bahrain bangladesh barbados barbuda belarus belgium belize benin bermuda bhutan bissau bolivia bosnia botswana brazil britain brunei
    bulgaria burkina burma burundi cambodia cameroon canada cayman chad chechnya chile china colombia comoros congo crimea croatia cuba
    curacao cyprus czech czechia denmark djibouti dominica dominican donetsk ecuador egypt emirates england eritrea estonia eswatini
    ethiopia faso fiji finland france gabon gambia georgia germany ghana gibraltar greece greenland grenada guatemala guernsey guinea
    guyana haiti herzegovina hk holland honduras hong hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
    jersey jordan kazakhstan kenya kiribati kong korea kosovo kuwait kyrgyzstan lanka laos latvia lebanon leone lesotho liberia libya
    liechtenstein lithuania luhansk luxembourg macao macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
    mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
    pakistan palestine panama papua paraguay peru philippines poland portugal qatar rica rok romania russia rwanda samoa saudi scotland
    senegal serbia seychelles sierra singapore slovakia slovenia somalia spain sri sudan suriname swaziland sweden switzerland syria
    taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkiye turkmenistan uae uganda ukraine uruguay usa
    uzbekistan vanuatu vatican venezuela vietnam wales yemen zaire zambia zealand zimbabwe
    """.split()
)
"""A body's country is left out or added from one spelling of its name to another; another country is another body."""

PLACES = COUNTRIES | frozenset(
    """
    africa america americas asia bay beijing beirut cape central city coast costa damascus district dprk dubai east eastern eu europe
    far geneva global gulf hamburg hongkong island islands istanbul ivory london macau marshall middle moscow north northern offshore
    overseas pacific prc province pyongyang region republic shanghai sharjah shenzhen south southern state tehran uk us verde west
    western worldwide zurich
    """.split()
)
"""What stands in brackets behind the name of one of several sister bodies."""
