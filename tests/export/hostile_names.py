"""Names that break careless writers, and a small graph of people who bear them."""

from kg.graph.elements import Edge, Node

NAMES = (
    "'; MATCH (n) DETACH DELETE n //",
    "]]>",
    "<script>alert('好')</script>",
    '=HYPERLINK("http://example.org","青禾")',
    "＝1+1",
    "林\0晓岚",
    "周\x0b见山",
    "\u202e岚晓林",
    '林\r\n晓\t岚,"周"',
    "𠮷野家😀",
    "长" * 10_000,
)


def graph():
    """A person of each name, who says in one article what the name is."""
    people = [Node(f"人{at:02}", "Person", name, {"aliases": name}) for at, name in enumerate(NAMES)]
    article = Node("文", "Article", NAMES[2], {"source": NAMES[1], "title": NAMES[2]})
    claims = [
        Node(
            f"言{at:02}", "Claim", name, {"content": name, "spans": "0-2", "article": "文", "mode": "direct"}
        )
        for at, name in enumerate(NAMES)
    ]
    said = [
        Edge(
            f"said:{at}",
            person.id,
            claim.id,
            "SAID",
            {"article": "文", "start": 0, "end": 2, "exact": claim.label},
        )
        for at, (person, claim) in enumerate(zip(people, claims, strict=True))
    ]
    return *people, article, *claims, *said
