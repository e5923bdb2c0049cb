"""What can be done about files, pictures and their folders. Options of the command line become what the window has."""

from __future__ import annotations

from .noop import QT_TRANSLATE_NOOP, Entry

SENTENCES: tuple[Entry, ...] = (
    QT_TRANSLATE_NOOP("Core", "Get a fresh copy of it."),
    (
        "Get a fresh copy, or use --allow-truncated to fill what is missing.",
        QT_TRANSLATE_NOOP(
            "Core", "Get a fresh copy, or allow cut-off pictures in the settings to fill what is missing."
        ),
    ),
    (
        "Get a fresh copy, or use --allow-truncated.",
        QT_TRANSLATE_NOOP("Core", "Get a fresh copy, or allow cut-off pictures in the settings."),
    ),
    QT_TRANSLATE_NOOP("Core", "Get a fresh copy of it; only plain .tar files are read, unpack .tar.gz with gunzip."),
    QT_TRANSLATE_NOOP("Core", "Get fresh copies of them."),
    QT_TRANSLATE_NOOP("Core", "Fetch it again."),
    QT_TRANSLATE_NOOP("Core", "A download may have failed; get it again."),
    QT_TRANSLATE_NOOP("Core", "Convert it to PNG, JPEG, WebP or TIFF first."),
    QT_TRANSLATE_NOOP("Core", "Convert it to PNG or TIFF first."),
    QT_TRANSLATE_NOOP("Core", "Convert it to TIFF first."),
    QT_TRANSLATE_NOOP("Core", "Convert it to a float TIFF first."),
    QT_TRANSLATE_NOOP("Core", "Convert it to PNG, or to TIFF of 8 or 16 bits, first."),
    QT_TRANSLATE_NOOP("Core", "Save it with deflate or LZW."),
    QT_TRANSLATE_NOOP("Core", "Extract its pictures first."),
    QT_TRANSLATE_NOOP("Core", "Unpack it first."),
    QT_TRANSLATE_NOOP("Core", "Develop it first."),
    QT_TRANSLATE_NOOP("Core", "Split it."),
    (
        "If it is meant, raise the limit with --max-pixels.",
        QT_TRANSLATE_NOOP("Core", "If it is meant, raise the limit of pixels in the settings."),
    ),
    (
        "Raise it with --max-pixels if it is meant.",
        QT_TRANSLATE_NOOP("Core", "If it is meant, raise the limit of pixels in the settings."),
    ),
    QT_TRANSLATE_NOOP("Core", "Was it moved or renamed?"),
    QT_TRANSLATE_NOOP("Core", "Check its permissions."),
    QT_TRANSLATE_NOOP("Core", "Is the disk well?"),
    QT_TRANSLATE_NOOP("Core", "Try again later."),
    (
        "Use - to read from a pipe.",
        QT_TRANSLATE_NOOP("Core", "Choose a picture file."),
    ),
    (
        "Try another --format, and report it.",
        QT_TRANSLATE_NOOP("Core", "Try another format, and report it."),
    ),
    QT_TRANSLATE_NOOP("Core", "Close other programs."),
    (
        "Close other programs, or use --device cpu.",
        QT_TRANSLATE_NOOP("Core", "Close other programs, or let the processor do it."),
    ),
    (
        "Close other programs, or use a smaller --tile.",
        QT_TRANSLATE_NOOP("Core", "Close other programs, or use smaller tiles."),
    ),
    QT_TRANSLATE_NOOP("Core", "Close other programs, or take a smaller picture."),
    (
        "Make room, or choose another place with -o.",
        QT_TRANSLATE_NOOP("Core", "Make room, or choose another folder."),
    ),
    (
        "Update its driver, or use --device cpu.",
        QT_TRANSLATE_NOOP("Core", "Update its driver, or let the processor do it."),
    ),
    QT_TRANSLATE_NOOP("Core", "Reinstall torch."),
    (
        "Use --precision fp32 there. {remedy}",
        QT_TRANSLATE_NOOP("Core", "Choose the precision fp32 there. {remedy}"),
    ),
    QT_TRANSLATE_NOOP("Core", "Install the build of torch for your GPU to be many times faster."),
    QT_TRANSLATE_NOOP("Core", "Remove the file, or replace it."),
    QT_TRANSLATE_NOOP("Core", "Install it again."),
    QT_TRANSLATE_NOOP("Core", "The details help to mend it."),
    QT_TRANSLATE_NOOP("Core", "Use {names}."),
    (
        "Use --format png or tiff, or a smaller --size.",
        QT_TRANSLATE_NOOP("Core", "Choose the format PNG or TIFF, or a smaller size."),
    ),
    (
        "Choose the colour under it, for example --background white, or use --format png.",
        QT_TRANSLATE_NOOP("Core", "Choose the colour under it, for example white, or the format PNG."),
    ),
    QT_TRANSLATE_NOOP("Core", "For example: #ffffff, or white."),
    QT_TRANSLATE_NOOP("Core", "For example: {example}"),
    QT_TRANSLATE_NOOP("Core", "Enlarge or reduce one of them first."),
    QT_TRANSLATE_NOOP("Core", "One must be an exact multiple of the other, so that it can be reduced to it."),
    (
        "Free some space and run the same command again.",
        QT_TRANSLATE_NOOP("Core", "Free some space, then retry."),
    ),
    QT_TRANSLATE_NOOP("Core", "Choose an output folder that can be written."),
    (
        "Check the disk, then run the same command again.",
        QT_TRANSLATE_NOOP("Core", "Check the disk, then retry."),
    ),
    QT_TRANSLATE_NOOP("Core", "Check the owner and the rights of the folder."),
    QT_TRANSLATE_NOOP("Core", "A folder has that name; choose another output name."),
    (
        "Choose a shorter name with --name.",
        QT_TRANSLATE_NOOP("Core", "Choose a shorter name."),
    ),
    (
        "Choose another name, or say what to do with --if-exists.",
        QT_TRANSLATE_NOOP("Core", "Choose another name, or say in the settings what to do where a file exists."),
    ),
    QT_TRANSLATE_NOOP("Core", "A part of the path is a file; choose another output folder."),
    QT_TRANSLATE_NOOP("Core", "Move it away."),
    (
        "Move it away and run again with --if-exists skip: what is finished stays, the rest is made.",
        QT_TRANSLATE_NOOP(
            "Core",
            "Move it away and start again with “keep it” for files that exist: what is finished stays, the rest is "
            "made.",
        ),
    ),
    QT_TRANSLATE_NOOP("Core", "Update Enhancer, or choose another output folder."),
    QT_TRANSLATE_NOOP("Core", "Update the program to use it."),
    QT_TRANSLATE_NOOP("Core", "Wait for it to end."),
    QT_TRANSLATE_NOOP("Core", "Wait for it to end; if you know that it has ended, remove {path}."),
    QT_TRANSLATE_NOOP("Core", "Wait for it, or stop it first."),
    QT_TRANSLATE_NOOP("Core", "Choose another output folder, or run the job it was made with."),
    (
        "Choose another folder with -o, or --if-exists skip, overwrite or rename.",
        QT_TRANSLATE_NOOP("Core", "Choose another folder, or say in the settings what to do where such a file exists."),
    ),
    (
        "Choose another folder with -o.",
        QT_TRANSLATE_NOOP("Core", "Choose another folder."),
    ),
    (
        "Choose another name with -o.",
        QT_TRANSLATE_NOOP("Core", "Choose another folder."),
    ),
    (
        "Choose another name, or --if-exists overwrite.",
        QT_TRANSLATE_NOOP("Core", "Choose another name, or let such a file be replaced."),
    ),
    (
        "Choose another.",
        QT_TRANSLATE_NOOP("Core", "Choose another folder."),
    ),
    QT_TRANSLATE_NOOP("Core", "Choose another name."),
    (
        "Choose names that differ with --name, or number them with --if-exists rename.",
        QT_TRANSLATE_NOOP("Core", "Put something into the name that tells them apart, or let the results be numbered."),
    ),
    (
        "Inputs are never changed: choose another folder with -o, or another name with --name.",
        QT_TRANSLATE_NOOP("Core", "Pictures are never changed: choose another folder, or another name."),
    ),
    QT_TRANSLATE_NOOP("Core", "Give them to separate runs with separate output folders."),
    (
        "A template names a file; the folder is chosen with -o.",
        QT_TRANSLATE_NOOP("Core", "A template names a file; the folder is chosen separately."),
    ),
    (
        "Leave out --name, or end -o in /.",
        QT_TRANSLATE_NOOP("Core", "Leave the template empty."),
    ),
    (
        "Use .png, .jpg, .webp or .tif, or choose with --format.",
        QT_TRANSLATE_NOOP("Core", "Use .png, .jpg, .webp or .tif, or choose a format."),
    ),
    (
        "Name one with -o FILE, or -o - for output.",
        QT_TRANSLATE_NOOP("Core", "Choose a file."),
    ),
    (
        "Give - alone, or files and folders only.",
        QT_TRANSLATE_NOOP("Core", "Choose files and folders only."),
    ),
    QT_TRANSLATE_NOOP("Core", "Pictures end in .png, .jpg, .webp or .tif."),
    QT_TRANSLATE_NOOP("Core", "Photos end in .png, .jpg, .webp or .tif."),
    (
        "Do --include and --exclude leave any?",
        QT_TRANSLATE_NOOP("Core", "Do the filters leave any?"),
    ),
    (
        "Sub-folders are looked into with --recursive.",
        QT_TRANSLATE_NOOP("Core", "Sub-folders are looked into if that is switched on."),
    ),
    QT_TRANSLATE_NOOP("Core", "Write i/n, for example 2/4 for the second of four parts."),
    (
        "Name the folder instead.",
        QT_TRANSLATE_NOOP("Core", "Choose the folder instead."),
    ),
    QT_TRANSLATE_NOOP("Core", "Rename the file first."),
)
