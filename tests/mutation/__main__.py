"""`python -m tests.mutation FOLDER [module ...]`, from the root of the project: works in FOLDER, which is made anew."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from .mutants import tried
from .score import Reasons, Score, read_reasons
from .workplace import Workplace

HERE = Path(__file__).resolve().parent
MODULES: dict[str, list[str]] = tomllib.loads((HERE / "modules.toml").read_text("utf-8"))


def main(folder: str, *modules: str) -> int:
    """Try all changes of these modules, or of all; 0 if enough are noticed and each of the rest has a reason."""
    reasons = read_reasons(HERE / "survivors.toml")
    workplace = Workplace(Path(folder))
    scores = [_score(workplace, module, reasons) for module in modules or MODULES]
    _say(f"\n{'module':22} {'score':>7} {'noticed':>12}   without a reason", *map(str, scores))
    return 0 if all(score.enough for score in scores) else 1


def _score(workplace: Workplace, module: str, reasons: Reasons) -> Score:
    _say(f"{module}: {' '.join(MODULES[module])}")
    workplace.try_all(module, MODULES[module])
    score = Score(module, *tried(workplace), reasons)
    for one in score.survivors:
        _say(
            f"  {one.function}", f"    - {one.was}", f"    + {one.now}", f"    {score.reason(one) or 'NO REASON GIVEN'}"
        )
    _say(*(f"  a reason that is not needed: {was}" for was in score.idle))
    return score


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
