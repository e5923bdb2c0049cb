"""torch.compile for the two players, tried on a batch that is thrown away; where it fails, everything stays as it was.

Compiling happens at the first call of each kind, so a network is tried in all the ways that a step will call it, with
the shapes of that step: once it has passed, no later step meets the compiler again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import torch
from torch import Tensor, nn

from ...events import Sink, Warned
from ..configs.gan import GanConfig
from ..ranks import Ranks
from .batch import Round
from .losses import ADVERSARIAL_LOSSES
from .mixes import ON_GRADIENTS

Half = Callable[[], AbstractContextManager[object]]
"""The precision in which a step computes."""
CODE = "compile"


def compile_players(
    config: GanConfig,
    generator: nn.Module,
    discriminator: nn.Module,
    seen: Round,
    half: Half,
    sink: Sink,
    ranks: Ranks,
) -> None:
    """Compile, in place, what can be; names in the state stay the same. One Warned for each network that cannot.

    seen: a round with real pictures, as this process gets it. half: the context of the networks' arithmetic.
    The discriminator stays as it is under penalties on its gradient, which no compiled graph can be differentiated
    twice for, and one for each class does, whose batches have another size each step.
    """
    part = seen.slices(config.slices // ranks.world)[0]
    _try("generator", generator, lambda: _of_generator(generator, part, half), sink, ranks)
    reason = _stays(config)
    if reason:
        sink.emit(Warned(f"The discriminator is not compiled: {reason}.", CODE))
        return
    paired = ADVERSARIAL_LOSSES.get(config.loss).paired
    _try("discriminator", discriminator, lambda: _of_discriminator(discriminator, part, half, paired), sink, ranks)


def _stays(config: GanConfig) -> str:
    on_gradients = [penalty.name for penalty in config.penalties if penalty.name in ON_GRADIENTS]
    if on_gradients:
        return f"the penalty {on_gradients[0]!r} differentiates it twice, which compiled networks cannot do"
    if config.conditioning == "per-class":
        return "there is one for each class, and how many pictures each gets differs from step to step"
    return ""


def _try(what: str, module: nn.Module, ways: Callable[[], Iterator[Tensor]], sink: Sink, ranks: Ranks) -> None:
    """Compile `module`, unless that fails here or in another process: then all of them leave it."""
    wrong = ""
    try:
        module.compile(dynamic=False)
        for result in ways():
            if result.requires_grad:
                result.float().sum().backward()  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever a compiler, its backend or the machine's C++ may raise
        wrong = _sentence(error)
    finally:
        for parameter in module.parameters():
            parameter.grad = None
    if int(ranks.add(torch.tensor(int(bool(wrong))))):
        module.compile(disable=True)
        sink.emit(Warned(f"The {what} is not compiled: {wrong or 'it failed in another process'}.", CODE))


def _of_generator(net: nn.Module, part: Round, half: Half) -> Iterator[Tensor]:
    """For the discriminator's update without a graph, for its own with one."""
    with torch.no_grad(), half():
        yield net(part.z, part.labels)
    with half():
        yield net(part.z, part.labels)


def _of_discriminator(net: nn.Module, part: Round, half: Half, paired: bool) -> Iterator[Tensor]:
    """Its own update on real and generated pictures, in one pass or two; the generator's, where it is frozen."""
    assert part.real is not None
    shape = (len(part.z), *part.real.shape[1:])
    pictures = torch.zeros(shape, device=part.z.device).contiguous(memory_format=torch.channels_last)
    labels = part.labels
    both = bool(getattr(net, "per_sample", False))
    doubled = None if labels is None else torch.cat([labels, labels])
    with half():
        yield net(torch.cat([pictures, pictures]), doubled) if both else net(pictures, labels)
    net.requires_grad_(False)
    try:
        with half():
            yield net(pictures.clone().requires_grad_(), labels)
        if paired:
            with torch.no_grad(), half():
                yield net(pictures, labels)
    finally:
        net.requires_grad_(True)


def _sentence(error: Exception) -> str:
    """The first line of what went wrong, without the frame around it and the advice to developers below."""
    inner = getattr(error, "inner_exception", None) or error
    lines = [line.strip() for line in str(inner).splitlines() if line.strip()]
    return (lines[0] if lines else type(inner).__name__).rstrip(".:")[:300]
