"""Who a speaker is, in our own small articles."""

from collections.abc import Mapping, Sequence

from kg.extract.article import extract
from kg.run.prediction import canonical
from tests.extract.reading import Said, doc
from tests.factory import art


def speakers(
    text: str, names: Mapping[str, str], said: Sequence[Said], source: str = ""
) -> list[tuple[str, str]]:
    """(canonical name, how it was found) of every claim."""
    article = art(text)
    records = extract(doc(text, names, said, source), article)
    mentions = {mention.id: mention for mention in records.mentions}
    return [
        (canonical(mentions[claim.speaker], mentions) if claim.speaker else "", claim.speaker_by)
        for claim in records.claims
    ]


def test_a_name_is_itself() -> None:
    said = [("林晓岚", "表示", "产量会翻番")]
    assert speakers("林晓岚表示，产量会翻番。", {"林晓岚": "person"}, said) == [("林晓岚", "name")]


def test_a_short_form_gets_its_full_name() -> None:
    text = "青禾科技请来卡尔·维斯特。维斯特说，价格会降。"
    names = {"卡尔·维斯特": "person", "维斯特": "person", "青禾科技": "company"}
    assert speakers(text, names, [("维斯特", "说", "价格会降")]) == [("卡尔·维斯特", "full-name")]


def test_a_name_like_a_short_form_before_the_full_name_is_another_person() -> None:
    text = "维斯特说，价格会降。他的弟弟卡尔·维斯特没有到场。"
    names = {"维斯特": "person", "卡尔·维斯特": "person"}
    assert speakers(text, names, [("维斯特", "说", "价格会降")]) == [("维斯特", "name")]


def test_surname_and_title() -> None:
    text = "周见山上任一年了。周总说，明年要扩产。"
    names = {"周见山": "person", "周总": "person"}
    assert speakers(text, names, [("周总", "说", "明年要扩产")]) == [("周见山", "full-name")]


def test_he_is_whom_the_model_names() -> None:
    text = "林晓岚和周见山都到了会场。他说，工厂要搬。"
    names = {"林晓岚": "person", "周见山": "person"}
    said = [("他", "说", "工厂要搬")]
    assert speakers(text, names, said, source="林晓岚") == [("林晓岚", "model")]


def test_he_goes_on_speaking() -> None:
    text = "林晓岚表示，产量会翻番。他还说，工厂要搬。"
    said = [("林晓岚", "表示", "产量会翻番"), ("他", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[1] == ("林晓岚", "context")


def test_the_company_is_a_company_and_no_person() -> None:
    text = "青禾科技的林晓岚表示，产量会翻番。该公司称，工厂要搬。"
    said = [("林晓岚", "表示", "产量会翻番"), ("该公司", "称", "工厂要搬")]
    found = speakers(text, {"林晓岚": "person", "青禾科技": "company"}, said)
    assert found[1] == ("青禾科技", "context")


def test_an_unnamed_source_stays_as_written() -> None:
    text = "一位接近青禾科技的人士透露，工厂要搬。"
    said = [("一位接近青禾科技的人士", "透露", "工厂要搬")]
    assert speakers(text, {"青禾科技": "company"}, said) == [("一位接近青禾科技的人士", "written")]


def test_the_same_unnamed_source_again() -> None:
    text = "一位知情人士透露，工厂要搬。上述知情人士还称，时间未定。"
    said = [("一位知情人士", "透露", "工厂要搬"), ("上述知情人士", "称", "时间未定")]
    assert speakers(text, {}, said)[1] == ("一位知情人士", "context")


def test_figures_speak_for_who_published_them() -> None:
    text = "海川统计局公布的数据显示，产量不高。"
    found = speakers(text, {"海川统计局": "government"}, [("数据", "显示", "产量不高")])
    assert found == [("海川统计局", "owner")]


def test_figures_of_nobody_stay_figures() -> None:
    text = "林晓岚没有来。数据显示，产量不高。"
    assert speakers(text, {"林晓岚": "person"}, [("数据", "显示", "产量不高")]) == [("数据", "written")]


def test_data_are_no_he() -> None:
    text = "林晓岚到了会场。公开资料显示，产量不高。他说，工厂要搬。"
    said = [("公开资料", "显示", "产量不高"), ("他", "说", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[1] == ("林晓岚", "context")


def test_from_somebody_is_that_somebody() -> None:
    text = "记者从林晓岚处获悉，工厂要搬。"
    found = speakers(text, {"林晓岚": "person"}, [("林晓岚处", "获悉", "工厂要搬")])
    assert found == [("林晓岚", "owner")]


def test_a_paper_speaks_for_its_owner() -> None:
    text = "海川证券研报认为，价格会降。"
    found = speakers(text, {"海川证券": "company"}, [("海川证券研报", "认为", "价格会降")])
    assert found == [("海川证券", "owner")]


def test_i_am_whoever_is_speaking() -> None:
    text = "林晓岚：我说过，工厂要搬。"
    said = [("林晓岚", "：", "我说过，工厂要搬"), ("我", "说过", "工厂要搬")]
    assert speakers(text, {"林晓岚": "person"}, said)[1] == ("林晓岚", "context")


def test_nobody_is_nobody() -> None:
    assert speakers("据了解，工厂要搬。", {}, [(None, "据了解", "工厂要搬")]) == [("", "none")]


def test_a_surname_alone_gets_the_full_name() -> None:
    text = "林晓岚来了。林说，要涨价。"
    names = {"林晓岚": "person", "林": "person"}
    assert speakers(text, names, [("林", "说", "要涨价")]) == [("林晓岚", "full-name")]


def test_where_no_speaker_stands_the_likely_source_speaks() -> None:
    text = "林晓岚出席了会议，并说要涨价。"
    assert speakers(text, {"林晓岚": "person"}, [(None, "说", "要涨价")], "林晓岚") == [("林晓岚", "model")]


def test_a_title_behind_the_name_is_no_part_of_it() -> None:
    text = "林晓岚法官说，要涨价。"
    names = {"林晓岚": "person", "法官": "position"}
    assert speakers(text, names, [("林晓岚法官", "说", "要涨价")]) == [("林晓岚", "name")]


def test_a_firms_short_form_gets_its_full_name() -> None:
    text = "青禾集团上周开会。青禾表示，要涨价。"
    names = {"青禾集团": "company", "青禾": "company"}
    assert speakers(text, names, [("青禾", "表示", "要涨价")]) == [("青禾集团", "full-name")]


def test_the_third_person_in_a_quote_is_not_who_is_quoted() -> None:
    text = "周见山走了。林晓岚说：“他说工厂要搬。”"
    names = {"周见山": "person", "林晓岚": "person"}
    said = [("林晓岚", "说", "他说工厂要搬"), ("他", "说", "工厂要搬")]
    assert speakers(text, names, said)[1] == ("周见山", "context")


def test_neither_where_who_is_quoted_stands_behind_the_quote() -> None:
    text = "周见山走后林晓岚来了。“他说工厂要搬。”林晓岚介绍。"
    names = {"周见山": "person", "林晓岚": "person"}
    said = [("他", "说", "工厂要搬"), ("林晓岚", "介绍", "他说工厂要搬")]
    assert speakers(text, names, said)[0] == ("周见山", "context")


def test_nor_in_an_answer() -> None:
    text = "周见山走了。林晓岚：他说工厂要搬。"
    names = {"周见山": "person", "林晓岚": "person"}
    said = [("林晓岚", "：", "他说工厂要搬"), ("他", "说", "工厂要搬")]
    assert speakers(text, names, said)[1] == ("周见山", "context")


def test_without_quotation_marks_he_may_be_the_speaker() -> None:
    text = "周见山走了。林晓岚说，他认为工厂要搬。"
    names = {"周见山": "person", "林晓岚": "person"}
    said = [("林晓岚", "说", "他认为工厂要搬"), ("他", "认为", "工厂要搬")]
    assert speakers(text, names, said)[1] == ("林晓岚", "context")


def test_who_is_told_does_not_tell() -> None:
    text = "周见山给林晓岚说，工厂要搬。"
    names = {"周见山": "person", "林晓岚": "person"}
    said = [("林晓岚", "说", "工厂要搬")]
    assert speakers(text, names, said) == [("", "none")]
    assert speakers(text, names, said, source="周见山") == [("周见山", "model")]
    assert speakers(text, names, [(None, "说", "工厂要搬")], source="林晓岚") == [("", "none")]


def test_who_is_asked_tells() -> None:
    text = "记者向林晓岚了解到，工厂要搬。"
    found = speakers(text, {"林晓岚": "person"}, [("林晓岚", "了解", "工厂要搬")])
    assert found == [("林晓岚", "name")]
