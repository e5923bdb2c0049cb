"""Settings that cannot be: of a job, a configuration, an override; with what the checker says of a value."""

from __future__ import annotations

from .noop import QT_TRANSLATE_NOOP, Entry

SENTENCES: tuple[Entry, ...] = (
    QT_TRANSLATE_NOOP("Core", "{path} is larger than a configuration can be (1 MB)."),
    QT_TRANSLATE_NOOP("Core", "{where} is not valid TOML: {error}."),
    QT_TRANSLATE_NOOP("Core", "{text} is not of the form name=value."),
    QT_TRANSLATE_NOOP("Core", "{name}: {key} is a value, not a section."),
    QT_TRANSLATE_NOOP("Core", "{where}: there is no setting {name}."),
    QT_TRANSLATE_NOOP("Core", "{where}: {name}: {error}"),
    QT_TRANSLATE_NOOP("Core", "{where}: {error}"),
    QT_TRANSLATE_NOOP("Core", "There is no {noun} {name}."),
    QT_TRANSLATE_NOOP("Core", "the configuration"),
    QT_TRANSLATE_NOOP("Core", "the job"),
    QT_TRANSLATE_NOOP("Core", "the settings"),
    QT_TRANSLATE_NOOP("Core", "picture format"),
    QT_TRANSLATE_NOOP("Core", "job runner"),
    QT_TRANSLATE_NOOP("Core", "data source"),
    QT_TRANSLATE_NOOP("Core", "adversarial loss"),
    QT_TRANSLATE_NOOP("Core", "monitor"),
    QT_TRANSLATE_NOOP("Core", "Input should be greater than {limit}"),
    QT_TRANSLATE_NOOP("Core", "Input should be greater than or equal to {limit}"),
    QT_TRANSLATE_NOOP("Core", "Input should be less than {limit}"),
    QT_TRANSLATE_NOOP("Core", "Input should be less than or equal to {limit}"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid integer"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid number"),
    QT_TRANSLATE_NOOP("Core", "Input should be a finite number"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid boolean"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid string"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid array"),
    QT_TRANSLATE_NOOP("Core", "Input should be a valid tuple"),
    QT_TRANSLATE_NOOP("Core", "Input should be an object"),
    QT_TRANSLATE_NOOP("Core", "Input should be {choices}"),
    QT_TRANSLATE_NOOP("Core", "Field required"),
    QT_TRANSLATE_NOOP("Core", "List should have at least {n} item after validation, not {found}"),
    QT_TRANSLATE_NOOP("Core", "List should have at least {n} items after validation, not {found}"),
    QT_TRANSLATE_NOOP("Core", "Tuple should have at least {n} item after validation, not {found}"),
    QT_TRANSLATE_NOOP("Core", "Tuple should have at least {n} items after validation, not {found}"),
    QT_TRANSLATE_NOOP("Core", "String should have at least {n} character"),
    QT_TRANSLATE_NOOP("Core", "String should match pattern {pattern}"),
    QT_TRANSLATE_NOOP("Core", "there is no adversarial loss {name}; known: {names}"),
    QT_TRANSLATE_NOOP("Core", "there is no penalty {name}; known: {names}"),
    QT_TRANSLATE_NOOP("Core", "the penalty {name} is there twice"),
    QT_TRANSLATE_NOOP(
        "Core",
        "a Wasserstein critic must be kept Lipschitz, or its score grows without bound; add a penalty (gradient, "
        "clip, r1) or discriminator.arguments.spectral=true",
    ),
    QT_TRANSLATE_NOOP("Core", "clipped weights belong to the Wasserstein critic; with {loss} they only weaken it"),
    QT_TRANSLATE_NOOP(
        "Core", "spectral norm bounds the weights already; clipping them as well leaves nothing to learn with"
    ),
    QT_TRANSLATE_NOOP("Core", "clipping and gradient penalty are two answers to the same question; choose one"),
    QT_TRANSLATE_NOOP(
        "Core",
        "the penalty {name} takes the gradient of each picture alone, and batch normalisation mixes them; set "
        "discriminator.arguments.norm to none or layer",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "one discriminator per class sees few pictures a step, too few for batch normalisation; set "
        "discriminator.arguments.norm to none or layer",
    ),
    QT_TRANSLATE_NOOP("Core", "stacked pictures have 3 channels and no classes"),
    QT_TRANSLATE_NOOP("Core", "pictures that wrap need networks that do: set {section}.arguments.wrap=true"),
    QT_TRANSLATE_NOOP("Core", "a batch of {n} cannot be cut into {m} equal slices"),
    QT_TRANSLATE_NOOP("Core", "batch normalisation needs at least 2 pictures a slice"),
    QT_TRANSLATE_NOOP(
        "Core",
        "adaptive augmentation reads the sign of single logits, which mean nothing alone under {loss}; set "
        'augment.kind = "fixed"',
    ),
    QT_TRANSLATE_NOOP("Core", "augment.start is above augment.clamp"),
    QT_TRANSLATE_NOOP("Core", "augment.probability is of fixed augmentation; what adapts begins at augment.start"),
    QT_TRANSLATE_NOOP("Core", "grey pictures have no {name} to augment"),
    QT_TRANSLATE_NOOP("Core", "{section}.arguments.{name} follows from latent, data and conditioning; leave it out"),
    QT_TRANSLATE_NOOP("Core", "a warm-up of {n} images is longer than the run ({budget})"),
    QT_TRANSLATE_NOOP("Core", "at least one loss is needed"),
    QT_TRANSLATE_NOOP("Core", "size is height and width in pixels, not {size}"),
    QT_TRANSLATE_NOOP("Core", "{size} is too small for this network: no side may be below {n}"),
    QT_TRANSLATE_NOOP("Core", "{size} cannot be halved {n} times; {below} and {above} can"),
    QT_TRANSLATE_NOOP("Core", "width is {n}; it must be at least 1"),
)
