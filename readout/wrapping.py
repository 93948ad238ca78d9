"""Whether the lines of a plain text are paragraphs, or were only broken at a width."""

from itertools import pairwise
from statistics import median

WIDEST_WRAP = 100
FEWEST_LINES = 4
USUAL_WIDTH = 50
FINISHED = (".", "?", "!", '"', "”", "’", ":")


def is_hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a width, as in old mail, and so mean nothing.

    So it is when lines are of one length, most end in the middle of a sentence, and most of
    those go on in lower case: a list of headlines has the first two marks but not the third.
    """
    lines = [line.strip() for line in text.split("\n")]
    widths = [len(line) for line in lines if line]
    if len(widths) < FEWEST_LINES or max(widths) > WIDEST_WRAP or median(widths) < USUAL_WIDTH:
        return False
    followed = [
        following
        for line, following in pairwise(lines)
        if line and following and not line.endswith(FINISHED)
    ]
    going_on = sum(following[0].islower() for following in followed)
    return len(followed) >= len(widths) / 2 and going_on > len(followed) / 2
