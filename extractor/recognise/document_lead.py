"""What stands before a reference and says more of the document: who issues it, the provision, the draft, the action.

Huyện ủy đã ra | Nghị quyết 06-NQ/HU        issuer
điểm a khoản 2 Điều 15 | Luật Đất đai       provision
dự thảo | Nghị quyết                        draft
tổng kết 13 năm thực hiện | Nghị quyết 22   action
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.organisations import Organisation
from extractor.patterns import Entry
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
    r"(?: {1,2}\(?khóa [ivx]{1,5}\)?)? {1,2}(?:đã |vừa |mới |sẽ |cũng |tiếp tục |kịp thời ){0,2}"
    r"(?:ban hành|ra|ký ban hành|ký|thông qua|có|xây dựng|phát đi|phát hành)(?: các)? $|"
    r" ?: $| (?:đề ra|giao|nêu) (?:tại|trong)(?: các)? $"
)
# How every match of the above ends.
_PUBLISHED = (
    *(" ban hành ", " ra ", " ký ", " thông qua ", " có ", " xây dựng ", " phát đi ", " phát hành "),
    *(": ", " tại ", " trong ", " các "),
)
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐỦÔÂ]")
# The head of a body, and the name between the body and what is done: "Chủ tịch UBND tỉnh Lò Văn An đã ký".
_HEADED = re.compile(r"(?:Chủ tịch|Bí thư|[Bb]ộ trưởng|Thứ trưởng|Thống đốc|Giám đốc|Tổng|[Cc]ục trưởng) $")
_HOLDER = re.compile(r"(?: [A-ZĐ][^\W\d_]*){2,4}")
_PART = r"(?:điểm|khoản|điều|mục|chương|phần|phụ lục|tiết) (?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ]{1,2}(?:\.\d)?)(?!\w)"
_MORE = r"(?:\d{1,3}[a-zđ]?|[a-zđ])(?!\w)"
_PROVISION = re.compile(
    rf"(?:các )?{_PART}(?:(?:, ?| và | đến |,? của |,? )(?:{_PART}|{_MORE})){{0,8}}(?P<of>,? (?:của |trong |tại )?)"
)
_DRAFTS = ("dự thảo ", "dự án ", "dự ", "sửa đổi ")
_DRAFT = re.compile(r"(?:dự thảo|dự án|dự) (?:sửa đổi )?$")
# What may stand between an action and the reference.
_FILLERS = tuple(
    f" {word}"
    for word in (
        "các/việc/nội dung/tốt/nghiêm/nghiêm túc/hiệu quả/có hiệu quả/đầy đủ/thắng lợi/về/một số/tinh thần"
    ).split("/")
)
_REVIEWED = re.compile(r"(?P<review>tổng kết|sơ kết) (?:\d{1,2}|một|hai|ba|bốn|năm|mười) năm (?:triển khai )?$")


class LeadReader:
    """Reads what stands before references; `body` reads the issuing body at a position."""

    def __init__(self, body: Callable[[Text, int], Organisation | None], actions: Iterable[ActionEntry]) -> None:
        self._body = body
        self._actions = {form: entry.action for entry in actions for form in entry.forms}
        self._longest = max(len(form.split()) for form in self._actions)
        self._last_words = {form.split()[-1] for form in (*self._actions, *_FILLERS)}

    def before(self, text: Text, start: int, after: int) -> Lead:
        """The facts before the reference at `start`; nothing before `after` is read."""
        window = max(after, start - WINDOW)
        draft = _DRAFT.search(text.folded, window, start) if text.folded.endswith(_DRAFTS, window, start) else None
        first = draft.start() if draft else start
        provision, first = self._provision(text, first, window)
        action, at = self._action(text.folded, window, first)
        return Lead(first, provision, draft is not None, action, at)

    def _action(self, text: str, window: int, end: int) -> tuple[str | None, int]:
        """The action whose words end at `end`, fillers apart, and where it begins."""
        end -= 1
        if end <= window or text[end] != " ":
            return None, 0
        if text[max(text.rfind(" ", window, end) + 1, window) : end] not in self._last_words:
            return None, 0
        before = text[window:end]
        for _ in range(3):
            if before.endswith(_FILLERS):
                before = before[: -max(len(word) for word in _FILLERS if before.endswith(word))]
        words = before.rsplit(" ", self._longest)[-self._longest :]
        for index in range(len(words)):
            form = " ".join(words[index:])
            if form in self._actions:
                at = len(before) - len(form)
                reviewed = _REVIEWED.search(before, 0, at)
                action, at = (reviewed["review"], reviewed.start()) if reviewed else (self._actions[form], at)
                return action, window + at
        return None, 0

    def _provision(self, text: Text, start: int, window: int) -> tuple[str | None, int]:
        """The provision that ends where the reference at `start` begins, and where it begins itself."""
        if text.folded.find("điều ", window, start) >= 0 or text.folded.find("khoản ", window, start) >= 0:
            for match in _PROVISION.finditer(text.folded, window, start):
                if match.end() == start:
                    return text.raw[match.start() : match.start("of")], match.start()
        return None, start

    def issuer(self, text: Text, start: int, after: int) -> Organisation | None:
        """The body that issues the reference at `start`: "Huyện ủy đã ra | …", "của Bộ Chính trị: | …"."""
        window = max(after, start - WINDOW)
        if not text.folded.endswith(_PUBLISHED, window, start):
            return None
        verb = _PUBLISHES.search(text.folded, window, start)
        if verb is None:
            return None
        for capital in _CAPITAL.finditer(text.cased, window, verb.start()):
            body = self._body(text, capital.start())
            if body is None or body.end > verb.start():
                continue
            if body.end == verb.start() or (
                ":" not in verb[0]
                and _HOLDER.fullmatch(text.cased, body.end, verb.start())
                and (body.name.startswith("Thủ tướng") or _HEADED.search(text.cased, window, capital.start()))
            ):
                return body
        return None
