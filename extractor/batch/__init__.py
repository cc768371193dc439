"""Many pages: readers, writers and the run that joins them."""
