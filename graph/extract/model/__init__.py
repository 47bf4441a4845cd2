"""Extraction by a small fine-tuned encoder on top of what the rules' stages find.

The rules find what can be listed (names, items, numbers, dates, speakers); the encoder
decides what must be understood: whether a sentence asserts something of an item, which
relation, who gives and who gets, how sure. Both opinions are weighed into one confidence.
"""
