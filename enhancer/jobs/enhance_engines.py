"""The engines of a job: models opened when first needed, with plans and precisions that a resumed run finds again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ..events import Sink, Warned
from .enhance_plan import EnhancePlan

if TYPE_CHECKING:
    from ..enhance.engine import Engine, EngineResult
    from ..images.image import Image
    from ..models.store import Entry
    from ..runtime.device import Device


class Memory(Protocol):
    """What outlives a run: a journal, or a dictionary where nothing needs to."""

    def remember(self, name: str, value: Any) -> None: ...

    def recall(self, name: str, default: Any = None) -> Any: ...


class Forgetful:
    """A memory of this run only, for a picture from a pipe and for estimates."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def remember(self, name: str, value: Any) -> None:
        self._values[name] = value

    def recall(self, name: str, default: Any = None) -> Any:
        return self._values.get(name, default)


class Engines:
    """Used by the one thread that works. Torch is loaded by the first call of `ready` or `enhance`."""

    def __init__(self, plan: EnhancePlan, memory: Memory) -> None:
        self._plan = plan
        self._memory = memory
        self._entries: dict[str, Entry] = {entry.name: entry for entry in plan.family.members}
        self._engines: dict[tuple[str, str], Engine] = {}
        self._device: Device | None = None

    def ready(self, sink: Sink) -> None:
        """Find device and named model before any picture is opened, so that their faults are the
        job's, not an item's.
        """
        kind = self.device.kind
        before = self._memory.recall("device")
        if before not in (None, kind):
            text = (
                f"An earlier run of this job used {before}, this one uses {kind}: values may differ by one 8-bit code."
            )
            sink.emit(Warned(text, "device-changed"))
        self._memory.remember("device", kind)
        self.engine(self._plan.family.named.name, self._plan.job.precision)

    @property
    def device(self) -> Device:
        if self._device is None:
            from ..runtime.device import choose_device

            self._device = choose_device(self._plan.job.device)
        return self._device

    def engine(self, name: str, precision: str) -> Engine:
        """The engine of a member of the family in a precision as the user says it."""
        from ..enhance.engine import Engine
        from ..models.model import open_entry

        key = (name, precision)
        if key not in self._engines:
            sibling = next((engine for (other, _), engine in self._engines.items() if other == name), None)
            model = sibling.model if sibling else open_entry(self._entries[name])
            job = self._plan.job
            self._engines[key] = Engine(model, self.device, precision, job.tile, job.threads)
        return self._engines[key]

    def enhance(self, name: str, image: Image, sink: Sink) -> EngineResult:
        """Run one picture with the tile plan and in the precision that earlier pictures of its kind had."""
        from ..enhance.engine import significant_bits
        from ..enhance.tiles import TilePlan

        bits = significant_bits(image)
        kind = f"{self.device.kind}.{name}.{bits}"
        recorded = self._memory.recall(f"precision.{kind}")
        engine = self.engine(name, recorded or self._plan.job.precision)
        place = f"plan.{kind}.{image.height}x{image.width}"
        known = self._memory.recall(place)
        plan = TilePlan.from_json(known) if known else engine.plan(image.height, image.width, bits)
        if not known:
            self._memory.remember(place, plan.as_json())
        result = engine.enhance(image, self._plan.job.fidelity, sink, plan)
        if not recorded:
            self._memory.remember(f"precision.{kind}", result.precision)
        return result
