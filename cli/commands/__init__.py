"""The commands, one a file; listed in `cli.main`, imported only when called."""
