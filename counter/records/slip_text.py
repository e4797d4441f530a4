"""Slips as JSON text, the way they are stored before they are printed. The logo is left out: it is the shop's."""

import json
from dataclasses import asdict
from typing import Any

from counter.records.gauges import Gauge, Measure
from counter.records.slips import (
    Align,
    Block,
    Flow,
    ForPaper,
    Logo,
    Qr,
    Row,
    Rows,
    Rule,
    Sign,
    Size,
    Slip,
    SlipKind,
    Words,
)


def slip_to_text(slip: Slip) -> str:
    """One line of JSON; the same slip gives the same text."""
    kept: dict[str, Any] = {
        "kind": slip.kind,
        "code": slip.code,
        "language": slip.language,
        "flow": slip.flow,
        "title": slip.title,
        "copy_mark": slip.copy_mark,
        "blocks": [_block_to_data(block) for block in slip.blocks],
    }
    if slip.ours:
        kept["ours"] = [_block_to_data(block) for block in slip.ours]
    return json.dumps(kept, ensure_ascii=False)


def slip_from_text(text: str, logo: bytes | None) -> Slip:
    """The slip again, with the shop's logo where one stood; without one the place closes up."""
    kept = json.loads(text)
    return Slip(
        kind=SlipKind(kept["kind"]),
        code=kept["code"],
        language=kept["language"],
        flow=Flow(kept["flow"]),
        title=ForPaper(kept["title"]),
        copy_mark=ForPaper(kept["copy_mark"]),
        blocks=_blocks(kept["blocks"], logo),
        ours=_blocks(kept.get("ours", []), logo),
    )


def _blocks(kept: list[dict[str, Any]], logo: bytes | None) -> tuple[Block, ...]:
    blocks = (_block_from_data(data, logo) for data in kept)
    return tuple(block for block in blocks if block is not None)


def _block_to_data(block: Block) -> dict[str, Any]:
    if isinstance(block, Logo):
        return {"block": "Logo"}
    return {"block": type(block).__name__} | asdict(block)


def _block_from_data(data: dict[str, Any], logo: bytes | None) -> Block | None:
    match data["block"]:
        case "Logo":
            return Logo(logo) if logo else None
        case "Words":
            return Words(ForPaper(data["text"]), Size(data["size"]), Align(data["align"]))
        case "Rows":
            return Rows(tuple(Row(**row) for row in data["rows"]))
    return _drawn_from_data(data)


def _drawn_from_data(data: dict[str, Any]) -> Block:
    match data["block"]:
        case "Rule":
            return Rule()
        case "Qr":
            return Qr(data["content"])
        case "Sign":
            return Sign(ForPaper(data["label"]))
        case "Gauge":
            return Gauge(Measure(data["what"]))
    raise ValueError(f"no such block: {data['block']}")
