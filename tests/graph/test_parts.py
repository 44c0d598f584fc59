from kg.graph.parts import LABEL_CHARS, claim_node
from tests.factory import art, clm, men


def test_a_long_claim_has_a_short_label_and_its_whole_content():
    words = "样机会准时交付，\n" * 20
    article = art(f"张三说，{words}")
    node = claim_node(clm(article, men(article, "张三", "person"), "说", words), article, words)
    assert node.attrs["content"] == words
    assert len(node.label) == LABEL_CHARS
    assert node.label.startswith("样机会准时交付， 样机会准时交付，")
    assert node.label.endswith("…")


def test_a_short_claim_is_its_own_label():
    article = art("张三说，明年见。")
    node = claim_node(clm(article, men(article, "张三", "person"), "说", "明年见"), article, "明年见")
    assert node.label == "明年见"
