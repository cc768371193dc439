"""What stands before a reference and says more of the document: who issues it, the provision, the draft, the action.

Huyện ủy đã ra | Nghị quyết 06-NQ/HU        issuer
điểm a khoản 2 Điều 15 | Luật Đất đai       provision
dự thảo | Nghị quyết                        draft
tổng kết 13 năm thực hiện | Nghị quyết 22   action
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.organisations import Organisation, Organisations
from extractor.patterns import Entry
from extractor.recognise.document_tail import words_pattern
from extractor.text import Text


class ActionEntry(Entry, frozen=True, kw_only=True):
    """What is done with a document, and the words that say so (see `patterns/document_actions.toml`)."""

    action: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands right before a reference; `start` and `action_at`: where its first fact and the action begin."""

    start: int
    provision: str | None = None
    draft: bool = False
    action: str | None = None
    action_at: int = 0


WINDOW = 90
_PUBLISHES = re.compile(
    r" {1,2}(?:đã |vừa |mới |sẽ |cũng |tiếp tục |kịp thời ){0,2}(?:ban hành|ra|ký ban hành|ký|thông qua|có)(?: các)? $|"
    r" ?: $| đề ra (?:tại|trong)(?: các)? $"
)
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]")
_PART = r"(?:điểm|khoản|điều|mục|chương|phần|phụ lục|tiết) (?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ]{1,2}(?:\.\d)?)(?!\w)"
_MORE = r"(?:\d{1,3}[a-zđ]?|[a-zđ])(?!\w)"
_PROVISION = re.compile(
    rf"(?:các )?{_PART}(?:(?:, ?| và | đến |,? của |,? )(?:{_PART}|{_MORE})){{0,8}}(?P<of>,? (?:của |trong |tại )?)"
)
_DRAFT = re.compile(r"(?:dự thảo|dự án|dự) (?:sửa đổi )?$")
_BETWEEN = (
    r"(?: (?:các|việc|nội dung|tốt|nghiêm|nghiêm túc|hiệu quả|có hiệu quả|đầy đủ|thắng lợi|về|một số|tinh thần)){0,3} $"
)
_REVIEWED = re.compile(r"(?:tổng|sơ) kết (?:\d{1,2}|một|hai|ba|bốn|năm|mười) năm (?:triển khai )?$")


class LeadReader:
    """Reads what stands before references."""

    def __init__(self, organisations: Organisations, actions: Iterable[ActionEntry]) -> None:
        self._organisations = organisations
        self._actions = {form: entry.action for entry in actions for form in entry.forms}
        self._action = re.compile(rf"(?<!\w)({words_pattern(self._actions)})" + _BETWEEN)

    def before(self, text: Text, start: int, after: int) -> Lead:
        """The facts before the reference at `start`; nothing before `after` is read."""
        window = max(after, start - WINDOW)
        draft = _DRAFT.search(text.folded, max(window, start - 20), start)
        first = draft.start() if draft else start
        provision, first = self._provision(text, first, window)
        action = self._action.search(text.folded, window, first)
        if action is None:
            return Lead(first, provision, draft is not None)
        name, at = self._actions[action[1]], action.start()
        reviewed = _REVIEWED.search(text.folded, window, at)
        if reviewed is not None:
            name, at = reviewed[0][: len("tổng kết")].split(" kết")[0] + " kết", reviewed.start()
        return Lead(first, provision, draft is not None, name, at)

    def _provision(self, text: Text, start: int, window: int) -> tuple[str | None, int]:
        """The provision that ends where the reference at `start` begins, and where it begins itself."""
        if "điều " in text.folded[window:start] or "khoản " in text.folded[window:start]:
            for match in _PROVISION.finditer(text.folded, window, start):
                if match.end() == start:
                    return text.raw[match.start() : match.start("of")], match.start()
        return None, start

    def issuer(self, text: Text, start: int, after: int) -> Organisation | None:
        """The body that issues the reference at `start`: "Huyện ủy đã ra | …", "của Bộ Chính trị: | …"."""
        window = max(after, start - WINDOW)
        verb = _PUBLISHES.search(text.folded, window, start)
        if verb is None:
            return None
        for capital in _CAPITAL.finditer(text.cased, window, verb.start()):
            body = self._organisations.at(text, capital.start())
            if body is not None and body.end == verb.start():
                return body
        return None
