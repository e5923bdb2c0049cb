"""Parts of the batch page: the table of pictures, the settings of the job, the job as a command."""
