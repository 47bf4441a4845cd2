"""How good extraction is: what extractors find in annotated texts, compared with the annotations."""
