"""The registry of optimizers: a configuration and parameters in, a torch optimizer out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch.nn import Parameter
from torch.optim import Optimizer

from ..registry import Registry
from .config import OptimizerConfig

Build = Callable[[Iterable[Parameter], OptimizerConfig], Optimizer]

OPTIMIZERS: Registry[Build] = Registry(
    "optimizer",
    "enhancer.train",
    [
        ("adam", ".optimizers:adam"),
        ("adamw", ".optimizers:adamw"),
        ("rmsprop", ".optimizers:rmsprop"),
        ("sgd", ".optimizers:sgd"),
    ],
)


def build_optimizer(parameters: Iterable[Parameter], config: OptimizerConfig) -> Optimizer:
    """The optimizer that the configuration names, over `parameters`."""
    return OPTIMIZERS.get(config.name)(parameters, config)


def adam(parameters: Iterable[Parameter], config: OptimizerConfig) -> Optimizer:
    """Adam (Kingma and Ba 2015); weight decay is L2, inside the moments."""
    return torch.optim.Adam(parameters, config.lr, config.betas, weight_decay=config.weight_decay, foreach=True)


def adamw(parameters: Iterable[Parameter], config: OptimizerConfig) -> Optimizer:
    """AdamW (Loshchilov and Hutter 2019); weight decay beside the moments."""
    return torch.optim.AdamW(parameters, config.lr, config.betas, weight_decay=config.weight_decay, foreach=True)


def rmsprop(parameters: Iterable[Parameter], config: OptimizerConfig) -> Optimizer:
    """RMSprop (Tieleman and Hinton 2012)."""
    return torch.optim.RMSprop(
        parameters, config.lr, momentum=config.momentum, weight_decay=config.weight_decay, foreach=True
    )


def sgd(parameters: Iterable[Parameter], config: OptimizerConfig) -> Optimizer:
    """Stochastic gradient descent with Nesterov momentum, plain where momentum is 0."""
    return torch.optim.SGD(
        parameters,
        config.lr,
        momentum=config.momentum,
        weight_decay=config.weight_decay,
        nesterov=config.momentum > 0,
        foreach=True,
    )
