"""Metadata blocks (EXIF, XMP, ICC) as bytes: checked, and edited where they must follow the pixels."""
