"""Parts of the generate page: samples in a grid, the settings of what is shown, the settings of what is saved."""
