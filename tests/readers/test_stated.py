from kg.readers.stated import Fields, Names


def test_the_best_name_wins_and_the_others_are_kept():
    stated = Fields({"date": "2024", "published": "2024-04", "Source": "青禾日报"}).stated()
    assert (stated.published, stated.outlet, stated.meta) == ("2024-04", "青禾日报", {"date": "2024"})


def test_a_blank_value_is_no_value():
    stated = Fields({"outlet": " ", "source": "青禾日报", "作者": ""}).stated()
    assert (stated.outlet, stated.meta) == ("青禾日报", {})


def test_numbers_and_lists_of_words_become_text():
    fields = Fields(
        {"views": 12, "paid": True, "tags": ["人工智能", "模型"], "nested": {"a": 1}, "none": None}
    )
    assert fields.stated().meta == {"views": "12", "paid": "true", "tags": "人工智能, 模型"}


def test_a_title_over_two_lines_is_one_line():
    assert Fields({"title": " 青禾科技\n发布模型 "}).stated().title == "青禾科技 发布模型"


def test_own_names_are_found_as_written():
    assert Fields({"Headline": "青禾发布模型"}).stated(Names(title=("Headline",))).title == "青禾发布模型"
