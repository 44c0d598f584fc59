"""Arguments and options of the commands, each with the same name and help wherever it is taken."""

from pathlib import Path
from typing import Annotated, Literal

import typer


def text(value: str | None) -> str | None:
    """The value, if the terminal's encoding made text of it; typer.BadParameter if not."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise typer.BadParameter("is no text in this terminal's encoding") from None
    return value


DEFAULT_DB = Path("kg.db")

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders, patterns, or - for standard input.", show_default=False)
]
Topic = Annotated[
    str,
    typer.Argument(metavar="TOPIC", callback=text, help="A name or an alias, else words of the claims."),
]
Ref = Annotated[
    str,
    typer.Argument(
        metavar="NAME|ID", callback=text, help="A name, an id or its start, an article's url or path."
    ),
]
NameOrId = Annotated[
    str, typer.Argument(metavar="NAME|ID", callback=text, help="A name, or an entity's id or its start.")
]
RecordId = Annotated[
    str,
    typer.Argument(metavar="ID", callback=text, help="A claim's, relation's or mention's id, or its start."),
]
Reason = Annotated[
    str, typer.Option(metavar="TEXT", callback=text, help="Why, for those who read the ledger.")
]
Judge = Annotated[
    str, typer.Option("--by", envvar="KG_JUDGE", metavar="NAME", callback=text, help="Who judges.")
]
By = Annotated[str | None, typer.Option(metavar="NAME", callback=text, help="Only what this speaker said.")]
Context = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Show the paragraph, and N more before and after.")
]
Db = Annotated[Path, typer.Option("--db", envvar="KG_DB", metavar="FILE", help="The database.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="URI",
        callback=text,
        help="Ask the Neo4j server that kg load filled, not the database.",
    ),
]
ServerUser = Annotated[
    str | None,
    typer.Option("--user", metavar="NAME", callback=text, help="Who asks the Neo4j server."),
]
PasswordEnv = Annotated[
    str | None,
    typer.Option(
        "--password-env",
        metavar="VARIABLE",
        callback=text,
        help="The variable that holds the password; else NEO4J_PASSWORD.",
        show_default=False,
    ),
]
ServerDatabase = Annotated[
    str | None,
    typer.Option(
        "--neo4j-database", metavar="NAME", callback=text, help="The server's database, else its default."
    ),
]
Format = Annotated[Literal["table", "json", "csv"], typer.Option("--format", help="How to print the rows.")]
Shape = Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="FOLDER|NAME",
        callback=text,
        help="Another model of kg; or one of HanLP or spaCy, for its names alone.",
        show_default=False,
    ),
]
Names = Annotated[
    Path | None,
    typer.Option(
        "--names",
        metavar="FILE",
        help="Your own names, which win over the model: CSV with the header name,type.",
        show_default=False,
    ),
]

Texts = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of ID.txt for gold without texts.", show_default=False),
]
Pred = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Score these instead of annotating.", show_default=False)
]
Iou = Annotated[
    float | None, typer.Option(min=0.0, max=1.0, help="Overlap that makes a match; by default 0.8.")
]

MinConfidence = Annotated[
    float,
    typer.Option(
        metavar="X", min=0.0, max=1.0, help="At least so sure, 0 to 1; 0 keeps all. What was accepted is 1."
    ),
]

Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="For articles that do not state theirs.")
]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="For articles that do not state theirs.")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Else it is found out (gb18030, big5 …).")
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="Stop after so many articles.")]
MaxChars = Annotated[
    int | None,
    typer.Option("--max-chars", metavar="N", help="Longer articles are passed over; by default 200,000."),
]
Root = Annotated[
    str | None,
    typer.Option("--root", metavar="FOLDER", help="Ids are made of paths below it.", show_default=False),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="The csv column of a field: text, title, date, outlet, url or id (repeatable).",
    ),
]
