"""Denied and hedged claims: words in and beside the cue and at the content's beginning, or the model."""

import re

from kg.extract.found import Cue

_DENYING_CUE = re.compile("否认|驳斥|反驳|不认为|不同意|拒绝|澄清|辟谣|反对|不相信|不看好|不担心")
_NOT_SAID = re.compile("未|没有|并不|拒绝|从不")  # 没有明确表示
_DENIED = re.compile(
    "并不|并未|没有|不是|不会|不再|不存在|不属实|从未|绝不|绝非|并非|无意|不打算|不认为|不可能|不应|不知"
)
_GUESSING_CUE = re.compile("预计|预测|估计|怀疑|猜测|预期|料|可能")
_HEDGE = re.compile("可能|或(?!者|许可|缺|多或少)|预计|估计|怀疑|不确定|传闻|也许|大概|恐怕|似乎|未必|不排除")

# Long contents hold some negation or hedge nearly always; only the main clause's counts.
# Figures: best F1 of a sweep over the training articles.
DENIED_WITHIN, DENIED_LENGTH = 20, 45
HEDGED_WITHIN, HEDGED_LENGTH = 30, 100

NEGATED_CHANCE = 0.7  # this and the next: best F1 of a sweep over the select articles
HEDGED_CHANCE = 0.8


def is_negated(text: str, cue: Cue, content: str) -> bool:
    """Whether the cue denies (否认), the main clause of a short content is negated, or the model says so."""
    if cue.negated >= NEGATED_CHANCE:
        return True
    before = text[max(0, cue.span.start - 4) : cue.span.start]
    if _DENYING_CUE.search(cue.text) or _NOT_SAID.search(before + cue.text):
        return True
    clause = re.split("[，。！？；：]", content, maxsplit=1)[0]
    return len(content) <= DENIED_LENGTH and bool(_DENIED.search(clause[:DENIED_WITHIN]))


def is_hedged(cue: Cue, content: str) -> bool:
    """Whether the cue guesses (预计), the content begins with a hedge (可能), or the model says so."""
    if cue.hedged >= HEDGED_CHANCE or _GUESSING_CUE.search(cue.text):
        return True
    return len(content) <= HEDGED_LENGTH and bool(_HEDGE.search(content[:HEDGED_WITHIN]))
