"""Outlets of news: the marks by which they sign, their domains, and the province they write from."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.patterns import Entry, Patterns
from extractor.text import fold, lower


class Outlet(Entry, frozen=True, kw_only=True):
    """A newspaper, agency, station or portal.

    name:     what it is called
    province: where it is at home, as it was named; absent for national outlets
    marks:    how it signs at the head of a lead, without brackets and dash: "BĐ", "LSO"
    domains:  its sites
    """

    name: str
    province: str | None = None
    marks: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class Mark(NamedTuple):
    """An outlet's mark at `start:end` of a line."""

    start: int
    end: int
    value: str
    rule: str


_DOMAIN = re.compile(r"[A-Za-z][\w-]{1,40}(?:\.[\w-]{2,20}){0,2}\.(?:vn|com|net|org|info)", re.ASCII)
_BRACKETS = re.compile(r"\(([^()\s][^()]{0,38})\)(-(?=\s|\S)|)")
_BARE = re.compile(r"([A-ZĐ][\w&.+]{0,15}(?: [A-ZĐ]\w{0,10})?)(\s?)-(?=\s?[^\W\d_]|\s?\"|\s\d)")
# An abbreviation that signs: capitals, at most one digit group (PLĐS24), as `Báo … Online` shortens.
_SIGN = re.compile(r"[A-ZĐ][A-ZĐ&.]{0,7}\d{0,2}")
_ONLINE = re.compile(r"[A-ZĐ]{1,4}O")
# An outlet by its full name, or as `Bao…` in one word.
_ORGAN = re.compile(r"(?:Báo|Tạp chí|Đài|Cổng|Trang|Bản tin) [^\W\d_]|Bao[a-z]{4,}$")
# Initials that no table knows sign when a report begins behind them.
_INITIALS = re.compile(r"[A-ZĐ]{2,5}")
_OPENING = re.compile(
    r"\s?(?:Sáng|Chiều|Tối|Trưa|Ngày|Hôm|Trong|Vừa|Mới đây|Nhân|Thực hiện|Nhằm|Theo|Tại|Từ|Sau|Với|Qua)\s"
)
# Bodies that reports begin with.
_BODIES = frozenset(
    "HĐND UBND MTTQ ĐBQH BCH BTV TAND VKSND CAND QĐND HTX THPT THCS ASEAN APEC WHO WTO UN EU FDI GDP".split()
)


class Outlets:
    """The outlets of patterns/outlets.toml and of the user."""

    def __init__(self, patterns: Patterns) -> None:
        self._by_mark: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        self._by_name: dict[str, Outlet] = {}
        for outlet in patterns.entries("outlets", Outlet):
            self._by_name.setdefault(lower(fold(outlet.name)), outlet)
            for mark in outlet.marks:
                self._by_mark.setdefault(fold(mark), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain, outlet)

    def find(self, source: str) -> Outlet | None:
        """The outlet that `source`, a mark, name, domain or address, stands for."""
        source = fold(source.strip())
        lowered = lower(source)
        if outlet := self._by_mark.get(source) or self._by_name.get(lowered):
            return outlet
        if "." not in lowered:
            return None
        host = re.sub(r"^[a-z]+://", "", lowered).split("/")[0].split(":")[0]
        while "." in host:
            if outlet := self._by_domain.get(host):
                return outlet
            host = host.partition(".")[2]
        return None

    def signs(self, name: str) -> bool:
        """Whether `name` is an outlet or its branch: "VOV.VN", "VOV-Tây Bắc"."""
        return self.find(name) is not None or self.find(name.partition("-")[0]) is not None

    def mark(self, line: str) -> Mark | None:
        """The mark at the head of `line` (folded, case kept), with the dash that is glued to it."""
        # 1. In brackets: a domain, an abbreviation, or a known outlet.
        if match := _BRACKETS.match(line):
            value = match[1].strip()
            if (
                _DOMAIN.fullmatch(value)
                or _SIGN.fullmatch(value)
                or value in self._by_mark
                or lower(value) in self._by_name
            ):
                return Mark(match.start(), match.end(), value, "outlet-in-brackets")
            if _ORGAN.match(value):
                return Mark(match.start(), match.end(), value, "organ-in-brackets")
        # 2. Before a dash: a known one, a domain, or `…O` as online papers sign.
        if match := _BARE.match(line):
            value = match[1]
            if _INITIALS.fullmatch(value) and value not in _BODIES and _OPENING.match(line, match.end()):
                return Mark(match.start(), match.end(1) if match[2] else match.end(), value, "initials-before-dash")
            if value in self._by_mark or _DOMAIN.fullmatch(value) or _ONLINE.fullmatch(value):
                glued = not match[2]
                return Mark(match.start(), match.end() if glued else match.end(1), value, "outlet-before-dash")
        return None
