"""Unsure pairs decided one after the other; every verdict is written at once, so it can stop and go on."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from kg.errors import KgError, QueryError
from kg.names import name_key
from kg.records import PERSON, Verdict
from kg.resolve.doubts import Pair, Question, is_open, question
from kg.resolve.names import NameDecision, judge_sides, take_back
from kg.resolve.uses import held, sides_of
from kg.store import Store

Key = Literal["same", "different", "unsure", "undo", "next", "stop"]

LAST = "That was the last pair; z takes the last verdict back, any other key ends."
VERDICTS: dict[Key, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}


class Reviewed(Struct, frozen=True, kw_only=True):
    """How a round went: the verdicts that stand, and how many pairs are left to decide."""

    same: int = 0
    different: int = 0
    unsure: int = 0
    left: int = 0


class Round:
    """Pairs in their order, the one at hand, and the verdicts given so far, which can be taken back."""

    def __init__(self, store: Store, pairs: Sequence[Pair], *, by: str = PERSON) -> None:
        self._store, self._pairs, self._by = store, list(pairs), by
        self._at, self._made = 0, list[tuple[int, NameDecision]]()

    def question(self) -> Question | None:
        """The pair at hand, or None after the last; what earlier verdicts settled is passed over."""
        while self._at < len(self._pairs):
            if is_open(self._store, self._pairs[self._at], held(self._store)):
                return question(self._store, self._pairs[self._at])
            self._at += 1
        return None

    @property
    def has_verdicts(self) -> bool:
        """Whether a verdict was given that can be taken back."""
        return bool(self._made)

    @property
    def place(self) -> str:
        """3 of 41."""
        return f"{self._at + 1} of {len(self._pairs)}"

    def decide(self, verdict: Verdict) -> NameDecision:
        """Write a verdict on the pair at hand, and go on; QueryError if another judgement forbids it."""
        pair = self._pairs[self._at]
        here = question(self._store, pair)
        entities = [self._store.entity(side.id) for side in (here.left, here.right)]
        if entities[0] is None or entities[1] is None:
            raise QueryError(f"{here.left.name} and {here.right.name} are no pair any more.")
        ends = (entities[0], name_key(here.left.name)), (entities[1], name_key(here.right.name))
        sides = sides_of(self._store, *ends, verdict)
        decision = judge_sides(self._store, *sides, verdict, by=self._by)
        self._made.append((self._at, decision))
        self._at += 1
        return decision

    def skip(self) -> None:
        """Go on without a verdict."""
        self._at += 1

    def undo(self) -> NameDecision | None:
        """Take the last verdict of this round back, and return to its pair; None if there is none."""
        if not self._made:
            return None
        self._at, decision = self._made.pop()
        return take_back(self._store, decision.pairs, by=self._by)

    def result(self) -> Reviewed:
        """What stands of this round."""
        counts = Counter(decision.verdict for _, decision in self._made)
        holding = held(self._store)
        return Reviewed(
            same=counts["same"],
            different=counts["different"],
            unsure=counts["unsure"],
            left=sum(is_open(self._store, pair, holding) for pair in self._pairs),
        )


def review(
    round_: Round,
    *,
    key: Callable[[], Key],
    show: Callable[[Question, str], None],
    tell: Callable[[str, NameDecision | None], None],
) -> Reviewed:
    """Ask about each pair to the last, or until somebody stops; what cannot be done is told, and passed."""
    while (here := round_.question()) or round_.has_verdicts:
        if here:
            show(here, round_.place)
        else:
            tell(LAST, None)
        pressed = key()
        if pressed == "stop" or (not here and pressed != "undo"):
            break
        try:
            _do(round_, pressed, tell)
        except KgError as error:
            tell(str(error), None)
            round_.skip()
    return round_.result()


def _do(round_: Round, pressed: Key, tell: Callable[[str, NameDecision | None], None]) -> None:
    if pressed == "next":
        round_.skip()
    elif pressed == "undo":
        undone = round_.undo()
        tell("Took back the last verdict." if undone else "There is no verdict to take back.", undone)
    else:
        tell(pressed.capitalize(), round_.decide(VERDICTS[pressed]))
