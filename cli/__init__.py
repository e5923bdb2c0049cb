"""The command line: builds jobs, shows their events. No work is done here."""
