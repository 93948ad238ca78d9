"""URLs as names: what identifies a page, and what may be shown of it."""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from readout.sources.errors import IngestError

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SECRET = re.compile(
    r"(?i)([?&][^=&?]{0,100}(?:key|token|secret|password|signature|credential|auth)"
    r"[^=&?]{0,100}=)[^&]*"
)
_BLANK = re.compile(r"\s")
_CREDENTIALS = re.compile(r"(?<=:)//[^/?#]*@")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def identifying(url: str, *, keep_fragment: bool = False) -> str:
    """The URL without what does not tell pages apart: credentials, fragment, default port.

    Scheme and host are in lower case, blanks are escaped. A string that is no URL is given back
    as it is.
    """
    if "://" not in url:
        return url
    unbroken = _BLANK.sub(lambda blank: quote(blank[0]), url.strip())
    named = bare(unbroken)
    try:
        parts = _located(named)
    except ValueError:
        return named
    return urlunsplit(parts if keep_fragment else parts._replace(fragment=""))


def bare(url: str) -> str:
    """The URL without user name and password, and otherwise as it is; so is what is no URL."""
    return _CREDENTIALS.sub("//", url, count=1)


def shown(url: str) -> str:
    """The URL fit for a message: also without the values of parameters that look secret."""
    return _SECRET.sub(r"\1…", identifying(url))


def host(url: str | None) -> str | None:
    """The host as a name for a publisher: lower case, without "www."; None when there is none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def is_uri(text: str) -> bool:
    """Whether it names one thing in the whole world (`https:…`, `tag:…`, `urn:…`)."""
    return _URI.fullmatch(text) is not None


def web(url: str | None) -> str | None:
    """The URL if it is one of the web, None otherwise (`javascript:`, `mailto:`, a bare word)."""
    return url if url and re.match(r"(?i)https?://[^/\s]", url) else None


def require_web(url: str) -> None:
    """Raises IngestError unless the URL is http or https and names a host."""
    scheme = url.partition(":")[0].lower()
    if scheme not in _DEFAULT_PORTS:
        raise IngestError("scheme", f"{scheme}: is not read, only http: and https: are")
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise IngestError("bad url", f"{shown(url)} is not a URL: {error}") from error
    if not named:
        raise IngestError("bad url", f"{shown(url)} names no host")


def _located(url: str) -> SplitResult:
    parts = urlsplit(url)
    name = (parts.hostname or "").lower()
    bracketed = f"[{name}]" if ":" in name else name
    default = parts.port in {None, _DEFAULT_PORTS.get(parts.scheme)}
    return parts._replace(netloc=bracketed if default else f"{bracketed}:{parts.port}")
