"""What can be done about models, generation and training. Options of the command line become what the window has."""

from __future__ import annotations

from .noop import QT_TRANSLATE_NOOP, Entry

SENTENCES: tuple[Entry, ...] = (
    QT_TRANSLATE_NOOP("Core", "Models are .safetensors files written by this program."),
    QT_TRANSLATE_NOOP("Core", "It looks like a PyTorch or zip file; only safetensors files with a card are opened."),
    QT_TRANSLATE_NOOP("Core", "It looks like a pickle, which can run code; it is never opened."),
    QT_TRANSLATE_NOOP("Core", "Is it a foreign model?"),
    QT_TRANSLATE_NOOP("Core", "Is its file damaged?"),
    QT_TRANSLATE_NOOP("Core", "Copy it again from its source."),
    QT_TRANSLATE_NOOP("Core", "It may need a newer version of the program."),
    QT_TRANSLATE_NOOP("Core", "Leave the class out."),
    (
        "Leave out --class.",
        QT_TRANSLATE_NOOP("Core", "Choose no class."),
    ),
    (
        "Leave out --by-class.",
        QT_TRANSLATE_NOOP("Core", "Do not sort them into folders by class."),
    ),
    QT_TRANSLATE_NOOP("Core", "It has {names}; or give a number below {n}."),
    QT_TRANSLATE_NOOP("Core", "Classes: {names}."),
    QT_TRANSLATE_NOOP("Core", "Make pictures with it instead of giving it one."),
    (
        "'enhancer models list' shows what each model does.",
        QT_TRANSLATE_NOOP("Core", "The page Models shows what each model does."),
    ),
    (
        "Train one: 'enhancer train --help'.",
        QT_TRANSLATE_NOOP("Core", "Train one on the page Train."),
    ),
    QT_TRANSLATE_NOOP("Core", "These do: {names}."),
    QT_TRANSLATE_NOOP("Core", "Was it made with another model?"),
    QT_TRANSLATE_NOOP("Core", "It names {model}, sha256 {hash}."),
    (
        "Only pictures of 'enhancer generate' do, as long as their metadata is kept.",
        QT_TRANSLATE_NOOP("Core", "Only pictures that Enhancer generated do, as long as their metadata is kept."),
    ),
    (
        "Make it again, or give a folder of real pictures with --reference.",
        QT_TRANSLATE_NOOP("Core", "Make it again, or choose a folder of real pictures."),
    ),
    (
        "Give a folder of real pictures with --reference, or leave out --reject.",
        QT_TRANSLATE_NOOP("Core", "Choose a folder of real pictures, or do not draw again."),
    ),
    (
        "Name a folder of real ones.",
        QT_TRANSLATE_NOOP("Core", "Choose a folder of real ones."),
    ),
    QT_TRANSLATE_NOOP("Core", "At least {n} are needed."),
    (
        "Use a smaller --batch.",
        QT_TRANSLATE_NOOP("Core", "Choose fewer pictures at once."),
    ),
    QT_TRANSLATE_NOOP("Core", "Use a number above 0, up to 1."),
    QT_TRANSLATE_NOOP("Core", "Use auto, or a number of pixels like 256."),
    QT_TRANSLATE_NOOP("Core", "Use at least {n}."),
    QT_TRANSLATE_NOOP("Core", "Use auto, exact, low or off."),
    (
        "Leave out --tile.",
        QT_TRANSLATE_NOOP("Core", "Let the tiles be chosen automatically."),
    ),
    QT_TRANSLATE_NOOP("Core", "Remove the plan to make a new one."),
    (
        "Use --fidelity low or off.",
        QT_TRANSLATE_NOOP("Core", "Choose the fidelity low or off."),
    ),
    QT_TRANSLATE_NOOP("Core", "Use fit={size} to keep all of it, or fill={other} to cut."),
    QT_TRANSLATE_NOOP("Core", "The limit is {n} a side."),
    QT_TRANSLATE_NOOP("Core", "It must be more than 0 and at most {n}."),
    QT_TRANSLATE_NOOP("Core", "It must be 1 to {n}."),
    QT_TRANSLATE_NOOP("Core", "Write x2.5, 3840w, 2160h, long=4000, short=1080, fit=1920x1080 or fill=1920x1080."),
    (
        "Ask for a smaller --size.",
        QT_TRANSLATE_NOOP("Core", "Choose a smaller size."),
    ),
    (
        "Ask for one picture or more with --count.",
        QT_TRANSLATE_NOOP("Core", "Ask for one picture or more."),
    ),
    (
        "Ask for it with a smaller --count.",
        QT_TRANSLATE_NOOP("Core", "Ask for fewer pictures."),
    ),
    (
        "See --count and --frames.",
        QT_TRANSLATE_NOOP("Core", "See the numbers of pictures and frames."),
    ),
    (
        "A film goes through the seeds of --count.",
        QT_TRANSLATE_NOOP("Core", "A film goes through the seeds in turn."),
    ),
    (
        "Name it with --like.",
        QT_TRANSLATE_NOOP("Core", "Choose one first."),
    ),
    (
        "Add --reject.",
        QT_TRANSLATE_NOOP("Core", "Switch drawing again on."),
    ),
    QT_TRANSLATE_NOOP("Core", "Leave out its ending."),
    (
        "Allow more with --tries.",
        QT_TRANSLATE_NOOP("Core", "Allow more candidates."),
    ),
    (
        "Allow more candidates with --tries.",
        QT_TRANSLATE_NOOP("Core", "Allow more candidates."),
    ),
    (
        "Use --device cpu, or auto.",
        QT_TRANSLATE_NOOP("Core", "Choose the processor, or automatic."),
    ),
    QT_TRANSLATE_NOOP("Core", "Use auto, cpu, cuda, cuda:N, mps or xpu."),
    QT_TRANSLATE_NOOP("Core", "Use {first} to {last}."),
    QT_TRANSLATE_NOOP("Core", "Did you mean {name}?"),
    QT_TRANSLATE_NOOP("Core", "Known: {names}."),
    QT_TRANSLATE_NOOP("Core", "Was it made by a newer program?"),
    QT_TRANSLATE_NOOP("Core", "Is it the right file?"),
    QT_TRANSLATE_NOOP("Core", "Install it with: {command}; or use the features `photos`."),
    QT_TRANSLATE_NOOP("Core", "Put them there, or use the features `photos`."),
    QT_TRANSLATE_NOOP("Core", 'Lower {name}, or set precision = "fp32".'),
    QT_TRANSLATE_NOOP("Core", "Change {knob}."),
    (
        "Name it with --data DIR.",
        QT_TRANSLATE_NOOP("Core", "Choose the folder that holds your pictures."),
    ),
    QT_TRANSLATE_NOOP("Core", "Choose the one that holds your pictures."),
    QT_TRANSLATE_NOOP("Core", "Use larger pictures or a smaller data.patch."),
    QT_TRANSLATE_NOOP("Core", "Add pictures, raise data.hold_out, or name others with data.validation."),
    QT_TRANSLATE_NOOP("Core", "Add pictures, hold some out with data.hold_out, or name others with data.validation."),
    QT_TRANSLATE_NOOP("Core", "Hold some out with data.hold_out, or name others with data.validation."),
    QT_TRANSLATE_NOOP("Core", "Add some, or name others with data.validation."),
    QT_TRANSLATE_NOOP("Core", 'Use a source with classes, or conditioning = "none".'),
    QT_TRANSLATE_NOOP("Core", "Set discriminator.arguments.norm to none or layer."),
    (
        "Leave --source out.",
        QT_TRANSLATE_NOOP("Core", "Choose a folder of pictures."),
    ),
    QT_TRANSLATE_NOOP("Core", "Name some with data.path."),
    QT_TRANSLATE_NOOP("Core", "Set data.balance=false."),
    (
        "Look at the warnings above.",
        QT_TRANSLATE_NOOP("Core", "The details name each."),
    ),
    QT_TRANSLATE_NOOP("Core", "Use fewer with data.per_class, or a smaller data.size."),
    QT_TRANSLATE_NOOP("Core", "Set slices to a multiple of {n} that divides the batch."),
    QT_TRANSLATE_NOOP("Core", "Start all of them again: the run goes on from its last checkpoint."),
    QT_TRANSLATE_NOOP("Core", "Use its preset, or set generator.arguments to the same."),
    QT_TRANSLATE_NOOP("Core", "Use its preset, or set network.arguments to the same."),
    QT_TRANSLATE_NOOP("Core", "Start it without torchrun."),
    QT_TRANSLATE_NOOP("Core", "Lower batch, raise slices, or use smaller networks, in a new run folder."),
    (
        "Lower batch or data.patch with --set, in a new run folder.",
        QT_TRANSLATE_NOOP("Core", "Lower batch or data.patch, in a new run folder."),
    ),
    QT_TRANSLATE_NOOP("Core", "Choose a run folder outside of the pictures."),
    QT_TRANSLATE_NOOP("Core", "Use the same settings to go on with it, or another folder."),
    QT_TRANSLATE_NOOP("Core", "Start in a new folder, or remove the checkpoints to start over."),
    QT_TRANSLATE_NOOP("Core", "Remove it, or add its folder to data.path."),
    (
        "Name the one that holds the class folders.",
        QT_TRANSLATE_NOOP("Core", "Choose the one that holds the class folders."),
    ),
    QT_TRANSLATE_NOOP(
        "Core", "One sub-folder a class is meant; use data.source='folder' for pictures without classes."
    ),
    QT_TRANSLATE_NOOP("Core", "Check the connection and the folder, or put the files there yourself."),
    QT_TRANSLATE_NOOP("Core", "Install the release that belongs to the installed torch."),
    QT_TRANSLATE_NOOP("Core", "KEY.png or KEY.jpg is meant."),
    QT_TRANSLATE_NOOP("Core", "Label all of them, or none."),
    (
        "Name their folder, or one file, with data.path.",
        QT_TRANSLATE_NOOP("Core", "Choose their folder, or one file."),
    ),
    QT_TRANSLATE_NOOP("Core", "Give each its own key."),
    QT_TRANSLATE_NOOP("Core", "A whole number is meant, 0 or more."),
    (
        "Name their folder with data.path.",
        QT_TRANSLATE_NOOP("Core", "Choose their folder."),
    ),
    QT_TRANSLATE_NOOP("Core", "Put them there."),
    QT_TRANSLATE_NOOP("Core", "Put them there, or let them be fetched with data.download=true."),
    QT_TRANSLATE_NOOP(
        "Core", "Get it from image-net.org with an account of yours; it cannot be fetched by data.download."
    ),
    QT_TRANSLATE_NOOP("Core", "Remove it."),
    QT_TRANSLATE_NOOP("Core", "Do not open it with other programs; get the data from their publisher."),
    (
        "'enhancer runs list DIR' finds those below a folder.",
        QT_TRANSLATE_NOOP("Core", "The page Train lists your runs."),
    ),
)
