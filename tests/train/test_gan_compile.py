"""torch.compile where it works, and where it does not a run that goes on without, and says why."""

from __future__ import annotations

import shutil
from contextlib import nullcontext

import pytest
import torch
from torch import nn

from enhancer.errors import Cancelled
from enhancer.events import Warned
from enhancer.train.adversarial.batch import Round
from enhancer.train.adversarial.compiling import compile_players
from enhancer.train.moment import Moment
from enhancer.train.ranks import Ranks
from tests.helpers_gan import differences, draw_classes, gan_here, recipe_of, small_gan, unjudged
from tests.helpers_training import Listener

COMPILED = "compiled=true"
R1 = "penalties=[{name='r1', weight=0.1}]"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(autouse=True)
def forgetful():
    """What was compiled by another test must not be found again."""
    torch._dynamo.reset()
    yield
    torch._dynamo.reset()


@pytest.fixture
def compiler(monkeypatch):
    """Give torch.compile a backend of the test's own; returns what was compiled with it."""
    real = torch.compile

    def use(backend):
        seen = []

        def compiled(call, **options):
            if not options.get("disable"):
                seen.append(type(call.__self__).__name__)
            return real(call, backend=backend, **options)

        monkeypatch.setattr(torch, "compile", compiled)
        return seen

    return use


def fails(graph, inputs):
    raise RuntimeError("no C++ compiler was found\nand here is much advice")


def fails_backward(graph, inputs):
    """A backend that can compute, but whose gradients cannot be had."""

    class Dead(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x.clone()

        @staticmethod
        def backward(ctx, gradient):
            raise RuntimeError("there is no gradient of this operation")

    def run(*arguments):
        return tuple(Dead.apply(one) if one.requires_grad else one for one in graph.forward(*arguments))

    return torch._dynamo.disable(run)


def two_steps(config, sink):
    recipe, parts = unjudged(config)
    recipe.sink = sink
    for first in (0, 8):
        terms = recipe.step(parts, recipe.batch(first, 8), Moment(first, 8, 0, 0.5))
    return terms, parts


def bits(parts):
    nets = {**parts.networks, "average": parts.averages["generator"]}
    return {name: net.state_dict() for name, net in nets.items()}


@pytest.mark.parametrize("backend", [fails, fails_backward])
def test_where_compiling_fails_the_run_goes_on_as_if_never_asked_and_says_why_once(data, compiler, backend):
    tried = compiler(backend)
    sink = Listener()
    terms, parts = two_steps(small_gan(data, "mlp", COMPILED), sink)
    assert tried == ["MlpGenerator", "MlpDiscriminator"]
    told = [warned.message for warned in sink.of(Warned)]
    assert [text.partition(":")[0] for text in told] == [
        "The generator is not compiled",
        "The discriminator is not compiled",
    ]
    reason = "no C++ compiler" if backend is fails else "no gradient of this operation"
    assert all(reason in text and "advice" not in text for text in told)
    assert {warned.code for warned in sink.of(Warned)} == {"compile"}
    plain_terms, plain = two_steps(small_gan(data, "mlp"), Listener())
    assert differences(bits(parts), bits(plain)) == []
    assert differences(terms, plain_terms) == []


def test_a_run_that_does_not_ask_compiles_nothing(data, compiler):
    tried = compiler("eager")
    two_steps(small_gan(data, "mlp"), Listener())
    assert tried == []


@pytest.mark.parametrize(
    ("preset", "settings", "reason"),
    [("resgan", [R1], "'r1' differentiates it twice"), ("mlp", ["conditioning='per-class'"], "one for each class")],
)
def test_a_discriminator_that_cannot_be_compiled_is_not_tried(data, compiler, preset, settings, reason):
    tried = compiler("eager")
    sink = Listener()
    two_steps(small_gan(data, preset, COMPILED, *settings), sink)
    assert len(tried) == 1
    assert tried[0].endswith("Generator")
    (warned,) = sink.of(Warned)
    assert reason in warned.message


@pytest.mark.parametrize("settings", [("loss='relativistic'",), ("conditioning='projection'", "slices=2")])
def test_all_ways_of_calling_a_network_are_tried_before_the_first_step(data, compiler, settings):
    graphs = []

    def counting(graph, inputs):
        graphs.append(len(inputs))
        return graph.forward

    tried = compiler(counting)
    sink = Listener()
    recipe, parts = unjudged(small_gan(data, "mlp", COMPILED, *settings))
    recipe.sink = sink
    recipe.step(parts, recipe.batch(0, 8), Moment(0, 8, 0, 0.5))
    assert (len(tried), sink.of(Warned)) == (2, [])
    first = len(graphs)
    assert first >= 4, "with and without a graph, on both updates"
    for n in range(1, 4):
        recipe.step(parts, recipe.batch(8 * n, 8), Moment(8 * n, 8, 0, 0.5))
    assert len(graphs) == first, "no later step compiles anything"


def test_trying_leaves_no_trace_in_weights_gradients_or_names(data, compiler):
    compiler("eager")
    terms, parts = two_steps(small_gan(data, "sngan", COMPILED), Listener())
    plain_terms, plain = two_steps(small_gan(data, "sngan"), Listener())
    assert differences(bits(parts), bits(plain)) == []
    assert differences(terms, plain_terms) == []
    assert all(p.requires_grad for p in parts.networks["generator"].parameters())


def test_a_compiled_run_resumes_to_the_same_bits_and_by_one_that_is_not_compiled(data, compiler, tmp_path):
    compiler("eager")
    config = small_gan(data, "dcgan", COMPILED, "budget=32", "tick=16")
    recipe = recipe_of(config)
    _, straight = gan_here(config, tmp_path / "straight", recipe=recipe)
    with pytest.raises(Cancelled):
        gan_here(config, tmp_path / "stopped", Listener(checks=3), recipe)
    plain = small_gan(data, "dcgan", "budget=32", "tick=16")
    _, resumed = gan_here(plain, tmp_path / "stopped")
    assert differences(straight.collect(), resumed.collect()) == []


class Smallest(nn.Module):
    """A generator of one operation: each further one costs seconds of a C++ compiler."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.linspace(-1, 1, 6))

    def forward(self, z, labels):
        return (z * self.weight).tanh()


def test_the_compiler_of_this_machine_computes_the_same_or_its_absence_is_told(data, tmp_path, monkeypatch):
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path))
    # Which vector instructions there are is found out by compiling for each of them.
    monkeypatch.setattr("torch._inductor.cpu_vec_isa.valid_vec_isa_list", list)
    sink, nothing = Listener(), torch.empty(4, 1)
    seen = Round(None, None, torch.randn(4, 6), nothing, nothing, nothing)
    net, plain = Smallest(), Smallest()
    config = small_gan(data, "mlp", COMPILED, R1)
    with torch._inductor.config.patch({"compile_threads": 1, "cpp_cache_precompile_headers": False}):
        compile_players(config, net, nn.Identity(), seen, nullcontext, sink, Ranks())
    for one in (net, plain):
        one(seen.z, None).square().sum().backward()
    assert torch.allclose(net(seen.z, None), plain(seen.z, None), atol=1e-6)
    assert torch.allclose(net.weight.grad, plain.weight.grad, atol=1e-5)
    assert list(net.state_dict()) == ["weight"]
    compiled = not any(warned.message.startswith("The generator") for warned in sink.of(Warned))
    assert compiled == any(shutil.which(name) for name in ("g++", "clang++")), "or it says why not"
