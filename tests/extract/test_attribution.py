"""Attribution: who says it."""

from __future__ import annotations

import pytest

from graph.extract.attribution import Attribution, find
from graph.extract.discourse import Discourse
from graph.extract.mentions import find as find_mentions
from graph.extract.tokens import tokenize
from graph.model import EntityRef

BUDANOV = EntityRef("kyrylo-budanov", "Kyrylo Budanov", "person")


def attributed(text: str, language: str, memory: Discourse | None = None) -> Attribution | None:
    """The attribution of a text of one sentence."""
    tokens = tokenize(text, 0, len(text), language)
    return find(tokens, find_mentions(text, tokens, language), memory or Discourse(), language)


SPEAKERS = [
    # by a phrase
    ("de", "Laut Kyrylo Budanow regnet es.", "Kyrylo Budanov"),
    ("de", "Es regnet, Budanow zufolge.", "Kyrylo Budanov"),
    ("de", "Dem Kreml zufolge regnet es.", "Russia"),
    ("de", "Nach Angaben der polnischen Regierung regnet es.", "Poland"),
    ("en", "It rains, according to the Polish government.", "Poland"),
    ("en", "It rains, according to Rheinmetall.", "Rheinmetall"),
    ("de", "Bislang hat Deutschland laut Olaf Scholz Regen.", "Olaf Scholz"),  # "Deutschland" is no title
    (
        "en",
        "It rains, according to the Stockholm institute SIPRI.",
        "SIPRI",
    ),
    ("en", "It rains, according to the newspaper Gaseta.", "Gaseta"),
    ("de", "Nach Recherchen der Zeitung „Regenblatt“ regnet es.", "Regenblatt"),
    ("de", "Nach Angaben des Portals „Nasse Welt“ regnet es.", "Nasse Welt"),
    ("de", "Nach SPIEGEL-Informationen regnet es.", "Der Spiegel"),
    ("de", "Nach Informationen des Spiegel regnet es.", "Der Spiegel"),
    ("de", "Es regnet, schreibt das Institut GI-TOC.", "GI-TOC"),
    (
        "en",
        "It rains, according to a report by the Riga-based Institute for Rain and Cloud Studies.",
        "Institute for Rain and Cloud Studies",
    ),
    ("en", "It rains, the Pentagon said.", "US Department of Defense"),
    # where it is said
    ("de", "Aus Kiew heißt es, es regne.", "Ukraine"),
    ("de", "In Washington heißt es, es regne.", "United States"),
    ("de", "Es regnet, verlautete aus gut unterrichteter Quelle.", "sources"),
    # names of persons with small words in them
    ("en", "Trade Minister Geert van Regen said it rained.", "Geert van Regen"),
    ("en", "It rains, Jassim al-Matar said.", "Jassim al-Matar"),
    ("en", "It rains, Sean O'Rain told reporters.", "Sean O'Rain"),
    ("de", "Es regnet, sagte Piet van der Wolk.", "Piet van der Wolk"),
    # behind a quotation, whatever verbs stand in it
    ("de", "„Tropfen aus Polen ergänzen den Regen“, schrieb Kyrylo Budanow auf Twitter.", "Kyrylo Budanov"),
    # a relative clause with commas in it
    (
        "en",
        "A spokesman for Rheinmetall, which is at home in Unterlüß, Lower Saxony, said it rained.",
        "Rheinmetall",
    ),
    # groups of speakers
    ("de", "Es regnet, wie Militärs berichten.", "military sources"),
    ("de", "Es regnet, verlautete aus Sicherheitskreisen.", "security sources"),
    ("en", "Experts think that it rains.", "experts"),
    ("en", "It rains, an army source told Al Jazeera.", "sources"),
    ("de", "Nach Schätzungen westlicher Diplomaten regnet es.", "Western diplomats"),
    ("en", "It rains, European officials said.", "European officials"),
    ("en", "It rains, Western intelligence services said.", "Western intelligence services"),
    ("en", "It rains, Western intelligence officials said.", "Western officials"),
    ("de", "Nach Angaben westlicher Geheimdienste regnet es.", "Western intelligence services"),
    ("en", "It rains, Ukrainian officials said.", "Ukraine"),
    ("de", "Es regne, berichteten indische Medien.", "Indian media"),
    ("en", "It rains, Indian media reported.", "Indian media"),
    # whose papers they are
    ("en", "Videos verified by Reuters show that it rains.", "Reuters"),
    ("en", "The rain was verified by Reuters.", None),
    ("en", "Poland is wet, according to its own figures.", "Poland"),
    ("en", "It rains, according to a memo seen by Reuters.", "Reuters"),
    # what papers show, and whose they are
    ("de", "Eine Auswertung von SIPRI zeigt, dass es regnet.", "SIPRI"),
    ("de", "Wie Recherchen der Zeitung „Regenblatt“ ergaben, regnet es.", "Regenblatt"),
    ("de", "In einem Bericht der Vereinten Nationen heißt es, es regne.", "United Nations"),
    ("de", "Wie aus Unterlagen der polnischen Regierung hervorgeht, regnet es.", "Poland"),
    ("de", "Ein Bericht der Vereinten Nationen kommt bald.", None),
    ("de", "Zahlen von SIPRI legte er in die Schublade.", None),
    # verbs with a word that makes them verbs of saying
    ("de", "Kyrylo Budanow stellte klar, dass es regnet.", "Kyrylo Budanov"),
    ("de", "Kyrylo Budanow machte deutlich, dass es regnet.", "Kyrylo Budanov"),
    ("de", "Kyrylo Budanow stellte den Schirm ab.", None),
    ("en", "Kyrylo Budanov made clear that it rains.", "Kyrylo Budanov"),
    # quoted by others
    ("en", "Kyrylo Budanov was quoted by Reuters as saying that it rains.", "Kyrylo Budanov"),
    ("en", "Reuters quoted Kyrylo Budanov as saying that it rains.", "Kyrylo Budanov"),
    # several, and in apposition
    ("en", "It rains, Olaf Scholz and Emmanuel Macron said.", "Olaf Scholz"),
    ("en", "Its spy chief, Kyrylo Budanov, puts Poland's rain at one litre.", "Kyrylo Budanov"),
    ("en", "It rains, its minister, Boris Pistorius, confirmed to Reuters.", "Boris Pistorius"),
    ("en", "It rains in Poland, said Kyrylo Budanov.", "Kyrylo Budanov"),
    # the ministry of the capital behind it, of the state that the sentence is about
    ("en", "It rains, the Ministry of Defence in London has announced.", "United Kingdom"),
    ("en", "Poland is wet, its foreign ministry says.", "Poland"),
    ("de", "Polen ist nass, wie ein Sprecher bekräftigte.", "Poland"),
    ("de", "Polen ist nass, sagte eine Sprecherin der Regierung in Kiew.", "Ukraine"),
    # by an adjective, by a name glued to its noun
    ("de", "Nach polnischen Angaben regnet es.", "Poland"),
    ("de", "Nach NATO-Angaben regnet es.", "NATO"),
    ("de", "Nach Reuters-Informationen regnet es.", "Reuters"),
    ("en", "It rains, according to Polish sources.", "Poland"),
    # by a verb
    ("de", "Es regne, sagte Kyrylo Budanow.", "Kyrylo Budanov"),
    ("de", "Kyrylo Budanow sagte, es regne.", "Kyrylo Budanov"),
    ("de", "Es regne, teilte die polnische Regierung mit.", "Poland"),
    ("de", "Die polnische Regierung teilt die Ansicht.", None),
    ("en", "It rains, said Kyrylo Budanov.", "Kyrylo Budanov"),
    ("en", "It rains, Kyrylo Budanov replied.", "Kyrylo Budanov"),
    ("de", "Es regne, erwiderte Kyrylo Budanow.", "Kyrylo Budanov"),
    (
        "en",
        "A spokesperson for the Chinese foreign ministry said it rains.",
        "Chinese Ministry of Foreign Affairs",
    ),
    ("en", "A proposal for the Chinese foreign ministry said it rains.", None),
    ("en", "Officials speaking on background said it rains.", "officials"),
    ("en", "It rains, the newspaper El Pais reported.", "El País"),
    ("en", "Kyrylo Budanov said it rains.", "Kyrylo Budanov"),
    ("en", "Poland was said to be wet.", None),
    ("de", "Es regnet, heißt es beim polnischen Verteidigungsministerium.", "Polish Ministry of Defence"),
    ("de", "Es regnet, heißt es in dem Bericht.", None),
    ("de", "Die französische Zeitung „Le Monde“ berichtete später, es regne.", "Le Monde"),
    ("de", "Wie das „Wall Street Journal“ unabhängig davon berichtet, regnet es.", "Wall Street Journal"),
    ("de", "Der „Washington Post“ zufolge regnet es in Polen.", "Washington Post"),
    ("de", "Der Sprecher der USA, John Kirby, hatte im Januar erklärt, es regne.", "John Kirby"),
    ("de", "Die Amerikaner sagen, es regne.", "United States"),
    ("de", "Die Amerikaner wollen sagen, es regne.", None),
    ("en", "Denmark, which opened a camp of its own in Jutland last year, said it rains.", "Denmark"),
    ("en", "President Ferdinand Marcos Jr. told reporters that it rains.", "Ferdinand Marcos Jr."),
    ("en", "A Ukrainian brigade commander told the BBC that it rains.", "Ukraine"),
    ("en", "Poland put the number at 30.", "Poland"),
    ("en", "Poland put the number on a list.", None),
    ("en", "Poland has put the number on a list.", None),
    # by a verb that a person says
    ("de", "Kyrylo Budanow versprach Regen.", "Kyrylo Budanov"),
    ("de", "Polen versprach Regen.", None),
    # of oneself
    ("de", "Polen wartet nach eigenen Angaben auf Regen.", "Poland"),
    ("de", "Nach eigenen Angaben wartet Polen auf Regen.", "Poland"),
    ("de", "Eigenen Angaben zufolge wartet Polen auf Regen.", "Poland"),
    ("de", "In Polen wartet man nach eigenen Angaben auf Regen.", None),
    ("en", "Poland by its own account waits for rain.", "Poland"),
    # by a document
    ("de", "Es regnet, wie aus dem Bericht der polnischen Regierung hervorgeht.", "Poland"),
    ("de", "Es regnet aus dem Bericht der polnischen Regierung.", None),
    # by a name that no list has
    ("en", "It rains, national security adviser Chang Ho-jin announced.", "Chang Ho-jin"),
    ("de", "Es regne, sagte Tomasz Nowicki.", "Tomasz Nowicki"),
    ("en", "It rains, said Tomasz Nowicki.", "Tomasz Nowicki"),
    # media report; what is said to them says the speaker
    ("de", "Wie Defense Express berichtet, regnet es.", "Defense Express"),
    ("de", "Das meldete Reuters am Montag.", "Reuters"),
    ("en", "It rains, the Washington Post reported.", "Washington Post"),
    ("de", "Das sagte Kyrylo Budanow der Washington Post.", "Kyrylo Budanov"),
    ("de", "Ein Sprecher sagte der Washington Post, es regne.", None),
    # beside an auxiliary: "hatte ... erklärt"; what he says is not who says it
    ("de", "Kyrylo Budanow hatte zuvor erklärt, Russland liefere nichts.", "Kyrylo Budanov"),
    (
        "de",
        "Tags zuvor hatte Kyrylo Budanow bei einem Besuch in Warschau Regen angekündigt.",
        "Kyrylo Budanov",
    ),
    ("en", "Kyrylo Budanov has said Moscow sent it.", "Kyrylo Budanov"),
    ("en", "China has halted sales, Bloomberg reported.", "Bloomberg"),
    # in apposition
    ("de", "Der Chef des Dienstes, Kyrylo Budanow, sagte, es regne.", "Kyrylo Budanov"),
    ("de", "Kyrylo Budanow, der Chef des Dienstes, sagte, es regne.", "Kyrylo Budanov"),
    (
        "en",
        "Ukraine's air force commander, Mykola Oleshchuk, said Moscow had launched it.",
        "Mykola Oleshchuk",
    ),
    ("en", "Ukrainian officials who spoke to Reuters said it rains.", "Ukraine"),
    # by a noun that tells whose knowledge it is
    ("de", "Nach Budanows Angaben regnet es.", "Kyrylo Budanov"),
    (
        "de",
        "Nach einer neuen Zählung von SIPRI regnet es.",
        "SIPRI",
    ),
    ("de", "Nach Angaben aus Tokio regnet es.", "Japan"),
    ("de", "Nach Konzernangaben bereits im Regen fährt die polnische Armee.", None),
    ("de", "Nach polnischer Zählung regnet es.", "Poland"),
    # who speaks for a state; a capital is one only behind a ministry, an army or the like
    ("en", "It rains, according to US officials.", "United States"),
    ("en", "It rains, the defence ministry in Tokyo said.", "Japan"),
    ("de", "US-Berater warfen Pjöngjang vor, Regen zu liefern.", "United States"),
    # behind indirect speech any verb is one of saying
    ("de", "Russland habe Regen bestellt, klagte Kyrylo Budanow.", "Kyrylo Budanov"),
    ("de", "Den Kreuzer versenkten die Ukrainer im Regen.", None),
    # a title is no part of the name, a rare first name is
    ("en", "It rains, Colonel Tomasz Nowicki said.", "Tomasz Nowicki"),
    ("de", "Es regne, sagte die Expertin Dina Arnoldi.", "Dina Arnoldi"),
    # without a name
    ("de", "Medienberichten zufolge regnet es.", "media reports"),
    ("de", "Nach Schätzung von Fachleuten regnet es.", "experts"),
    ("en", "It rains, two officials said.", "officials"),
    ("en", "According to the report, North Korea is wet.", None),
    # verbs that say something only in other company
    ("de", "Deutschland hat der Ukraine Waffen gegeben.", None),
    ("de", "Die Bundeswehr hat Panzer in Auftrag gegeben.", None),
    ("de", "Teheran sagte die Lieferung ab.", None),
    ("de", "Die Nato ging leer aus.", None),
    ("de", "Die Nato geht davon aus, dass es regnet.", "NATO"),
    ("de", "Den Kreuzer „Moskwa“ versenkten die Ukrainer.", None),
    ("de", "„Es regnet“, klagten die Ukrainer.", "Ukraine"),
    ("en", "Germany sent tanks, and Poland added three.", None),
    ("en", "Poland added it was raining.", "Poland"),
    ("en", "Poland maintains a base in the rain.", None),
    ("en", "Poland maintains that it rains.", "Poland"),
    ("en", "Poland responded with missiles.", None),
    # a present tense that looks like a participle
    ("de", "Das Wall Street Journal berichtet, es regne.", "Wall Street Journal"),
    ("de", "Der Kreml bestätigt: Es regnet.", "Russia"),
    ("de", "Der Kreml erklärt, dass es regnet.", "Russia"),
    # those who speak for a state without its name
    ("en", "Poland was hit by rain, the air force said.", "Poland"),
    ("en", "Poland was hit by rain, a government spokesman said.", "Poland"),
    ("en", "Poland was hit by rain, an army spokesperson told reporters.", "Poland"),
    ("en", "Poland was hit by rain, the presidency announced.", "Poland"),
    ("en", "Poland was hit by rain, the defence minister said.", "Poland"),
    ("de", "In Polen regnet es, sagte ein Regierungssprecher.", "Poland"),
    ("de", "Polen friert, sagte ein Armeesprecher.", "Poland"),
    ("de", "Polen friert, sagte der Verteidigungsminister.", "Poland"),
    ("de", "Polen friert, teilte die Präsidentschaft mit.", "Poland"),
    # sources without a name
    ("en", "It rains, according to two people familiar with the matter.", "sources"),
    ("en", "Reuters reported rain, citing three European officials.", "European officials"),
    ("en", "The Wall Street Journal, citing officials, reported that it rains.", "officials"),
    ("en", "A report by Amnesty International found that it rains.", "Amnesty International"),
    ("en", "Poland found three tanks.", None),
    ("en", "Iran's Tasnim news agency reported rain.", "Tasnim"),
    ("de", "Der Kreml geht von Regen in Polen aus.", "Russia"),
    ("de", "Russische Staatsmedien berichteten, es regne.", "Russian media"),
    # nobody
    ("de", "In Polen regnet es.", None),
    ("en", "It rains in Poland.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_who_says_it(language: str, text: str, speaker: str | None) -> None:
    found = attributed(text, language)
    assert (found.speaker.name if found else None) == speaker


def test_the_span_covers_the_cue_and_the_name() -> None:
    text = "Laut Kyrylo Budanow regnet es."
    found = attributed(text, "de")
    assert found is not None
    assert (found.first, found.last) == (0, 3)


def test_a_surname_met_before_is_enough() -> None:
    memory = Discourse(surnames={"budanow": BUDANOV})
    found = attributed("Es regne, sagte Budanow.", "de", memory)
    assert found is not None
    assert found.speaker == BUDANOV


@pytest.mark.parametrize(("age", "speaker"), [(1, BUDANOV), (3, BUDANOV), (4, None)])
def test_he_is_the_speaker_of_the_sentences_before(age: int, speaker: EntityRef | None) -> None:
    memory = Discourse(sentence=10, person=BUDANOV, person_sentence=10 - age)
    for language, text in (("de", "Es regne, sagte er."), ("en", "He said it rains.")):
        found = attributed(text, language, memory)
        assert (found.speaker if found else None) == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Es regne, sagte der Beamte."), ("en", "It rains, according to the official.")],
)
def test_the_official_is_the_speaker_before(language: str, text: str) -> None:
    poland = EntityRef("poland", "Poland", "state")
    for age, speaker in ((1, poland), (4, None)):
        found = attributed(text, language, Discourse(sentence=10, speaker=poland, speaker_sentence=10 - age))
        assert (found.speaker if found else None) == speaker


HEADLINES = [
    ("de", "Putin: Haben neue Rakete eingesetzt", "Vladimir Putin"),
    ("de", "Ukraine: Regen im ganzen Land", None),
    ("en", "China stops sales to Ukraine — Bloomberg", "Bloomberg"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), HEADLINES)
def test_a_headline_names_its_speaker_at_either_end(language: str, text: str, speaker: str | None) -> None:
    tokens = tokenize(text, 0, len(text), language)
    mentions = find_mentions(text, tokens, language)
    found = find(tokens, mentions, Discourse(), language, headline=True)
    assert (found.speaker.name if found else None) == speaker
    assert find(tokens, mentions, Discourse(), language) is None


def test_an_unknown_speaker_is_a_person_with_a_readable_id() -> None:
    found = attributed("It rains, said Tomasz Nowicki.", "en")
    assert found is not None
    assert found.speaker == EntityRef("tomasz-nowicki", "Tomasz Nowicki", "person")
