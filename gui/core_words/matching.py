"""Which sentence of the tables a sentence of the core is, and the facts in it. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from . import cards, checks, file_hints, models, outputs, pictures, training, values, work_hints
from .noop import Entry

TABLES: tuple[tuple[Entry, ...], ...] = (
    pictures.SENTENCES,
    outputs.SENTENCES,
    models.SENTENCES,
    training.SENTENCES,
    values.SENTENCES,
    cards.SENTENCES,
    checks.SENTENCES,
    file_hints.SENTENCES,
    work_hints.SENTENCES,
)
FEW_LETTERS = 8
NUMBERS = frozenset({"n", "m"})
NUMBER = r"-?\d[\d.,]*"
_BREAK = re.compile(r"(?<=[.?)\"])\s+")
_WORD = re.compile(r"[\w'-]+")
MOST_PARTS = 12


@dataclass(frozen=True)
class Sentence:
    """core: as the core writes it, with {facts}. shown: what the window says, in English. pieces: of `core`, between
    its facts."""

    core: str
    shown: str
    pieces: tuple[str, ...]

    @property
    def letters(self) -> int:
        return sum(map(len, self.pieces))

    @property
    def could_be_anything(self) -> bool:
        """Whether so little of it is its own that the sentences inside of it must be known."""
        return self.letters < FEW_LETTERS


@dataclass(frozen=True)
class Found:
    """A sentence with the facts that stand in it."""

    sentence: Sentence
    facts: Mapping[str, str]


@lru_cache(maxsize=1)
def sentences() -> Mapping[str, Sequence[Sentence]]:
    """All of the tables by the longest word that each certainly holds, "" where there is none."""
    found: dict[str, list[Sentence]] = {}
    for entry in (entry for table in TABLES for entry in table):
        core, shown = (entry, entry) if isinstance(entry, str) else entry
        sentence = Sentence(core, shown, tuple(text for text, *_ in Formatter().parse(core) if text))
        found.setdefault(_mark(core), []).append(sentence)
    return found


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Found, ...]:
    """What this may be, the likeliest first; none if the tables know nothing like it."""
    return tuple(_found(text))


def split(text: str) -> list[str]:
    """Into what may be sentences. Names can hold the same marks, so one may be several parts."""
    return _BREAK.split(text, maxsplit=MOST_PARTS)


def _found(text: str) -> Iterator[Found]:
    known = sentences()
    some = [one for word in {"", *_WORD.findall(text)} for one in known.get(word, ())]
    for sentence in sorted(some, key=lambda one: -one.letters):
        # Patterns are made only for the few that can match: hundreds at once would halt the window.
        if all(piece in text for piece in sentence.pieces) and (match := _pattern(sentence.core).fullmatch(text)):
            yield Found(sentence, match.groupdict())


def _mark(core: str) -> str:
    """The longest word that is no part of a fact: one that touches a fact may go on in it."""
    plain = re.sub(r"[\w'-]*\{[^}]*\}[\w'-]*", " {} ", core)
    return max(_WORD.findall(plain), key=len, default="")


@lru_cache(maxsize=1024)
def _pattern(core: str) -> re.Pattern[str]:
    parts = []
    for text, name, *_ in Formatter().parse(core):
        parts.append(re.escape(text))
        if name is not None:
            parts.append(f"(?P<{name}>{NUMBER if name in NUMBERS else '.+?'})")
    return re.compile("".join(parts), re.DOTALL)
