"""What is known beforehand, as data files, and the reader of them (seeds.catalogue)."""
