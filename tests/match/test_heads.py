import msgspec

from kg.match.clusters import Apart, Clusters, Join
from kg.match.compare import compare
from kg.match.heads import HEADS, join_alike, speaks_against
from kg.match.profile import Bearer, Profile
from kg.names import name_key


def brr(name: str, *, mentions: int = 3) -> Bearer:
    return Bearer(id=name, key=name_key(name), profile=Profile(name=name, type="person"), mentions=mentions)


def joined(
    *pairs: tuple[str, str], members: tuple[Bearer, ...], score: float = 0.95
) -> tuple[Clusters, list[Apart]]:
    clusters = Clusters()
    joins = [Join(left, right, score, "因") for left, right in pairs]
    return clusters, list(join_alike(clusters, joins, members))


JOHN, WILL, SMITH = brr("约翰·史密斯", mentions=9), brr("威廉·史密斯"), brr("史密斯", mentions=30)


def test_two_who_differ_are_not_joined_through_a_third() -> None:
    clusters, apart = joined(
        ("威廉·史密斯", "史密斯"), ("约翰·史密斯", "史密斯"), members=(JOHN, WILL, SMITH)
    )
    assert clusters.find("约翰·史密斯") == clusters.find("史密斯") != clusters.find("威廉·史密斯")
    assert [(one.left, one.right) for one in apart] == [("威廉·史密斯", "约翰·史密斯")]
    assert "first names differ" in apart[0].reason


def test_of_equally_sure_joins_that_of_the_most_mentioned_goes_first() -> None:
    will = brr("威廉·史密斯", mentions=12)
    clusters, _ = joined(("约翰·史密斯", "史密斯"), ("威廉·史密斯", "史密斯"), members=(JOHN, will, SMITH))
    assert clusters.find("威廉·史密斯") == clusters.find("史密斯") != clusters.find("约翰·史密斯")


def test_names_of_which_nothing_speaks_keep_nobody_apart() -> None:
    silent = compare(Profile("Toma Lanbe", "person"), Profile("加格埃·阿兰巴", "person"))
    assert (silent.verdict, silent.reasons) == ("different", ())
    assert not speaks_against(silent)


def test_only_the_best_known_members_are_asked() -> None:
    crowd = tuple(
        msgspec.structs.replace(SMITH, id=f"史密斯{number}", mentions=50) for number in range(HEADS)
    )
    pairs = [(one.id, "约翰·史密斯") for one in crowd]
    clusters, apart = joined(*pairs, ("威廉·史密斯", "史密斯0"), members=(*crowd, JOHN, WILL))
    assert clusters.find("威廉·史密斯") == clusters.find("约翰·史密斯")
    assert apart == []
