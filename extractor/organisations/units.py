"""Administrative units and the places that follow them: `huyện Tây Giang`, `UBND` + `tỉnh Hà Tĩnh`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from extractor.organisations.lexicon import Lexicon
from extractor.organisations.records import Level, Organisation, UnitEntry
from extractor.organisations.wording import NUMBER, after_blanks, capitals, in_title_case, marked
from extractor.text import Text, lower

# Only bodies of these levels are told of places abroad.
_ABROAD = frozenset({"province", "city"})
# Units that may have a number for a name.
_NUMBERED = frozenset({"quận", "phường", "khu vực"})
# What a number behind such a unit may count: "quận | 5 năm qua".
_COUNTED = re.compile(r" (?:năm|tháng|tuần|ngày|lần|quý)(?!\w)(?! \d)")
_NUMBER_AFTER = re.compile(r" \d{1,2}(?![\w/])(?![.,-]\d)")
# Bodies of a province or district that are spelled with its unit: Sở Y tế *tỉnh* Hà Tĩnh.
_WITH_UNIT = re.compile(
    r"(?:đoàn đại biểu quốc hội|sở|phòng|cục|chi cục|công an|ubnd|hđnd|tòa án nhân dân|viện kiểm sát nhân dân)(?!\w)"
)


class Units:
    """Reads units, and bodies lengthened by their unit or place."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._places = lexicon.places
        self._families = lexicon.families

    def at(self, text: Text, start: int) -> Organisation | None:
        """A unit word, with the place that follows it when there is one."""
        said = text.folded.startswith(("tp", "tỉnh"), start)
        if said and (whole := self._places.provinces.at(text, start)):
            end, row = whole
            return Organisation(start, end, f"{row.unit} {row.name}", "province", row.name)
        found = self._places.units.at(text, start)
        if found is None:
            return None
        end, unit = found
        after = after_blanks(text, end)
        place = self._place(text, after, unit) if after > end or text.folded[end - 1] == "." else None
        if place is None and unit.level in _ABROAD and (abroad := self._places.abroad.at(text, after)):
            return Organisation(
                start, abroad[0], f"{unit.name} {abroad[1].name}", place=abroad[1].name, tags=("abroad",)
            )
        if place is None:
            return Organisation(start, end, unit.name, unit.level, open=True)
        stop, name = place
        level: Level = "province" if unit.level == "city" and name in self._places.central_cities else unit.level
        return Organisation(start, stop, f"{unit.name} {name}", level, name)

    def with_unit(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`UBND` + `tỉnh Hà Tĩnh`, `Đảng bộ` + `thành phố`."""
        unit = self.at(text, start)
        if unit is None:
            return None
        # "Tỉnh ủy tỉnh X" says tỉnh twice.
        said = before.level and before.joint and "committee" in before.tags
        tags = (*before.tags, "abroad") if "abroad" in unit.tags else before.tags
        return replace(
            before,
            end=unit.end,
            name=f"{before.name} {unit.short if said else unit.name}",
            level=unit.level,
            place=unit.place,
            joint=True,
            tags=tags,
        )

    def with_place(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Tỉnh ủy` + `Hà Tĩnh`: only places of the gazetteer, for a person's name may follow as well."""
        if not text.cased[start].isupper():
            return None
        places = self._places
        tried = {
            "province": (places.provinces,),
            "city": (places.cities,),
            "district": (places.districts,),
        }.get(before.level or "", (places.provinces, places.districts))
        for gazetteer in tried:
            known = gazetteer.at(text, start)
            if known is not None:
                end, row = known
                level = before.level
                if level in {None, "city"}:
                    level = "district" if row.province and level is None else (level if row.province else "province")
                city = row.name == "Hồ Chí Minh" and before.level in {"city", "province"}
                unit = f"{row.unit} " if city or _WITH_UNIT.match(lower(before.name)) else ""
                return replace(before, end=end, name=f"{before.name} {unit}{row.name}", level=level, place=row.name)
        if before.level in _ABROAD and (abroad := places.abroad.at(text, start)):
            # "Thành ủy Trùng Khánh"
            end, name = abroad[0], abroad[1].name
            tags = (*before.tags, "abroad")
            return replace(before, end=end, name=f"{before.name} {name}", level=None, place=name, tags=tags)
        return self._with_unknown_place(text, before, start) if before.level == "district" else None

    def _with_unknown_place(self, text: Text, before: Organisation, start: int) -> Organisation | None:
        """`Huyện ủy` + a district that no gazetteer knows, when a person's name follows it."""
        words = capitals(text, start, 8)
        names = [word for word, _ in words]
        size = self._families.split(names) if names and not self._families.person(names) else len(names)
        if size >= len(names) or "committee" not in before.tags:
            return None
        place = " ".join(names[:size])
        return replace(before, end=words[size - 1][1], name=f"{before.name} {place}", place=place)

    def _place(self, text: Text, start: int, unit: UnitEntry) -> tuple[int, str] | None:
        """The end and name of the place at `start` after the word `unit`: gazetteer first, then shape."""
        cased = text.cased
        if start >= len(cased) or not (cased[start].isupper() or cased[start].isdigit()):
            return None
        if unit.name in _NUMBERED and (number := NUMBER.match(cased, start)):
            return None if _COUNTED.match(text.folded, number.end()) else (number.end(), number[0])
        if cased[start].isdigit():  # "huyện | 6 tháng đầu năm"
            return None
        gazetteer = {
            "province": self._places.provinces,
            "city": self._places.cities,
            "district": self._places.districts,
        }.get(unit.level)
        known = gazetteer.at(text, start) if gazetteer else None
        if known is not None:
            return known[0], known[1].name
        # Districts and above are all in the gazetteer; only communes are read by their shape.
        words = capitals(text, start, 8) if unit.level == "commune" else []
        names = [word for word, _ in words]
        if all(word.isupper() and len(word) > 1 for word in names):
            return None
        numbered = _NUMBER_AFTER.match(cased, words[-1][1])
        if numbered and self._is_numbered(text, " ".join(names) + numbered[0], numbered.end()):
            return numbered.end(), " ".join(names) + numbered[0]
        for size in range(min(5, len(names)), 0, -1):
            # One word left over is no person: then the run is a name as a whole ("xã | Trần Phú Cường").
            # ... nor the beginning of the next sentence.
            left = len(names) - size != 1 or self._families.kind(names) is None
            if left and lower(" ".join(names[:size])) in self._places.communes:
                return words[size - 1][1], in_title_case(" ".join(names[:size]))
        if self._families.person(names) or (len(names) > 2 and self._families.of_minority(names)):
            # "Bí thư Đảng ủy xã | Mùa Bá Vừ"
            return None
        size = min(self._families.split(names), 4)
        return words[size - 1][1], " ".join(names[:size])

    def _is_numbered(self, text: Text, name: str, end: int) -> bool:
        """Whether the number belongs to the commune `name`: `Xuân Quang 2`, said twice or before a mark."""
        return lower(name) in self._places.communes or text.cased.count(name) > 1 or marked(text, end)
