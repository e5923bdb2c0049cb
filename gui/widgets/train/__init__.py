"""Parts of the page of trainings: what is asked before a run, and what a run, or several, show."""
