// A small graph for the viewer's unit tests.

import { Model } from "../../graph/export/viewer/model.js";

/** Claims as "subject relation object recipient", "-" for nobody. */
export function claim(id, words, more = {}) {
  const [subject, relation, object, recipient] = words.split(" ").map((word) => (word === "-" ? null : word));
  const ends = [subject, recipient ?? object].filter(Boolean);
  return {
    id, relation, subject, object: object ?? null, recipient: recipient ?? null, place: null,
    line: ends.length ? [ends[0], ends.at(-1)] : null,
    origins: 1, assertions: 1, modalities: [["reported", 1]], quantities: [], when: [], first: null, last: null, speakers: [],
    ...more,
  };
}

export function said(more = {}) {
  return {
    modality: "reported", quantity: null, quantityMax: null, qualifier: null, unit: null, when: null, days: null,
    quote: "q", speaker: null, origin: "paper", originName: "Paper", article: "a1", ...more,
  };
}

const ITEMS = new Set(["drones", "shahed", "shells"]);

export function modelOf(claims, { evidence = {}, entities = {}, served = null } = {}) {
  const ids = [...new Set(claims.flatMap((c) => [c.subject, c.object, c.recipient, c.place]).filter(Boolean))];
  return new Model({
    lang: "en", title: "t", texts: {}, look: { kinds: {}, relations: {}, arrows: {}, dashes: {}, unknown: ["", ""] }, unquoted: 0, served,
    entities: ids.map((id) => ({ id, name: id, kind: ITEMS.has(id) ? "weapon-system" : "state", ...entities[id] })),
    articles: [
      { id: "a1", title: "One", publisher: "Paper", grade: "B", published: "2024-05-01", url: null, file: null },
      { id: "a2", title: "Two", publisher: "Other", grade: null, published: "2025-01-01", url: null, file: null },
    ],
    claims,
    evidence: Object.entries(evidence).map(([id, items]) => ({ claim: id, items })),
    places: [],
  });
}
