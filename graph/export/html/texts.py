"""The page's own words, in the languages that it speaks."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("en", "de")


def texts(lang: str) -> dict[str, str]:
    """Key -> words in `lang`, which is one of LANGUAGES.

    Raises:
        ValueError: it is not.

    >>> texts("de")["supplies"]
    'liefert'
    """
    if lang not in LANGUAGES:
        raise ValueError(f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}")
    column = LANGUAGES.index(lang)
    return {key: words[column] for key, words in _WORDS.items()}


_WORDS: Final[dict[str, tuple[str, str]]] = {
    # the frame
    "picture": ("Picture", "Bild"),
    "table": ("Table", "Tabelle"),
    "view": ("View", "Ansicht"),
    "search": ("Find an entity", "Akteur, Waffe oder Ort suchen"),
    "search_none": ("Nothing found", "Nichts gefunden"),
    "search_found": ("found", "gefunden"),
    "legend": ("Legend", "Legende"),
    "panel": ("Details", "Einzelheiten"),
    "graph_label": (
        "Picture of the graph. The table and the search give the same by keyboard.",
        "Bild des Graphen. Tabelle und Suche geben dasselbe mit der Tastatur.",
    ),
    "zoom_in": ("Zoom in", "Vergrößern"),
    "zoom_out": ("Zoom out", "Verkleinern"),
    "fit": ("Show all", "Alles zeigen"),
    "overview": ("Overview", "Übersicht"),
    "skip": ("Skip to the details", "Zu den Einzelheiten"),
    "noscript": (
        "This page draws its graph with the script that it carries. Scripts are switched off here.",
        "Diese Seite zeichnet den Graphen mit dem Skript, das sie enthält. Skripte sind hier abgeschaltet.",
    ),
    "empty": (
        "Nothing to draw: there is no claim in this selection.",
        "Nichts zu zeichnen: keine Aussage in dieser Auswahl.",
    ),
    "empty_hint": (
        "Load articles first, or choose a wider selection.",
        "Zuerst Artikel laden oder eine weitere Auswahl treffen.",
    ),
    "claims": ("claims", "Aussagen"),
    "claims_one": ("claim", "Aussage"),
    "entities": ("entities", "Beteiligte"),
    "entities_one": ("entity", "Beteiligter"),
    "articles": ("articles", "Artikel"),
    "articles_one": ("article", "Artikel"),
    "origins": ("independent origins", "unabhängige Quellen"),
    "origins_one": ("independent origin", "unabhängige Quelle"),
    "assertions": ("assertions", "Fundstellen"),
    "assertions_one": ("assertion", "Fundstelle"),
    "hint": (
        "Choose a line or a sign in the picture to read who said so, and in which words.",
        "Eine Linie oder ein Zeichen im Bild wählen: wer hat es gesagt, und mit welchen Worten.",
    ),
    "strongest": ("Best attested", "Am besten belegt"),
    "more": ("Show more", "Mehr zeigen"),
    "drawn": (
        "The picture shows the {shown} best attested of {all} claims; the table and the search have all.",
        "Das Bild zeigt die {shown} am besten belegten von {all} Aussagen; Tabelle und Suche haben alle.",
    ),
    # a claim
    "no_entity": ("unnamed", "nicht genannt"),
    "in_place": ("in", "in"),
    "quantity": ("How many", "Wie viele"),
    "when": ("When", "Wann"),
    "reported_between": ("Published", "Veröffentlicht"),
    "said": ("Said by", "Gesagt von"),
    "origin": ("Origin", "Quelle"),
    "repeats": ("repeated {n} times", "{n}-mal wiederholt"),
    "no_quote": ("This file has no quote for it.", "Diese Datei enthält kein Zitat dazu."),
    "untitled": ("Untitled article", "Artikel ohne Titel"),
    "also": ("Also between the two", "Außerdem zwischen beiden"),
    "disputed": ("disputed", "umstritten"),
    "not_drawn": (
        "Not in the picture; all its claims are here.",
        "Nicht im Bild; alle Aussagen stehen hier.",
    ),
    "about": ("about", "etwa"),
    "at_least": ("at least", "mindestens"),
    "at_most": ("at most", "höchstens"),
    # the table
    "from": ("Who", "Wer"),
    "relation": ("Relation", "Beziehung"),
    "what": ("What", "Was"),
    "to": ("To whom", "An wen"),
    "place_role": ("Where", "Wo"),
    "modality": ("Modality", "Modalität"),
    "origins_short": ("Origins", "Quellen"),
    "last": ("Last reported", "Zuletzt berichtet"),
    "table_caption": (
        "All claims. A column's heading sorts; the first cell opens the evidence.",
        "Alle Aussagen. Der Kopf einer Spalte sortiert; die erste Zelle öffnet die Belege.",
    ),
    "supplies": ("supplies", "liefert"),
    "produces": ("produces", "stellt her"),
    "operates": ("operates", "setzt ein"),
    "deploys": ("deploys", "stationiert"),
    "supports": ("supports", "unterstützt"),
    "requests": ("requests", "erbittet"),
    "reported": ("reported", "berichtet"),
    "planned": ("planned", "geplant"),
    "suspected": ("suspected", "vermutet"),
    "requested": ("requested", "gefordert"),
    "denied": ("denied", "bestritten"),
    # kinds of entities
    "state": ("state", "Staat"),
    "organisation": ("organisation", "Organisation"),
    "company": ("company", "Unternehmen"),
    "armed-group": ("armed group", "bewaffnete Gruppe"),
    "military-unit": ("military unit", "Militäreinheit"),
    "person": ("person", "Person"),
    "weapon-system": ("weapon system", "Waffensystem"),
    "ammunition": ("ammunition", "Munition"),
    "component": ("component", "Bauteil"),
    "technology": ("technology", "Technik"),
    "personnel": ("personnel", "Personal"),
    "place": ("place", "Ort"),
    "width": ("thicker: more independent origins", "dicker: mehr unabhängige Quellen"),
    "bar": ("bar across: somebody denies it", "Querstrich: jemand bestreitet es"),
}
