"""Imprints as pages have them; every text here is written for the tests."""

from __future__ import annotations

import pytest

from loaders.imprint import read_imprint

BODY = (
    "Die Regierung in Musterstadt hat nach eigenen Angaben zwölf Haubitzen an Neudorf geliefert. "
    "Das sagte ein Sprecher am 4. Februar 2021 vor der Presse."
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11.06.2025 10.55", "2025-06-11"),
        ("10.06.2025Lesedauer: 2 Min.", "2025-06-10"),
        ("Stand: 03.02.2024 08:15 Uhr", "2024-02-03"),
        ("Aktualisiert am 3. Mai 2024", "2024-05-03"),
        ("Published June 12, 2025", "2025-06-12"),
        ("12 Jun 2025", "2025-06-12"),
        ("14.11.2024 - 07:35 Uhr", "2024-11-14"),
        ("Aktualisiert am 10. Mai 2025, 18:30 Uhr Quelle: Der Bote, AFP, jgr", "2025-05-10"),
        ("Samstag, 19. November 2005", "2005-11-19"),
        ("Von Max Muster, Berlin | 3. Mai 2024, 12:00 Uhr", "2024-05-03"),
        ("04.11.2024 · Lesedauer: 2 Minuten · Drucken · Teilen", "2024-11-04"),
        ("WASHINGTON, January 7, 2026, 15:34 (EST)", "2026-01-07"),
    ],
)
def test_a_date_line_above_the_text(line: str, expected: str) -> None:
    found = read_imprint(f"Zwölf Haubitzen für Neudorf\n{line}\n\n{BODY}")
    assert (found.title, found.published) == ("Zwölf Haubitzen für Neudorf", expected)


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    found = read_imprint(f"Zwölf Haubitzen für Neudorf\n\n{BODY}\n\nAm 5. Mai 2022 kamen zwei.")
    assert found.published is None


def test_a_chronicle_does_not_take_its_first_event_for_its_date() -> None:
    text = (
        "Chronik eines Geschäfts\n\n19. Januar 2020. Lange vorbereitet, beginnt in Musterstadt eine Tagung."
    )
    assert read_imprint(text).published is None


def test_the_caption_of_an_old_picture_gives_no_date() -> None:
    text = f"Zwölf Haubitzen\nHaubitzen bei einer Übung. (Bild: Agentur, 25. Januar 2017)\n{BODY}"
    assert read_imprint(text).published is None


def test_publication_counts_before_a_later_change() -> None:
    text = f"Zwölf Haubitzen geliefert\nAktualisiert: 07.06.2024\nVeröffentlicht: 05.06.2024\n{BODY}"
    assert read_imprint(text).published == "2024-06-05"


def test_a_date_glued_to_the_text() -> None:
    found = read_imprint(f" date 2024-11 {BODY}")
    assert (found.title, found.published) == (None, "2024-11")


@pytest.mark.parametrize(
    ("dateline", "publisher", "published"),
    [
        ("MUSTERSTADT, June 3 (Reuters) - ", "Reuters", None),
        ("MUSTERSTADT (dpa) - ", "dpa", None),
        ("Musterstadt, 3. Mai 2024 (Reuters) - ", "Reuters", "2024-05-03"),
        ("MUSTERSTADT – ", None, None),
    ],
)
def test_the_agency_of_a_dateline(dateline: str, publisher: str | None, published: str | None) -> None:
    found = read_imprint(f"Zwölf Haubitzen\n\n{dateline}{BODY}\n\nMehr wurde nicht bekannt.")
    assert (found.publisher, found.published) == (publisher, published)


def test_an_agency_that_the_text_only_quotes_is_not_its_publisher() -> None:
    text = f"Zwölf Haubitzen\n\nWie Reuters und der Sender CNN melden, ist das so. {BODY}"
    assert read_imprint(text).publisher is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Zwölf Haubitzen\nVon muster-bote.de-Redakteurin Eva Beispiel\n{body}", "muster-bote.de"),
        ("Der Musterbote - Nachrichten aus der Region\nZwölf Haubitzen für uns\n{body}", "Der Musterbote"),
        ("Zwölf Haubitzen für uns\n{body}\nabc/muster-bote.de/dpa", "muster-bote.de"),
        ("Zwölf Haubitzen für uns\n{body}\n© 2024 Muster Media, a division of Nobody Inc.", "Muster Media"),
        ("Zwölf Haubitzen für uns\n{body}\nFolgen Sie Muster-Bote.de auf allen Kanälen!", "muster-bote.de"),
        ("Zwölf Haubitzen für uns\nVon Eva Beispiel\n{body}", None),
        ("Zwölf Haubitzen für uns\nFreitag, 18. Juli 2025, Der Standard\n{body}", "Der Standard"),
        ("Zwölf Haubitzen für uns\nInterview · 4. März 2025 · Der Spiegel\n{body}", "Der Spiegel"),
        ("Twelve howitzers for us\nBy Ann Bell | BBC News | 14 November 2024\n{body}", "BBC"),
        ("Twelve howitzers for us\nNEWTON, January 7, 2026, 15:34 (EST)\n{body}", None),  # no magazine
    ],
)
def test_the_publisher_by_the_pages_own_word(text: str, publisher: str | None) -> None:
    assert read_imprint(text.format(body=BODY)).publisher == publisher


def test_the_address_names_the_publisher_and_at_last_the_date() -> None:
    found = read_imprint(BODY, "https://www.muster-bote.example/2021/02/05/haubitzen.html")
    assert (found.publisher, found.published) == ("muster-bote.example", "2021-02-05")


def test_front_matter_that_is_no_yaml() -> None:
    text = (
        "---\ntitle: Muster: zwölf Haubitzen &amp; mehr\nsource: Musterbote\nsource_url: https://bote.example\n"
        "published_date: 2024-05-03T00:00:00\ncollected_date: 2025-01-01\nurl: https://bote.example/a\n"
        f"language: en\n---\n\n{BODY}"
    )
    found = read_imprint(text)
    assert found.title == "Muster: zwölf Haubitzen & mehr"
    assert (found.publisher, found.published) == ("Musterbote", "2024-05-03")
    assert found.url == "https://bote.example/a"
    assert text[found.body_start :].strip() == BODY


def test_a_feeds_front_matter_with_a_tag_and_a_link() -> None:
    text = (
        '---\nlayout: post\ntitle: "🔥 [Haubitzen] Zwölf Haubitzen für Neudorf"\n'
        "date: Tue, 04 Mar 2025 18:30:00 +0100\n---\n"
        f"[Zwölf Haubitzen für Neudorf](https://www.bote.example/haubitzen)\n\n{BODY}"
    )
    found = read_imprint(text)
    assert found.title == "Zwölf Haubitzen für Neudorf"
    assert (found.url, found.publisher) == ("https://www.bote.example/haubitzen", "bote.example")
    assert found.published == "2025-03-04"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rüstung\n\nZwölf Haubitzen für Neudorf\n", "Zwölf Haubitzen für Neudorf"),
        (
            "PolitikZwölf Haubitzen für Neudorf\n\nZwölf Haubitzen für Neudorf\n",
            "Zwölf Haubitzen für Neudorf",
        ),
        (
            "Startseite › Politik › Ausland\n\nZwölf Haubitzen für Neudorf\n",
            "Zwölf Haubitzen für Neudorf",
        ),
        ("HomePolitikAusland\nMenü\n# Zwölf Haubitzen für uns\n", "Zwölf Haubitzen für uns"),
        (
            "Drucken | Teilen\nKommen die Haubitzen noch dieses Jahr?\n",
            "Kommen die Haubitzen noch dieses Jahr?",
        ),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read_imprint(f"{head}{BODY}\n\n{BODY} Wirklich.").title == title


def test_a_long_headline_above_a_byline_in_small_letters_is_the_title() -> None:
    title = "Musterstadt: Ministry delivered 120 long-range guns to Neudorf"
    assert read_imprint(f"{title}\n\nby Ann Bell\n3 May 2024\n\n{BODY}").title == title


def test_a_first_line_of_wrapped_text_is_no_title() -> None:
    text = "The government of Exampleland has sent twelve howitzers to\nits neighbour, a spokesman said.\n"
    assert read_imprint(text).title is None


def test_dpas_number_at_the_end_is_a_date() -> None:
    found = read_imprint(f"Zwölf Haubitzen\n\n{BODY}\n\n© dpa-infocom, dpa:241114-930-288411/1")
    assert found.published == "2024-11-14"


def test_nothing_is_invented() -> None:
    found = read_imprint(f"{BODY} Mehr nicht.")
    assert (found.title, found.publisher, found.published, found.url) == (None, None, None, None)


def test_signs_around_a_title_go_and_its_own_stay() -> None:
    assert read_imprint(f"+++ Ticker: Zwölf Haubitzen +++\n\n{BODY}\n").title == "Ticker: Zwölf Haubitzen"
    assert read_imprint(f"$218 Mln for Howitzers\n\n{BODY}\n").title == "$218 Mln for Howitzers"
    assert read_imprint(f"Embargo: „Gebrochen“\nEine Zusammenfassung in vier Punkten\n\n{BODY}\n").title == (
        "Embargo: „Gebrochen“"
    )


def test_a_press_release_has_its_date_in_the_dateline() -> None:
    text = f"Twelve howitzers for Newton\n\nST. NEWTON, Fla., Oct. 2, 2023 -- {BODY}\n\n{BODY} Ja.\n"
    assert read_imprint(text).published == "2023-10-02"


def test_a_headline_may_end_with_its_site_or_with_whom_it_quotes() -> None:
    found = read_imprint(f"Zwölf Haubitzen | Der Spiegel\n\n{BODY}\n")
    assert (found.title, found.publisher) == ("Zwölf Haubitzen", "Der Spiegel")
    found = read_imprint(f"Twelve howitzers for Newton — Bloomberg\n\n{BODY}\n")
    assert (found.title, found.publisher) == ("Twelve howitzers for Newton — Bloomberg", None)


LONG_QUESTION = "Kommen die zwölf zugesagten Haubitzen noch in diesem Jahr in Neudorf an?"
SIGNED = "Von Max Muster\n3. Mai 2024\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (LONG_QUESTION, LONG_QUESTION),
        (f"„{LONG_QUESTION}“", f"„{LONG_QUESTION}“"),
        (f"Menü\nSuche\nAnmelden\nDrucken\nPolitik\n{LONG_QUESTION}", LONG_QUESTION),
        (f"Muster Post\nNews\nHome\nSearch\nMenu\nSign in\n{LONG_QUESTION}", LONG_QUESTION),
        (f"Zwölf Haubitzen für Neudorf\n{LONG_QUESTION}", "Zwölf Haubitzen für Neudorf"),
        (
            "Zwölf Haubitzen für Neudorf\nNach langem Zögern stimmt die Regierung zu und liefert nun doch.",
            "Zwölf Haubitzen für Neudorf",
        ),
        (
            "Neue Zahlen aus Neudorf\nMusterstadt liefert weniger als versprochen",
            "Musterstadt liefert weniger als versprochen",
        ),
        (
            "Zwölf Haubitzen für Neudorf\nWie es dazu kam, dass nun doch alles schon bald geliefert wird",
            "Zwölf Haubitzen für Neudorf",
        ),
    ],
)
def test_a_headline_above_its_byline(head: str, title: str) -> None:
    found = read_imprint(f"{head}\n{SIGNED}\n{BODY}\n")
    assert (found.title, found.published) == (title, "2024-05-03")


def test_a_page_that_opens_with_a_question_has_it_for_a_title() -> None:
    text = f" date 2024-11 Wie viele Haubitzen gab es? Die Angaben gehen auseinander.\n\n{BODY}"
    found = read_imprint(text)
    assert (found.title, found.published) == ("Wie viele Haubitzen gab es?", "2024-11")


def test_a_signature_below_the_only_paragraph_makes_no_headline_of_it() -> None:
    found = read_imprint(f"{BODY}\nabc/muster-bote.example/dpa")
    assert (found.title, found.publisher) == (None, "muster-bote.example")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Douze obusiers pour Neudorf\nPar Ève Exemple\nPublié le 1er août 2024 à 9h05", "2024-08-01"),
        ("Doce obuses para Neudorf\nPor Eva Ejemplo\n3 de mayo de 2024", "2024-05-03"),
        ("Dodici obici per Neudorf\nA cura di Eva Esempio\n3 maggio 2024, ore 12:00", "2024-05-03"),
        ("Twaalf houwitsers voor Neudorf\nDoor Eva Voorbeeld\n3 maart 2024 om 12:00", "2024-03-03"),
        ("Dwanaście haubic dla Neudorf\nAutor: Ewa Przykład\n3 maja 2024, godz. 12:00", "2024-05-03"),
        ("Двенадцать гаубиц для Нойдорфа\nАвтор: Ева Пример\n3 мая 2024 в 12:00", "2024-05-03"),
        ("Дванадцять гаубиць для Нойдорфа\nАвтор: Єва Приклад\n3 травня 2024, 12:00", "2024-05-03"),
        ("Douze obusiers pour Neudorf\n03.05.2024", "2024-05-03"),
        ("Douze obusiers pour Neudorf\n2024-05-03 09:05", "2024-05-03"),
        ("Douze obusiers pour Neudorf\nMis à jour le 25/04/2024", "2024-04-25"),
    ],
)
def test_dates_and_bylines_of_other_languages(head: str, published: str) -> None:
    found = read_imprint(f"{head}\n\n{BODY}")
    assert (found.title, found.published) == (head.split("\n", maxsplit=1)[0], published)


@pytest.mark.parametrize(
    "dateline",
    [
        "Neustadt (dpa) 03.03.2025 – ",
        "Neustadt (dpa), 03.03.2025 - ",
        "Neustadt/Altdorf (dpa) - 3. März 2025 - ",
        "Neustadt, den 3. März 2025 – ",
        "Neustadt, 3. März 2025 (AFP) ",
        "03.03.2025, Neustadt (dpa) - ",
        "Neustadt | 03.03.2025 | ",
        "NEWTON, Ukraine (AP) — March 3, 2025 — ",
        "NEWTON (Reuters) March 3, 2025 – ",
        "NEWTON, March 3, 2025 /PRNewswire/ -- ",
        "(AP) NEWTON, March 3, 2025 — ",
        "Newton, Monday, 3 March 2025, Yonhap - ",
        "NEWTON, Mar. 3, 2025 (Hill Wire) - ",
        "Neustadt/Altdorf, 03.03.2025 (Bergdienst) – ",
        "**NEWTON, 3 March 2025** — ",
    ],
)
def test_the_date_of_a_dateline(dateline: str) -> None:
    assert (
        read_imprint(f"Zwölf Haubitzen für Neudorf\n\n{dateline}{BODY}\n\n{BODY}").published == "2025-03-03"
    )
    assert read_imprint(f"{dateline}Zwölf Haubitzen sind da.").published == "2025-03-03"


def test_a_line_of_date_and_source_dates_the_article_as_no_caption_does() -> None:
    for line, published in (("03.03.2025 | Quelle: dpa", "2025-03-03"), ("Foto: dpa, 03.03.2025", None)):
        assert read_imprint(f"Zwölf Haubitzen für Neudorf\n{line}\n\n{BODY}").published == published


@pytest.mark.parametrize(
    ("file", "header", "expected"),
    [
        ("afp_2025-03-03_newton.txt", "", "2025-03-03"),
        ("20250305.txt", "", "2025-03-03"),
        ("news.2025-03.txt", "", "2025-03-03"),
        ("2025-06-01.txt", "", None),  # when it was put there, perhaps
        ("plan-2030.txt", "", None),
        ("a.txt", "", None),
        ("a.txt", "---\ndate: 2025\n---\n", "2025-03-03"),
        ("a.txt", "---\ndate: 2025-04\n---\n", "2025-04"),
        ("2024-03-04.txt", "---\ndate: 2025-03-02\n---\n", "2025-03-02"),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_what_is_told(
    file: str, header: str, expected: str | None
) -> None:
    for dateline in ("NEWTON, March 3 (Reuters) - ", "Neustadt, 3. März (dpa) – "):
        text = f"{header}Zwölf Haubitzen für Neudorf\n\n{dateline}{BODY}\n\n{BODY}"
        assert read_imprint(text, file=file).published == expected


def test_a_text_that_begins_with_a_day_is_no_dateline() -> None:
    for line in ("Neustadt (dpa) - 3. März 2025: Es kommen Haubitzen. ", "Am 3. März 2025 – vor dem Fest – "):
        assert read_imprint(f"Chronik\n\n{line}{BODY}").published is None
