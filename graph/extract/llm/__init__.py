"""The optional extractor that asks a language model over any OpenAI-compatible address.

    article -> windows -> prompt -> client (or cache) -> answer -> verified assertions

The only part of graph.extract that reaches a network, through pydantic-ai, and only where a
person has chosen it. Needs the extra `llm`; nothing else imports these modules at start.
"""
