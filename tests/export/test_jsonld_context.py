from kg.export.columns import EDGES, NODES
from kg.export.jsonld import PLACE
from kg.export.jsonld_context import ANNOTATION, IDS, PREFIXES, context
from kg.mappings import schema_org


def test_every_word_of_the_mapping_is_one_of_schema_org():
    found = context()
    for node in schema_org().nodes.values():
        for word in (*node.types, *node.by_mode.values(), *".".join(node.properties).split(".")):
            assert found[word] == f"schema:{word}"
    for form in (form for forms in schema_org().ties.values() for form in forms):
        assert found[form.property] == {"@id": f"schema:{form.property}", "@type": "@id"}


def test_no_word_has_two_meanings():
    words = {word for node in schema_org().nodes.values() for word in (*node.types, *node.properties)}
    words |= {form.property for forms in schema_org().ties.values() for form in forms}
    assert not words & (set(ANNOTATION) | set(PREFIXES))


def test_no_attribute_of_ours_is_taken_for_a_word_of_others():
    """Those that a mapping or a selector takes are written under its words, the others under their own."""
    taken = {attr for node in schema_org().nodes.values() for attr in node.properties.values()}
    of_nodes = NODES.columns.keys() - taken - {"id", "type"}
    of_edges = {name for name in EDGES.columns if not name.startswith(("source", "target"))}
    written = of_nodes | of_edges - PLACE - {"id", "type"}
    assert written & context().keys() == {"claim", "article"} == IDS


def test_nothing_has_to_be_fetched():
    assert not [value for value in context().values() if not isinstance(value, str | dict)]
    assert "@import" not in context()
