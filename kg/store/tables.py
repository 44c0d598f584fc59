"""The tables, and how ids are kept: integers tie rows inside, 16-byte digests name records outside.

`n` is a row's integer key; every other integer column without a unit is the `n` of another table's
row. Exact text stands beside all offsets, so that ``kg verify`` has something to prove against.

Mentions, claims and relations are kept as they were read in ``every_mention``, ``every_claim``,
``every_relation``. Who asks reads the views ``mention``, ``claim``, ``relation``: they leave out what a
person rejected, so that no question can forget to.
"""

VERSION = 4  # of the tables, in PRAGMA user_version; raise it with every change below, and add the way to it
APPLICATION = 0x6B675F31  # "kg_1" in PRAGMA application_id tells our files from other SQLite files

# standing, of a record: what the ledger makes of it; NULL = no judgement
REJECTED = -1
GONE_WITH = -2  # a relation whose claim, subject or object is rejected
ACCEPTED = 1

LEDGER = (
    # The ledger only grows: left and right are what is judged, a pair of referents, or for one record the
    # record first judged and the one that stands for it now.
    """CREATE TABLE judgement (
        seq INTEGER PRIMARY KEY, left BLOB NOT NULL, right BLOB NOT NULL, verdict TEXT NOT NULL,
        score REAL NOT NULL, reason TEXT NOT NULL, judge TEXT NOT NULL, decided_at TEXT NOT NULL)""",
    "CREATE INDEX judgement_right ON judgement (right)",
    """CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement
        BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END""",
    """CREATE TRIGGER judgement_is_final BEFORE UPDATE ON judgement
        BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END""",
    # about: what a judged record said, as JSON, for the day when the record itself is gone
    """CREATE TABLE judged (
        id BLOB PRIMARY KEY, article BLOB NOT NULL, about TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX judged_article ON judged (article)",
)
JUDGED_NAMES = (
    # referents that were judged: a name in an article, or, where the article is empty, wherever it stands
    """CREATE TABLE judged_name (
        id BLOB PRIMARY KEY, article BLOB NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX judged_name_key ON judged_name (key)",
    "CREATE INDEX judged_name_article ON judged_name (article)",
    "CREATE INDEX judgement_left ON judgement (left)",
)
# Computed tables: all that stands in them follows from the records, the ledger and the known names.
NAMES = (
    """CREATE TABLE referent (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, bearer INTEGER NOT NULL)""",
    "CREATE INDEX referent_article ON referent (article)",
    "CREATE INDEX referent_bearer ON referent (bearer, id)",
    # part 2: the titles that an article gives a referent, part 3: the keys of the names it is tied to there
    """CREATE TABLE shown (
        referent INTEGER NOT NULL, part INTEGER NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (referent, part, value)) WITHOUT ROWID""",
    # all referents of one name that their articles show alike; key: the name's, of a nameless source its id
    """CREATE TABLE bearer (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, entity INTEGER)""",
    "CREATE INDEX bearer_key ON bearer (key)",
    "CREATE INDEX bearer_entity ON bearer (entity)",
    # part 0: written forms, part 1: types, of the mentions; 2 and 3 as in shown, of the referents
    """CREATE TABLE tally (
        bearer INTEGER NOT NULL, part INTEGER NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (bearer, part, value)) WITHOUT ROWID""",
    # the written forms of names, the blocks they fall in, and the pairs that may be one; low < high
    "CREATE TABLE form (n INTEGER PRIMARY KEY, text TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (key, text))",
    """CREATE TABLE block (
        value TEXT NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (value, form)) WITHOUT ROWID""",
    "CREATE INDEX block_form ON block (form)",
    "CREATE TABLE near (low INTEGER NOT NULL, high INTEGER NOT NULL, PRIMARY KEY (low, high)) WITHOUT ROWID",
    "CREATE INDEX near_high ON near (high)",
    # keys of names that an article itself declares one
    """CREATE TABLE declared (
        low TEXT NOT NULL, high TEXT NOT NULL, article INTEGER NOT NULL,
        PRIMARY KEY (low, high, article)) WITHOUT ROWID""",
    "CREATE INDEX declared_high ON declared (high)",
    "CREATE INDEX declared_article ON declared (article)",
    # key: the bearer, or known entity, that stands for all; id: a digest, or the text id of a known entity
    """CREATE TABLE entity (
        n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id BLOB UNIQUE, type TEXT, name TEXT)""",
    """CREATE TABLE alias (
        key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID""",
    "CREATE INDEX alias_entity ON alias (entity)",
)

COUNTS = "standing IS NULL OR standing > 0"
SURE = f"CASE standing WHEN {ACCEPTED} THEN 1.0 ELSE confidence END AS confidence"
VIEWS = tuple(
    f"CREATE VIEW {kind} AS SELECT {columns}, {SURE} FROM every_{kind} WHERE {COUNTS}"  # noqa: S608
    for kind, columns in (
        ("mention", "n, id, article, start, end, name, type, kind, antecedent, origin, referent"),
        (
            "claim",
            "n, id, article, mode, speaker, speaker_by, cue_start, cue_end, cue, content, negated, hedged,"
            " said_on, origin",
        ),
        (
            "relation",
            "n, id, article, type, subject, object, start, end, evidence, claim, title, amount, date, status,"
            " origin",
        ),
    )
)
STANDINGS = tuple(
    f"CREATE INDEX {kind}_standing ON every_{kind} (standing) WHERE standing IS NOT NULL"
    for kind in ("mention", "claim", "relation")
)

TABLES = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE run (
        n INTEGER PRIMARY KEY, model TEXT NOT NULL, model_hash TEXT NOT NULL, extractor INTEGER NOT NULL,
        options TEXT NOT NULL, UNIQUE (model, model_hash, extractor, options))""",
    # text stands last: SQLite need not read its pages to get at the other columns
    """CREATE TABLE article (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, source TEXT NOT NULL, record INTEGER NOT NULL,
        title TEXT, url TEXT, outlet TEXT, published TEXT, text_sha256 TEXT NOT NULL,
        fingerprint TEXT NOT NULL, body TEXT NOT NULL, meta TEXT NOT NULL,
        run INTEGER NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX article_source ON article (source)",
    "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL",
    """CREATE TABLE every_mention (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, name TEXT NOT NULL, type TEXT, kind TEXT NOT NULL, antecedent INTEGER,
        origin TEXT NOT NULL, confidence REAL NOT NULL, referent INTEGER, standing INTEGER)""",
    "CREATE INDEX mention_article ON every_mention (article)",
    "CREATE INDEX mention_referent ON every_mention (referent) WHERE referent IS NOT NULL",
    # content: [[start, end, exact text], …]
    """CREATE TABLE every_claim (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, mode TEXT NOT NULL,
        speaker INTEGER, speaker_by TEXT NOT NULL, cue_start INTEGER, cue_end INTEGER, cue TEXT,
        content TEXT NOT NULL, negated INTEGER NOT NULL, hedged INTEGER NOT NULL, said_on TEXT,
        origin TEXT NOT NULL, confidence REAL NOT NULL, standing INTEGER)""",
    "CREATE INDEX claim_article ON every_claim (article)",
    "CREATE INDEX claim_speaker ON every_claim (speaker) WHERE speaker IS NOT NULL",
    # role: the place of about, about_implicit, via in records.LINKS
    """CREATE TABLE link (
        claim INTEGER NOT NULL, role INTEGER NOT NULL, place INTEGER NOT NULL, mention INTEGER NOT NULL,
        PRIMARY KEY (claim, role, place)) WITHOUT ROWID""",
    "CREATE INDEX link_mention ON link (mention)",
    """CREATE TABLE every_relation (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, type TEXT NOT NULL,
        subject INTEGER NOT NULL, object INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
        evidence TEXT NOT NULL, claim INTEGER, title TEXT, amount TEXT, date TEXT, status TEXT NOT NULL,
        origin TEXT NOT NULL, confidence REAL NOT NULL, standing INTEGER)""",
    "CREATE INDEX relation_article ON every_relation (article)",
    "CREATE INDEX relation_subject ON every_relation (subject)",
    "CREATE INDEX relation_object ON every_relation (object)",
    *NAMES,
    # Character pairs of claim contents, rowid = claim.n. FTS5 keeps a posting in one or two bytes where a
    # table of pairs takes about fourteen; `ascii` takes every run of non-blank CJK as one token.
    "CREATE VIRTUAL TABLE words USING fts5 (grams, content='', detail=none, columnsize=0, tokenize='ascii')",
    *STANDINGS,
    *VIEWS,
    *LEDGER,
    *JUDGED_NAMES,
)

ANEW = "UPDATE setting SET value = '' WHERE name = 'known'"  # all entities are computed anew

# what makes tables of the next version of those of a version
UPGRADES = {
    1: (
        "ALTER TABLE mention RENAME TO every_mention",
        "ALTER TABLE claim RENAME TO every_claim",
        "ALTER TABLE relation RENAME TO every_relation",
        "ALTER TABLE every_mention ADD COLUMN standing INTEGER",
        "ALTER TABLE every_claim ADD COLUMN standing INTEGER",
        "ALTER TABLE every_relation ADD COLUMN standing INTEGER",
        *STANDINGS,
        *VIEWS,
        *LEDGER,
    ),
    2: (
        *(f"DROP TABLE {table}" for table in ("referent", "entity", "tally", "alias")),
        *NAMES,
        *JUDGED_NAMES,
        ANEW,
    ),
    3: (ANEW,),  # names have other blocks
}


def pack(id_: str) -> bytes | str:
    """A record's id as it is stored: 16 bytes for a digest, the text itself for a seed row's id."""
    return bytes.fromhex(id_) if is_digest(id_) else id_


def unpack(stored: bytes | str) -> str:
    """The id that ``pack`` stored."""
    return stored.hex() if isinstance(stored, bytes) else stored


def is_digest(id_: str) -> bool:
    """Whether it is 32 lower-case hex digits."""
    return len(id_) == 32 and not set(id_) - set("0123456789abcdef")
