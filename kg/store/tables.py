"""The tables, and how ids are kept: integers tie rows inside, 16-byte digests name records outside.

`n` is a row's integer key; every other integer column without a unit is the `n` of another table's
row. Exact text stands beside all offsets, so that ``kg verify`` has something to prove against.
"""

VERSION = 1  # of the tables, in PRAGMA user_version; raise it with every change below
APPLICATION = 0x6B675F31  # "kg_1" in PRAGMA application_id tells our files from other SQLite files

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
    """CREATE TABLE mention (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, name TEXT NOT NULL, type TEXT, kind TEXT NOT NULL, antecedent INTEGER,
        origin TEXT NOT NULL, confidence REAL NOT NULL, referent INTEGER)""",
    "CREATE INDEX mention_article ON mention (article)",
    "CREATE INDEX mention_referent ON mention (referent) WHERE referent IS NOT NULL",
    # content: [[start, end, exact text], …]
    """CREATE TABLE claim (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, mode TEXT NOT NULL,
        speaker INTEGER, speaker_by TEXT NOT NULL, cue_start INTEGER, cue_end INTEGER, cue TEXT,
        content TEXT NOT NULL, negated INTEGER NOT NULL, hedged INTEGER NOT NULL, said_on TEXT,
        origin TEXT NOT NULL, confidence REAL NOT NULL)""",
    "CREATE INDEX claim_article ON claim (article)",
    "CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL",
    # role: the place of about, about_implicit, via in records.LINKS
    """CREATE TABLE link (
        claim INTEGER NOT NULL, role INTEGER NOT NULL, place INTEGER NOT NULL, mention INTEGER NOT NULL,
        PRIMARY KEY (claim, role, place)) WITHOUT ROWID""",
    "CREATE INDEX link_mention ON link (mention)",
    """CREATE TABLE relation (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, type TEXT NOT NULL,
        subject INTEGER NOT NULL, object INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
        evidence TEXT NOT NULL, claim INTEGER, title TEXT, amount TEXT, date TEXT, status TEXT NOT NULL,
        origin TEXT NOT NULL, confidence REAL NOT NULL)""",
    "CREATE INDEX relation_article ON relation (article)",
    "CREATE INDEX relation_subject ON relation (subject)",
    "CREATE INDEX relation_object ON relation (object)",
    """CREATE TABLE referent (
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, article INTEGER NOT NULL, entity INTEGER NOT NULL)""",
    "CREATE INDEX referent_article ON referent (article)",
    "CREATE INDEX referent_entity ON referent (entity, id)",
    # a computed table: key says which referents belong to it; id is a digest, or the text id of a seed row
    """CREATE TABLE entity (
        n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id BLOB UNIQUE, type TEXT, name TEXT)""",
    # part 0: written forms, part 1: types; how often the entity's mentions have each
    """CREATE TABLE tally (
        entity INTEGER NOT NULL, part INTEGER NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (entity, part, value)) WITHOUT ROWID""",
    """CREATE TABLE alias (
        key TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID""",
    "CREATE INDEX alias_entity ON alias (entity)",
    # Character pairs of claim contents, rowid = claim.n. FTS5 keeps a posting in one or two bytes where a
    # table of pairs takes about fourteen; `ascii` takes every run of non-blank CJK as one token.
    "CREATE VIRTUAL TABLE words USING fts5 (grams, content='', detail=none, columnsize=0, tokenize='ascii')",
)


def pack(id_: str) -> bytes | str:
    """A record's id as it is stored: 16 bytes for a digest, the text itself for a seed row's id."""
    return bytes.fromhex(id_) if is_digest(id_) else id_


def unpack(stored: bytes | str) -> str:
    """The id that ``pack`` stored."""
    return stored.hex() if isinstance(stored, bytes) else stored


def is_digest(id_: str) -> bool:
    """Whether it is 32 lower-case hex digits."""
    return len(id_) == 32 and not set(id_) - set("0123456789abcdef")
