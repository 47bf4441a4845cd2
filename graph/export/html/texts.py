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
        "Picture of the graph. Arrow keys go from sign to sign, Enter opens, ? explains the keys.",
        "Bild des Graphen. Pfeiltasten führen von Zeichen zu Zeichen, Enter öffnet, ? erklärt die Tasten.",
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
        "The picture shows {shown} of {all} claims. Open a sign, search or filter for more; the table has all.",
        "Das Bild zeigt {shown} von {all} Aussagen. Ein Zeichen öffnen, suchen oder filtern zeigt andere; "
        "die Tabelle hat alle.",
    ),
    "draw_more": ("Draw more", "Mehr zeichnen"),
    "claims_of": ("{n} of {all} claims", "{n} von {all} Aussagen"),
    "unquoted": (
        "Left out, because no quote backs them: {n}",
        "Ausgelassen, weil kein Zitat sie belegt: {n}",
    ),
    "none_pass": (
        "No claim passes the filters.",
        "Keine Aussage entspricht den Filtern.",
    ),
    "disagree_where": ("Where sources disagree", "Wo Quellen sich widersprechen"),
    "disagree": ("The sources disagree", "Die Quellen widersprechen sich"),
    "said_so": ("said so", "so gesagt"),
    "repetitions": ("repetitions", "Wiederholungen"),
    "repetitions_one": ("repetition", "Wiederholung"),
    "show_line": ("Show it alone", "Allein zeigen"),
    "back": ("Back", "Zurück"),
    "aliases": ("also:", "auch:"),
    "kinds_of_it": ("Kinds of it:", "Arten davon:"),
    "is_kind_of": ("Belongs to:", "Gehört zu:"),
    "filtered_out": ("Left out by the filters: {n}", "Von den Filtern ausgelassen: {n}"),
    "more_hidden": ("{n} more not drawn", "{n} weitere nicht gezeichnet"),
    "between": ("Between the two", "Zwischen beiden"),
    "path": ("How they are connected", "Wie sie zusammenhängen"),
    "path_to": ("Path to …", "Weg zu …"),
    "path_turn": ("The other way round", "Umgekehrt"),
    "path_none": (
        "No chain of claims connects the two, as the filters are.",
        "Keine Kette von Aussagen verbindet beide, so wie die Filter stehen.",
    ),
    "path_same": ("These two are one.", "Beide sind dasselbe."),
    # what is done with an entity
    "tools": ("Tools", "Werkzeuge"),
    "open": ("Open neighbours", "Nachbarn öffnen"),
    "open_all": ("Open {n} more", "{n} weitere öffnen"),
    "close": ("Close neighbours", "Nachbarn schließen"),
    "start_here": ("Begin here", "Hier beginnen"),
    "pin": ("Pin", "Anheften"),
    "hide": ("Hide", "Ausblenden"),
    "hidden": ("Hidden:", "Ausgeblendet:"),
    "help": ("Help", "Hilfe"),
    "help_text": (
        "Every line is a claim, and every claim has its quotes: choose a line to read them. "
        "A click on a sign draws its neighbours; +3 at a sign says that three of its claims are not drawn. "
        "The address changes with what you see, so that it can be sent or kept.",
        "Jede Linie ist eine Aussage, und jede Aussage hat ihre Zitate: eine Linie wählen, um sie zu lesen. "
        "Ein Klick auf ein Zeichen zeichnet seine Nachbarn; +3 an einem Zeichen heißt, dass drei seiner "
        "Aussagen nicht gezeichnet sind. Die Adresse ändert sich mit dem Bild und lässt sich weitergeben.",
    ),
    "keys": ("Keys in the picture", "Tasten im Bild"),
    "key_search": ("search", "suchen"),
    "key_arrows": ("to the next sign in that direction", "zum nächsten Zeichen in dieser Richtung"),
    "key_enter": ("open its neighbours and details", "Nachbarn und Einzelheiten öffnen"),
    "key_lines": ("through its lines", "durch seine Linien"),
    "key_details": ("to the details; Esc leads back", "zu den Einzelheiten; Esc führt zurück"),
    "key_from": ("begin here", "hier beginnen"),
    "key_close": ("close its neighbours", "Nachbarn schließen"),
    "key_pin": ("pin, unpin", "anheften, lösen"),
    "key_hide": ("hide", "ausblenden"),
    "key_zoom": ("closer, farther, everything", "näher, ferner, alles"),
    "key_escape": ("choose nothing", "nichts wählen"),
    "done": ("Done", "Fertig"),
    "legend_kinds": ("Signs", "Zeichen"),
    "badge": ("+3: so many claims not drawn", "+3: so viele Aussagen nicht gezeichnet"),
    # relations as headings: the entity's role in the claims below
    "supplies_subject": ("Supplies", "Liefert"),
    "supplies_recipient": ("Receives", "Erhält"),
    "supplies_object": ("Supplied", "Geliefert"),
    "supplies_place": ("Supplied here", "Hier geliefert"),
    "produces_subject": ("Produces", "Stellt her"),
    "produces_recipient": ("Produced for it", "Dafür hergestellt"),
    "produces_object": ("Produced", "Hergestellt"),
    "produces_place": ("Produced here", "Hier hergestellt"),
    "operates_subject": ("Operates", "Setzt ein"),
    "operates_recipient": ("Operated for it", "Dafür eingesetzt"),
    "operates_object": ("Operated", "Eingesetzt"),
    "operates_place": ("Operated here", "Hier eingesetzt"),
    "deploys_subject": ("Deploys", "Stationiert"),
    "deploys_recipient": ("Deployed for it", "Dafür stationiert"),
    "deploys_object": ("Deployed", "Stationiert"),
    "deploys_place": ("Deployed here", "Hier stationiert"),
    "supports_subject": ("Supports", "Unterstützt"),
    "supports_recipient": ("Is supported", "Wird unterstützt"),
    "supports_object": ("Subject of support", "Gegenstand von Unterstützung"),
    "supports_place": ("Supported here", "Hier unterstützt"),
    "requests_subject": ("Requests", "Erbittet"),
    "requests_recipient": ("Is asked", "Wird gebeten"),
    "requests_object": ("Requested", "Erbeten"),
    "requests_place": ("Requested here", "Hier erbeten"),
    # reliability: the Admiralty scale
    "grade": ("reliability", "Verlässlichkeit"),
    "grade_A": ("completely reliable", "ganz verlässlich"),
    "grade_B": ("usually reliable", "meist verlässlich"),
    "grade_C": ("fairly reliable", "ziemlich verlässlich"),
    "grade_D": ("not usually reliable", "meist nicht verlässlich"),
    "grade_E": ("unreliable", "nicht verlässlich"),
    "grade_F": ("cannot be judged", "nicht zu beurteilen"),
    "grade_-": ("not rated", "nicht bewertet"),
    # SIPRI's categories
    "category_air-defence-systems": ("air defence systems", "Flugabwehr"),
    "category_aircraft": ("aircraft", "Luftfahrzeuge"),
    "category_anti-submarine-warfare-weapons": ("anti-submarine weapons", "U-Boot-Abwehrwaffen"),
    "category_armoured-vehicles": ("armoured vehicles", "gepanzerte Fahrzeuge"),
    "category_artillery": ("artillery", "Artillerie"),
    "category_engines": ("engines", "Triebwerke"),
    "category_missiles": ("missiles", "Flugkörper"),
    "category_naval-weapons": ("naval weapons", "Schiffswaffen"),
    "category_other": ("other", "Sonstiges"),
    "category_satellites": ("satellites", "Satelliten"),
    "category_sensors": ("sensors", "Sensoren"),
    "category_ships": ("ships", "Schiffe"),
    "category_-": ("without a category", "ohne Kategorie"),
    "copy": ("Copy", "Kopieren"),
    "copied": ("Copied", "Kopiert"),
    "copy_failed": ("Copying is not allowed here", "Kopieren ist hier nicht erlaubt"),
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
    "bar": ("somebody denies it", "jemand bestreitet es"),
}
