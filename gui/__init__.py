"""The desktop window: it builds jobs and shows their events, as the command line does. No torch in its process."""
