"""Parts of the page of models: the list, and the card of one."""
