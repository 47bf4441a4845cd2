"""Blocks of pages as they are copied from news sites; every text here is written for the tests."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.blocks import Block, Kind, blocks
from graph.model import Article

LEAD = "Die Regierung in Musterstadt hat zwölf Haubitzen an Neudorf geliefert, sagte ein Sprecher am Montag."
BODY = (
    "Weitere sechs Geschütze sollen folgen. Die Fertigung in den Werken der Firma Beispiel AG läuft wieder."
)
LAST = "Neudorf hatte die Waffen schon vor zwei Jahren verlangt, damals aber keine Antwort bekommen."
ENGLISH = "The government of Exampleland has sent twelve howitzers to Newton, a spokesman said on Monday."


def cut(text: str, title: str | None = None) -> list[tuple[Kind, str]]:
    article = Article(id="1", text=text, content_hash="", title=title)
    return [(block.kind, text[block.start : block.end]) for block in blocks(article)]


def kind_of(line: str, text: str, title: str | None = None) -> Kind:
    [kind] = {kind for kind, part in cut(text, title) if part == line or (line in part and "\n" in part)}
    return kind


def test_a_whole_page() -> None:
    title = "Zwölf Haubitzen für Neudorf"
    page = textwrap.dedent(f"""\
        Der Musterbote - Nachrichten aus der Region
        HomePolitikAusland
        {title}
        Haubitzen bei einer Übung im Sommer. Bild: Agentur/Eva Beispiel
        Von Max Muster, Musterstadt
        11.06.2025 10.55
        - Neudorf bekommt zwölf Haubitzen
        - Sechs weitere sollen folgen
        {LEAD}
        Lesen Sie außerdem noch:
        - Wetter: So heiß wird der Juli
        - Minister verliert die Geduld
        Das Werk arbeitet wieder
        {BODY}
        - Die Beispiel AG baut nach eigenen Angaben 20 Geschütze im Monat.
        - Für Neudorf sind sechs davon bestimmt.
        Loading...
        {LAST}
        Folgen Sie dem Musterboten bei allen Diensten!
        mm/muster-bote.de/dpa""")
    assert [kind for kind, _ in cut(page, title)] == [
        "boilerplate",
        "boilerplate",
        "headline",
        "caption",
        "byline",
        "byline",
        *["boilerplate", "lead"] * 2,  # the list mark apart
        "lead",
        *["teaser"] * 3,
        "subhead",
        "body",
        *["boilerplate", "body"] * 2,
        "boilerplate",
        "body",
        "boilerplate",
        "byline",
    ]
    assert ("body", "Für Neudorf sind sechs davon bestimmt.") in cut(page, title)


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Eva Beispiel/Agentur",
        "Bildquelle: © X, @muster",
        "Haubitzen auf dem Weg nach Neudorf (Symbolbild)",
        "Ein Geschütz der Beispiel AG, Archivbild",
        "Die Stadt wurde schon öfter beschossen - hier das Archivbild eines Angriffs. (AFP / EVA BEISPIEL)",
        "Zwölf Haubitzen stehen in Neudorf bereit. (Quelle: Agentur/Eva Beispiel/imago-images)",
        "Freund und Feind mit demselben Geschütz: Übung im Frühjahr.Foto: Agentur",
        "FILE PHOTO: A howitzer of the Example Corporation",
        "Illustrative photo. A worker inspects shells in Newton, April 2, 2024. (Archive)",
        "View over the rooftops of Newton. (File photo)",
        "A photograph shows the wreckage near Newton. (Newton's army via AP/File).",
        "[Caption] A howitzer at its launch. Photo: CNA",
        "Haubitze H-1 © Beispiel AG",
    ],
)
def test_captions(line: str) -> None:
    for page in (f"Zwölf Haubitzen\n{line}\n{LEAD}\n\n{BODY}", f"{LEAD}\n\n{line}\n\n{BODY}\n\n{LAST}"):
        assert kind_of(line, page) == "caption"


def test_a_line_said_twice_above_its_credit_is_a_caption() -> None:
    line = "Neudorf ist der größte Abnehmer der Firma."
    page = f"Zwölf Haubitzen\n\n{LEAD}\n\n{line}\n{line}\nBildquelle: © X\nBearb. MM\n\n{BODY}\n\n{LAST}"
    assert [kind for kind, part in cut(page) if part == line] == ["caption", "caption"]
    page = f"Zwölf Haubitzen\n\n{line}\n{line} Foto: AP\n\n{LEAD}\n\n{BODY}"
    assert kind_of(line, page) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Mehr zum Thema Rüstung",
        "Mehr zum Thema: So teuer sind die neuen Haubitzen",
        "++ Lesen Sie auch: So geheim tagte die Runde ++",
        "Jetzt auch lesen: Rätsel um die Geschütze >>",
        "Read more: Sanctions timeline | Who is who at the talks",
        "READ NEXT: Why Newton matters",
        "Related stories: Greek tourism heads for a record",
        "Das könnte Sie auch interessieren",
    ],
)
def test_teasers(line: str) -> None:
    assert kind_of(line, f"{LEAD}\n\n{line}\n\n{BODY}\n\n{LAST}") == "teaser"
    assert kind_of(line, f"{LEAD}\n\n{BODY}\n\n{line}") == "teaser"


def test_a_list_of_headlines_without_marks_ends_at_the_next_paragraph() -> None:
    teasers = "Trending Now\n\nMinister shoves a goat\n\n‘We are free,’ says the king"
    page = f"{ENGLISH}\n\n{teasers}\n\n{BODY}\n\n{LAST}"
    assert [kind for kind, _ in cut(page)] == ["lead", "teaser", "teaser", "teaser", "body", "body"]


def test_a_film_is_its_length_and_a_title() -> None:
    page = f"{ENGLISH}\n\n1:07 \n At least 12 dead in Newton\n\n{BODY}\n\n{LAST}"
    assert kind_of("At least 12 dead in Newton", page) == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige",
        "ANZEIGE",
        "Loading...",
        "Drucken | Teilen",
        "+ Merken   Teilen   32 Kommentare",
        "Home | Local | Nation & World | Sports",
        "Startseite › Politik › Ausland",
        "App StorePlay StoreHuawei",
        "Auf Facebook folgenAuf X folgenAuf Instagram folgen",
        "Was meinen Sie? Diskutieren Sie mit in den Kommentaren!",
        "Wir verwenden Cookies, um die Seite zu verbessern.",
        "Newsletter: Die Lage am Morgen",
        "The morning's headlines, delivered to your inbox for free.",
        "© 2025 Muster Media, a division of Nobody Inc.",
        "Story continues below advertisement",
        "![Haubitze](https://bote.example/bild.jpg)",
        "https://bote.example/haubitzen",
        "(ID:50072973)",
        "---",
    ],
)
def test_furniture(line: str) -> None:
    assert kind_of(line, f"{LEAD}\n\n{line}\n\n{BODY}\n\n{LAST}") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Von Max Muster, Berlin",
        "Von muster-bote.de-Redakteur Max Muster",
        "*By Eva Example*",
        "By a staff writer — 4 min read",
        "Erstellt von Eva Beispiel",
        "Stand: 03.02.2024 08:15 Uhr",
        "10.06.2025Lesedauer: 2 Min.",
        "**Musterbote** | 2025-12-30 00:00 |",
        "December 15, 2020",
        "by Eva Example",
        "Von dpa",
    ],
)
def test_bylines(line: str) -> None:
    assert kind_of(line, f"Zwölf Haubitzen für Neudorf\n{line}\n\n{LEAD}\n\n{BODY}") == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Von Neudorf aus fuhren am Dienstag die zwölf Haubitzen der Beispiel AG an die Grenze.",
        "Von Januar bis Mai 2025 hat Neudorf zwölf Haubitzen erhalten, sagte der Minister dem Sender.",
        "Mehr zum Thema sagte der Minister nicht, doch die zwölf Haubitzen sind nach Neudorf geliefert.",
        "Das Foto zeigt nach Angaben der Regierung die zwölf Haubitzen, die Neudorf im Mai bekommen hat.",
        "By noon the twelve howitzers that Exampleland had promised were in Newton, the army said.",
        "Am 3. Mai 2024 lieferte Musterstadt die ersten drei Haubitzen, im Juni folgten weitere zwei.",
    ],
)
def test_sentences_that_begin_like_furniture_are_the_articles(line: str) -> None:
    assert kind_of(line, f"{LEAD}\n\n{line}\n\n{LAST}") == "body"


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("MUSTERSTADT (dpa-AFX) -", LEAD),
        ("WASHINGTON, June 3 (Reuters) -", ENGLISH),
        ("SEOUL –", LEAD),
        ("Genf (epa/red).", LEAD),
        ("Jerusalem/Beirut.", LEAD),
        ("(Athens)", ENGLISH),
        ("date 2024-11", LEAD),
    ],
)
def test_datelines_are_cut_off(dateline: str, rest: str) -> None:
    assert cut(f"{dateline} {rest}\n\n{BODY}")[:2] == [("byline", dateline), ("lead", rest)]


def test_rubrics_that_look_like_datelines_stay() -> None:
    page = f"KENYA. {ENGLISH}\n\nBENIN. {ENGLISH[:-1]} again."
    assert [kind for kind, _ in cut(page)] == ["lead", "body"]


def test_the_summary_head_goes_and_its_sentence_stays() -> None:
    page = f"{LEAD}\n\nDas Wichtigste in Kürze {BODY}\n\n{LAST}"
    assert cut(page)[1:3] == [("boilerplate", "Das Wichtigste in Kürze"), ("body", BODY)]


def test_furniture_inside_a_paragraph_is_cut_out() -> None:
    again = f"{ENGLISH[:-1]} again."
    page = f"{ENGLISH} Story continues below advertisement {again} Sign up for our daily letter now."
    assert cut(page) == [
        ("body", ENGLISH),
        ("boilerplate", "Story continues below advertisement"),
        ("body", again),
        ("boilerplate", "Sign up for our daily letter now."),
    ]


def test_front_matter_markdown_and_a_linked_headline() -> None:
    title = "Zwölf Haubitzen für Neudorf"
    head = f"---\ntitle: {title}\n---\n\n# {title}\n\n[{title}](https://bote.example/a)"
    page = f"{head}\n\n{LEAD}\n\n## Hintergrund\n\n{BODY}"
    assert cut(page, title) == [
        ("boilerplate", f"---\ntitle: {title}\n---"),
        ("boilerplate", "#"),
        ("headline", title),
        ("boilerplate", "["),
        ("headline", title),
        ("boilerplate", "](https://bote.example/a)"),
        ("lead", LEAD),
        ("boilerplate", "##"),
        ("subhead", "Hintergrund"),
        ("body", BODY),
    ]


def test_a_rubric_glued_to_the_headline() -> None:
    title = "Zwölf Haubitzen für Neudorf"
    assert cut(f"Technik{title}\n\n{title}\n\n{LEAD}\n\n{BODY}", title)[:3] == [
        ("boilerplate", "Technik"),
        ("headline", title),
        ("headline", title),
    ]


def test_a_summary_that_is_cut_and_said_again() -> None:
    page = f"{LEAD[:60]}...\n\n{LEAD}\n\n{BODY}\n\n{LEAD}\n\n{LAST}"
    assert [kind for kind, _ in cut(page)] == ["teaser", "lead", "body", "boilerplate", "body"]


def test_wrapped_lines_are_one_paragraph() -> None:
    first, second = textwrap.fill(f"{ENGLISH} {ENGLISH}", 70), textwrap.fill(f"{ENGLISH} Nothing else.", 70)
    assert cut(f"Twelve howitzers\n\n{first}\n\n{second}\n", "Twelve howitzers") == [
        ("headline", "Twelve howitzers"),
        ("lead", first),
        ("body", second),
    ]


def test_rows_with_numbers_are_no_subheads() -> None:
    page = f"{LEAD}\n\nHaubitzen H-1: 12\nHaubitzen H-2: 6\nGranaten 155 mm: 4000\n\n{LAST}"
    assert kind_of("Haubitzen H-2: 6", page) == "body"


def test_numbered_heads_are_subheads() -> None:
    page = f"Dossier\n\n1. Neudorf\n{LEAD}\n\n2. Altdorf\n{BODY}\n\n{LAST}"
    assert kind_of("Altdorf", page) == "subhead"


def test_windows_line_ends_change_nothing() -> None:
    page = f"Zwölf Haubitzen\nFoto: dpa\n\n{LEAD}\n\nMehr zum Thema:\n- Anderes\n\n{BODY}\n"
    assert cut(page) == cut(page.replace("\n", "\r\n"))


def test_nothing_in_it() -> None:
    assert cut("") == cut(" \n\r\n\t") == []


_PIECES = st.sampled_from(
    [
        LEAD, BODY, ENGLISH, "Anzeige", "Foto: dpa", "Mehr zum Thema", "- Punkt", "• 12 Haubitzen", "1:07",
        "# Kopf", "Von Max Muster", "11.06.2025", "---", "[x](https://a.example/b)", "SEOUL –",
        "...", "(", "\u2028", "\x1c",
        "\r\n", "\n", "\n\n", "\r", " ", "\u00a0", "\x0b", "A" * 60, "kurz", "Was nun?",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=30).map("".join)
)


@given(_TEXTS, st.one_of(st.none(), st.text(max_size=30), st.just("Haubitzen")))
@settings(max_examples=300)
def test_blocks_never_overlap_and_cover_all_that_is_not_blank(text: str, title: str | None) -> None:
    end = 0
    for block in blocks(Article(id="1", text=text, content_hash="", title=title)):
        assert isinstance(block, Block)
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end
    assert not text[end:].strip()


def test_a_menu_above_the_article_takes_no_headline_with_it() -> None:
    page = f"Top stories / World\n\nTwelve howitzers go to Newton at last\n\n{ENGLISH}\n\n{BODY}"
    assert kind_of("Twelve howitzers go to Newton at last", page) == "headline"


def test_a_line_of_a_ticker_is_text() -> None:
    page = f"{LEAD}\n\n15:33 Uhr +++ Neudorf hat zwölf Haubitzen; man braucht sie nicht. +++\n\n{LAST}"
    assert [kind for kind, _ in cut(page)] == ["lead", "body", "body"]


@pytest.mark.parametrize("head", ["Kommentare", "Kommentare (14)", "Comments (2)", "37 Postings"])
def test_what_readers_write_below_is_not_the_articles(head: str) -> None:
    letter = "Ich weiß genau, dass Neudorf die zwölf Haubitzen niemals bekommen hat. Niemals!"
    page = (
        f"Zwölf Haubitzen\n\n{LEAD}\n\n{BODY}\n\n{head}\nBeat K. vor 3 Stunden: Und wer zahlt das?\n{letter}"
    )
    assert [kind for kind, _ in cut(page)][-3:] == ["boilerplate"] * 3


def test_a_comment_button_above_the_article_takes_nothing_away() -> None:
    page = f"Zwölf Haubitzen\n\nKommentare\n\n{LEAD}\n\n{BODY}"
    assert [kind for kind, _ in cut(page)][-2:] == ["lead", "body"]


def test_a_dateline_below_the_standfirst() -> None:
    page = f"Zwölf Haubitzen\n\n{LEAD}\n\nWien/Berlin. {BODY}\n\n{LAST}"
    assert cut(page)[2:4] == [("byline", "Wien/Berlin."), ("body", BODY)]
