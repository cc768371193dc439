"""The pinned scores: `make floors` pins them anew, and refuses to lower one unless ALLOW_REGRESSION=1.

`corpus/floors.toml` holds a digest of the gold and, for each part of the corpus, the F1 below which no later change may
fall. Scores are pinned as they are, less a tolerance of nothing: the extractor gives the same output every time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from extractor.evaluate import Scores, evaluate, split
from extractor.gold import read_folder

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "corpus" / "pages"
FLOORS = ROOT / "corpus" / "floors.toml"

# Body text lost is a share that must not rise; everything else an F1 that must not fall.
CEILING = "body lost"

Figures = Mapping[str, Mapping[str, float]]


def digest(folder: Path = PAGES) -> str:
    """SHA-256 over the names and bytes of all gold pages and the split."""
    total = hashlib.sha256()
    for path in [*sorted(folder.iterdir()), folder.parent / "split.toml"]:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def measured() -> dict[str, dict[str, float]]:
    """Part -> score name -> figure, as the extractor does now."""
    return {part: figures(evaluate(pages)) for part, pages in split(read_folder(PAGES), PAGES).items()}


def figures(scores: Scores) -> dict[str, float]:
    return {
        name: round(count.right / count.gold if name == CEILING and count.gold else count.f1, 4)
        for name, count in scores.counts.items()
    }


def lowered(pinned: Figures, now: Figures) -> list[str]:
    """What has become worse than it was pinned, a line each."""
    faults = []
    for part, floors in pinned.items():
        for name, floor in floors.items():
            score = now.get(part, {}).get(name)
            worse = score is None or (score > floor if name == CEILING else score < floor)
            if worse:
                faults.append(f"{part}: {name} was {floor}, is {score}")
    return faults


def read_floors(path: Path = FLOORS) -> tuple[str, dict[str, dict[str, float]]]:
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    return pinned.pop("digest"), pinned


def write_floors(digest: str, now: Figures, path: Path = FLOORS) -> None:
    lines = ["# Pinned by `make floors`; never edited by hand.", f'digest = "{digest}"']
    for part, scores in now.items():
        lines += ["", f"[{part}]", *(f'"{name}" = {score}' for name, score in scores.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pin(now: Figures, *, digest: str, path: Path = FLOORS, allow: bool = False) -> list[str]:
    """Pins `now` and returns nothing; or, where a floor would sink and that is not allowed, what sinks."""
    if path.exists() and not allow:
        faults = lowered(read_floors(path)[1], now)
        if faults:
            return faults
    write_floors(digest, now, path)
    return []


def main() -> int:
    faults = pin(measured(), digest=digest(), allow=os.environ.get("ALLOW_REGRESSION") == "1")
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if faults:
        sys.stdout.write("nothing was pinned; mend it, or set ALLOW_REGRESSION=1 and say why in the commit\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
