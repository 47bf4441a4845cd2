"""From base weights and annotated texts to the model that `graph.extract.model` reads."""
