from kg.graph.support import is_supported
from kg.text import fingerprint
from tests.factory import TEXT

STORIES = (
    TEXT * 3,
    "某某集团宣布，位于江城的新工厂将于明年三月投产，预计年产电池十万套，新增岗位两千个。" * 3,
    "赵六在年会上谈到，农村电商仍有很大的空间，物流成本三年来下降了近四成。" * 3,
)


def test_reprints_are_one_story():
    reprint = "【转载】" + STORIES[0]
    assert fingerprint(reprint) != fingerprint(STORIES[0])
    assert not is_supported(map(fingerprint, (STORIES[0], reprint, STORIES[0])), 2)


def test_different_stories_count_each():
    assert is_supported(map(fingerprint, STORIES), 3)
    assert not is_supported(map(fingerprint, STORIES), 4)


def test_no_article_supports_nothing():
    assert not is_supported([], 1)
