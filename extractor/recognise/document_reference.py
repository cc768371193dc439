"""What recognition hands on: a reference to a document with what its own words and those beside it say."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.organisations import Organisation
from extractor.recognise.document_number import Sign


@dataclass(slots=True, kw_only=True)
class FoundDocument:
    """A reference at `start:end`; the recogniser fills it in stages, nobody changes it after.

    number:    as far as the reference gives it: `22-NQ/TW`, `30/2020`, `22`; `numeral`, `year`, `sign` are its parts
    year:      in the number, or beside the name of a law
    issued_at: where a date stands that the page's dates must complete
    quoted:    the title stands in quotes
    law:       a law's name in its usual spelling; `changed` when "(sửa đổi)" follows it
    plenums:   numbers of the plenums that passed it ("Trung ương 4" -> 4)
    congress:  a congress's resolution: how the congress is called; `issuer` is its Đảng bộ, None for the Party's own
    back:      it points back to a document of its kind ("Nghị quyết này")
    action:    what is done with it ("thực hiện", "sửa đổi"); `actor` is where the reference begins that does it
    tail:      where the facts after it end;  listed: an issuer named before a list that it begins or continues
    """

    start: int
    end: int
    rule: str
    kind: str
    number: str | None = None
    numeral: str | None = None
    year: str | None = None
    sign: Sign | None = None
    issuer: Organisation | None = None
    term: str | None = None
    issued: str | None = None
    issued_at: tuple[int, int] | None = None
    title: str | None = None
    quoted: bool = False
    law: str | None = None
    changed: bool = False
    plenums: tuple[int, ...] = ()
    congress: str | None = None
    back: bool = False
    provision: str | None = None
    draft: bool = False
    action: str | None = None
    actor: int | None = None
    tail: int = field(default=0, compare=False)
    listed: Organisation | None = field(default=None, compare=False)
