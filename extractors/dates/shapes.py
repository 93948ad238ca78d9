"""The shapes that dates are written in, as regular expressions in verbose form.

Each repeats nothing without a bound, so that none takes longer than the text is long.
"""

# White space is layout here; a space that counts is written [ ]. Names in braces are parts.
PHRASES = {
    "BEFORE": r"(?:(?P<weekday>{any_weekday}),?[ ]{1,2}(?:the[ ])?)?",
    "WHICH_YEAR": r"(?P<which>last|this|next|the[ ]same|that)[ ]year\b",
    "PART": r"""(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater|[Ee]arlier
        |(?:the[ ])?(?:end|start|beginning|middle)[ ](?:of|in))""",
    "DAYPART": r"(?:[ ](?P<daypart>morning|afternoon|evening|night))?",
    "RELATIVE": r"""(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he[ ](?:past|previous|coming)
        |[Tt]his[ ](?:past|coming)|[Pp]ast|[Cc]oming)""",
    "UNIT": r"(?:day|week|month|year|quarter)",
}
PHRASES["YEAR_AFTER"] = rf"""(?:(?:,[ ]?|[ ](?:of[ ])?)(?P<year>{{year}})
    |[ ](?:of[ ])?{PHRASES["WHICH_YEAR"]})?"""
SHAPES = {
    "day_range": r"""<BEFORE>(?P<month>{month})[ ](?P<day>{ordinal}){dash}(?P<last>{ordinal})
        <YEAR_AFTER>""",
    "range_day": r"""(?P<day>{number}(?:st|nd|rd|th)?){dash}(?P<last>{ordinal})[ ](?:of[ ])?
        (?P<month>{month})<YEAR_AFTER>""",
    "month_day": r"<BEFORE>(?P<month>{month})[ ](?P<day>{ordinal})<YEAR_AFTER>",
    "day_month": r"<BEFORE>(?P<day>{ordinal})[ ](?:of[ ])?(?P<month>{month})<YEAR_AFTER>",
    "month_year": r"""(?P<month>{month}),?[ ](?:(?:of|in)[ ])?
        (?:(?P<year>{year})|<WHICH_YEAR>)""",
    "part_of_month": r"""(?P<part><PART>)[ -](?P<month>{full_month})
        (?:,?[ ](?:of[ ])?(?P<year>{year}))?""",
    "part_of_named_month": r"""(?:[Tt]he[ ])?(?P<place>first|second|third|fourth|last)[ ]
        (?P<unit>week|half|days)[ ](?:of|in)[ ](?P<month>{full_month})
        (?:,?[ ](?:of[ ])?(?P<year>{year}))?""",
    "part_of_year": r"(?P<part><PART>)[ -](?P<year>{year})",
    "part_of_period": r"""(?P<part><PART>)[ ](?P<relative>last|next|this|the)[ ]
        (?P<unit>week|month|year|quarter|decade)\b""",
    "iso": r"(?P<year>\d{4})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)",
    "numeric": r"""(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)
        (?P<year>\d{4}|\d\d)(?![\d/]|[.,]\d)""",
    "years": r"(?P<year>{year})(?:[-/–]|[ ]–[ ])(?P<last>\d\d|\d{4})(?![\d/–-])\b",
    "year": r"(?P<year>{year})",
    "weekday_range": r"(?P<weekday>{weekday}){dash}(?P<last>{weekday})",
    "weekday": r"(?:(?P<relative><RELATIVE>)[ ])?(?P<weekday>{weekday})(?!s\b)<DAYPART>",
    "deictic": r"""(?P<word>[Tt]he[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow)
        |[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight
        |[Tt]his[ ](?:morning|afternoon|evening)|[Ll]ast[ ](?:night|evening))<DAYPART>\b""",
    "period": r"(?P<relative><RELATIVE>)[ ](?P<unit>week|weekend|month|quarter|year)\b",
    "weekend": r"(?P<relative>[Tt]he)[ ](?P<unit>weekend)\b",
    "season": r"(?P<relative>[Ll]ast|[Nn]ext|[Tt]his|the)[ ](?P<season>{season})\b",
    "season_year": r"(?P<season>{season})[ ](?:of[ ])?(?P<year>{year})(?:[-–]\d\d\b)?",
    "month": r"""(?:(?P<relative>[Ll]ast|[Nn]ext|[Tt]his(?:[ ](?:past|coming))?)[ ])?
        (?P<month>{full_month}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)""",
    "ago": r"""(?:(?P<count>{count})(?:[ ](?P<half>and[ ]a[ ]half))?|(?P<couple>[Aa][ ]couple[ ]of))
        [ ](?P<unit><UNIT>|fortnight|hour|minute)s?[ ]ago\b
        (?:[ ](?P<same>today|tomorrow|yesterday|this[ ](?:week|month))\b<DAYPART>)?""",
    "from_now": r"(?P<count>{count})[ ](?P<unit><UNIT>)s?[ ]from[ ]now\b",
    "rolling": r"""(?P<relative>[Tt]he[ ](?:past|last|next|coming|previous|preceding))[ ]
        (?P<count>{count})[ ](?P<unit>hour|<UNIT>)s\b""",
    "later": r"""(?P<count>{count})[ ](?P<unit><UNIT>|fortnight)s?[ ]
        (?P<way>later|earlier|afterwards)\b""",
    "next_to": r"""[Tt]he[ ](?:very[ ])?(?P<which>next|following|previous|preceding|same)[ ]
        (?P<unit><UNIT>)\b""",
    "decade": r"(?:(?P<decade>1[5-9]\d0|20\d0)s|(?<=the[ ])(?:1[5-9]\d0|20\d0)['’]s)\b",
    "century": r"""(?P<century>{centuries}|(?:[1-9]|1\d|2[01])(?:st|nd|rd|th))[ -][Cc]entury\b
        (?![ ][A-Z]|[ ]\(?BC)""",
    "decade_word": r"""(?:[Tt]he[ ]|(?<=\d\d0s[ ]and[ ])|(?<=[Tt]he[ ]\d0s[ ]and[ ]))
        (?:['’]?(?P<short>[2-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties
        |seventies|eighties|nineties))\b""",
    "that": r"[Tt]hat[ ](?:same[ ])?(?P<unit>day|week|month|year)\b",
    "day_before": r"[Tt]he[ ](?P<unit>day)[ ](?P<way>before|after)(?=[.,;]|[ ]and\b|$)",
    "quarter": r"""(?:[Tt]he[ ])?(?P<ordinal>{quarters})[ -]quarter[ ](?:of[ ])?
        (?:(?P<year>{year})|(?P<which>last|this|next)[ ]year)""",
    "quarter_code": r"Q(?P<number>[1-4])(?:,?[ ]?(?:of[ ])?(?P<year>{year}))?\b",
    "named_day": r"""(?:(?<=[Oo]n[ ])|(?<=[Ss]ince[ ])|(?<=[Aa]fter[ ])|(?<=[Bb]efore[ ])
        |(?<=[Uu]ntil[ ])|(?<=[Dd]uring[ ]))(?:{named_day})(?![\d/-])""",
    "last_century": r"(?:[Tt]he[ ])?[Ll]ast[ ]century\b|(?<=of[ ])[Tt]he[ ]past[ ]century\b",
    "feast": r"(?P<feast>{feast})(?:,?[ ](?P<year>{year}))?",
}
GUARD = r"(?<![\w$£€₹¥\#/.,–-])"  # no part of a longer word, number, sum or path
