"""Who made the page (责任编辑：李四): labels that look like a speaker's and are none."""

import re

MAKERS = ("责任编辑", "责编", "编辑", "主编", "校对", "作者", "来源", "编译", "审核", "统筹", "出品")
_BYLINE = re.compile(f"[（(]?(?:{'|'.join(MAKERS)})[：:]|举报/反馈")
LONGEST = 8  # characters before a colon in which such a word stands


def is_byline(text: str, colon: int) -> bool:
    """Whether the label before a colon names a maker of the page, or its reporter (记者：王五)."""
    return text[max(0, colon - LONGEST) : colon].strip().endswith((*MAKERS, "记者"))


def first_byline(text: str, start: int, end: int) -> int | None:
    """Where the first byline between two places begins; None if there is none."""
    found = _BYLINE.search(text, start, end)
    return found.start() if found else None
