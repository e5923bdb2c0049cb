"""The desktop window, to come: it will build jobs and show their events, as the command line does."""
