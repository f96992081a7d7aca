"""Web addresses: which ones are asked for, how they are written, and which machines they may lead to."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

# Longer than any that leads to an article (code points).
LONGEST = 4000
# IPv6 networks whose addresses hold an IPv4 address in their last 32 bits (RFC 6052).
NAT64 = IPv6Network("64:ff9b::/96")
# Closed networks that older lists of the standard library do not hold: protocol assignments, local NAT64 (RFC 8215).
CLOSED = (ip_network("192.0.0.0/24"), ip_network("64:ff9b:1::/48"))
_PATH, _QUERY = "/:@!$&'()*+,;=~%", "/?:@!$&'()*+,;=~%[]"


def web_address(text: str, base: str = "") -> str | None:
    """An http or https address in ASCII, without fragment, absolute from `base`; None for anything else.

    Addresses that hold a user name are none: what they would send is nobody's to give.

    >>> web_address("/dam?q=höhe#top", "https://Wire.example/news")
    'https://wire.example/dam?q=h%C3%B6he'
    >>> web_address("javascript:alert(1)"), web_address("file:///etc/passwd"), web_address("https://a:b@wire.example/")
    (None, None, None)
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, text))
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return None
        path, query = quote(parts.path or "/", safe=_PATH), quote(parts.query, safe=_QUERY)
        address = SplitResult(parts.scheme, _host(parts), path, query, "").geturl()
        return address if len(address) <= LONGEST else None
    except ValueError:  # UnicodeError is one
        return None


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    name = f"[{host}]" if ":" in host else host if host.isascii() else host.encode("idna").decode("ascii")
    if any(char <= " " or char in '"<>\\^`{|}%\x7f' for char in name):
        raise ValueError("no host name")
    default = 443 if parts.scheme == "https" else 80
    return name if parts.port in (None, default) else f"{name}:{parts.port}"


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that stands for an IPv4 address (mapped, NAT64, 6to4, Teredo) is judged by that one.

    >>> is_public("1.1.1.1"), is_public("192.168.1.1"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    inner = _inner(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    special = ip.is_multicast or ip.is_reserved or ip.is_link_local or getattr(ip, "is_site_local", False)
    return ip.is_global and not special and not any(ip in network for network in CLOSED)


def _inner(ip: IPv6Address) -> IPv4Address | None:
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
