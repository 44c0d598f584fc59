"""Models by the names under which HanLP's own hub has them; they need the network once."""

from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from kg.annotate.model import first_line
from kg.errors import ModelError

PATIENCE = 10  # seconds in which the hub must answer at all: HanLP itself tries for half a minute


def is_hub_name(name: str) -> bool:
    """Whether HanLP knows a model of that name (MSRA_NER_ELECTRA_SMALL_ZH)."""
    import hanlp

    return name in hanlp.pretrained.ALL


def fetched(name: str) -> Path:
    """The folder of a hub model, downloaded unless it is there; ModelError if it cannot be had."""
    import hanlp
    from hanlp.utils.io_util import get_resource, hanlp_home, path_from_url, split_if_compressed

    url, home = hanlp.pretrained.ALL[name], hanlp_home()
    folder, _ = split_if_compressed(path_from_url(url, home))
    if not Path(folder).is_dir():
        _check_reachable(name, url)
    try:
        return Path(get_resource(url, home, verbose=False))
    except Exception as error:  # the network's, the disk's, the archive's
        raise ModelError(f"{name}: HanLP cannot download it ({first_line(error)}).") from None


def _check_reachable(name: str, url: str) -> None:
    try:
        with suppress(HTTPError):  # an answer of any kind: the hub is there
            urlopen(Request(url, method="HEAD"), timeout=PATIENCE).close()  # noqa: S310 - HanLP's own https address
    except OSError as error:
        reason = first_line(getattr(error, "reason", error))
        raise ModelError(f"{name}: HanLP's hub has it but cannot be reached ({reason}).") from None
