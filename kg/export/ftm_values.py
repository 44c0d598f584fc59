"""What FollowTheMoney takes as an id and as the value of a property."""

import re

from kg.graph.filters import ISO_DATE
from kg.records import digest

# The most characters of a value; of a string (title, role, fileName) it takes 1024.
LIMITS = {"name": 384, "alias": 384, "full": 250, "description": 65_000, "summary": 65_000, "notes": 65_000}
LIMIT = 1024

# What the whole value must look like: an http address with a domain, 4096 characters at most; an ISO date.
URL = re.compile(r'https?://[^\s/?#<>"@]+\.[^\W\d_]{2,}(:\d{1,5})?([/?#][^\s<>"]{0,3800})?')
RULES = {"sourceUrl": URL, "date": ISO_DATE, "createdAt": ISO_DATE, "publishedAt": ISO_DATE}

CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # FollowTheMoney deletes these when it cleans

# company:qinghe and said:0f…, with a dot for the colon: it takes letters, digits, dots, hyphens, 200 of them.
PLAIN_ID = re.compile(r"[0-9A-Za-z]([0-9A-Za-z:-]{0,198}[0-9A-Za-z])?")


def ftm_id(id_: str) -> str:
    """The id as it may be written; one too wild or too long is hashed, so that no two become one."""
    return id_.replace(":", ".") if PLAIN_ID.fullmatch(id_) else digest("ftm", id_)


def clean(text: str) -> str:
    """The text with U+FFFD for each control character but tab and line ends."""
    return CONTROL.sub("\ufffd", text)


def fitting(property_: str, text: str) -> str:
    """The text as far as the property takes it: cut with … at the limit; "" if it is no date or address."""
    if rule := RULES.get(property_):
        return text if rule.fullmatch(text) else ""
    limit = LIMITS.get(property_, LIMIT)
    return text if len(text) <= limit else text[: limit - 1] + "…"
