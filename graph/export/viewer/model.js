// @ts-check
// The page's data, indexed. Maps, not objects: an id may be "constructor" or "__proto__".

/**
 * @typedef {{id: string, name: string, kind: string, aliases?: string[], category?: string, parents?: string[],
 *   at?: [number, number], claims?: number}} Entity `claims`: in how many of the store it stands, where that is known
 * @typedef {{id: string, title: string | null, publisher: string | null, grade: string | null,
 *   published: string | null, url: string | null, file: string | null}} Article
 * @typedef {{id: string, relation: string, subject: string | null, object: string | null,
 *   recipient: string | null, place: string | null, line: [string, string] | null, origins: number, assertions: number,
 *   modalities: [string, number][], quantities: string[], when: string[], first: string | null,
 *   last: string | null, speakers: string[]}} Claim
 * @typedef {{modality: string, quantity: number | null, quantityMax: number | null,
 *   qualifier: string | null, unit: string | null, when: string | null, days: [string | null, string | null] | null,
 *   quote: string, speaker: string | null, origin: string, originName: string | null, article: string}} Assertion
 * @typedef {{claims: number, at: [string, number, number][]}} Tier
 * @typedef {[string, string]} Pair
 * @typedef {{kinds: Record<string, Pair>, relations: Record<string, Pair>, arrows: Record<string, string>,
 *   dashes: Record<string, number[]>, unknown: Pair}} Look
 * @typedef {{first: number, claims: number, entities: number, articles: number,
 *   choices: Record<string, string[]>}} Served the whole store, where the page asks a server for what it lacks:
 *   `first`: how many claims came with the page; `choices`: what there is to filter by
 * @typedef {{unquoted: number, entities: Entity[], articles: Article[], claims: Claim[],
 *   evidence: {claim: string, items: Assertion[]}[], places: Tier[], outline?: import("./atlas.js").Outline}} Part
 *   `outline`: for the map
 * @typedef {Part & {lang: string | null, title: string, texts: Record<string, Record<string, string>>, look: Look,
 *   served: Served | null}} Payload
 */

import { format, isFiltered, START } from "./state.js";

export const ROLES = /** @type {const} */ (["subject", "object", "recipient", "place"]);
const ITEMS = new Set(["weapon-system", "ammunition", "component", "technology", "personnel"]);

export class Model {
  /** @param {Payload} data */
  constructor(data) {
    this.data = data;
    this.served = data.served ?? null;
    this.version = 0;
    /** @type {Map<string, Entity>} */
    this.entities = new Map();
    /** @type {Map<string, Article>} */
    this.articles = new Map();
    /** @type {Map<string, Claim>} */
    this.claims = new Map();
    /** @type {Map<string, Assertion[]>} */
    this.evidence = new Map();
    /** @type {Map<string, Set<string>>} a filter -> claims of which a server said that they pass */
    this.passed = new Map();
    /** @type {Map<string, number>} a filter and an entity, or all -> how many claims of the store pass */
    this.numbers = new Map();
    /** @type {Map<string, number>} claims come with the best attested first; their number says how well */
    this.rank = new Map();
    /** @type {Map<string, Claim[]>} */
    this.claimsOfEntity = new Map();
    /** @type {Map<string, string[]>} an item -> the items that are a kind of it */
    this.kindsOf = new Map();
    this.take(data);
    this.index();
  }

  /**
   * More of the store than the page has so far.
   * @param {Part} part
   */
  add(part) {
    this.take(part);
    this.version += 1;
    this.data = {
      ...this.data,
      claims: [...this.claims.values()].sort(best),
      entities: [...this.entities.values()],
      articles: [...this.articles.values()],
      outline: part.outline ?? this.data.outline,
      places: [...new Map([...this.data.places, ...part.places].map((tier) => [tier.claims, tier])).values()].sort((a, b) => a.claims - b.claims),
    };
    this.index();
  }

  /** @param {Part} part */
  take(part) {
    for (const entity of part.entities) this.entities.set(entity.id, { ...this.entities.get(entity.id), ...entity });
    for (const article of part.articles) this.articles.set(article.id, article);
    for (const claim of part.claims) this.claims.set(claim.id, claim);
    for (const { claim, items } of part.evidence) {
      if (items.length > (this.evidence.get(claim)?.length ?? 0)) this.evidence.set(claim, items);
    }
  }

  index() {
    const { data } = this;
    this.rank = new Map(data.claims.map((claim, index) => [claim.id, index]));
    this.claimsOfEntity = new Map();
    for (const claim of data.claims) {
      for (const id of rolesOf(claim)) listIn(this.claimsOfEntity, id).push(claim);
    }
    this.kindsOf = new Map();
    for (const entity of data.entities) {
      for (const parent of entity.parents ?? []) {
        if (this.entities.has(parent)) listIn(this.kindsOf, parent).push(entity.id);
      }
    }
  }

  /** @param {string} id */
  claimsOf(id) {
    return this.claimsOfEntity.get(id) ?? [];
  }

  /** @param {string | null} id */
  nameOf(id) {
    return id === null ? "" : (this.entities.get(id)?.name ?? id);
  }

  /** @param {string | null} id */
  isItem(id) {
    return id !== null && ITEMS.has(this.entities.get(id)?.kind ?? "");
  }

  /** @param {Claim} claim the category of what it is about, "" where that has none */
  categoryOf(claim) {
    return (claim.object !== null && this.entities.get(claim.object)?.category) || "";
  }

  /**
   * What a server said: these claims pass, and so many in all.
   * @param {Claim[]} claims
   * @param {import("./state.js").Filter} filter
   * @param {string | null} id the entity that the number is about, "": all; null: there is no number
   * @param {number} number
   */
  passes(claims, filter, id, number) {
    const key = format({ ...START, filter });
    const passed = this.passed.get(key) ?? new Set();
    this.passed.set(key, passed);
    for (const claim of claims) passed.add(claim.id);
    if (id !== null) this.numbers.set(`${key}\u0000${id}`, number);
  }

  /**
   * How many claims of an entity, or of all (""), pass in the store; null where what the page has is all that is known.
   * @param {string} id
   * @param {import("./state.js").Filter} filter
   */
  numberOf(id, filter) {
    if (!this.served) return null;
    const told = this.numbers.get(`${format({ ...START, filter })}\u0000${id}`);
    if (told !== undefined || isFiltered(filter)) return told ?? null;
    return id === "" ? this.served.claims : (this.entities.get(id)?.claims ?? null);
  }

  /** Whether assertions of a claim are still with the server. @param {Claim} claim */
  isPartial(claim) {
    return this.served !== null && (this.evidence.get(claim.id)?.length ?? 0) < claim.assertions;
  }

  /**
   * The item itself and every kind of it, however far down.
   * @param {string} id
   * @returns {string[]}
   */
  withKinds(id) {
    const found = new Set([id]);
    for (const item of found) for (const kind of this.kindsOf.get(item) ?? []) found.add(kind);
    return [...found];
  }
}

/**
 * As the server orders claims, and the file: the best attested first; of equals, what goes from one to another.
 * @param {Claim} a
 * @param {Claim} b
 */
export function best(a, b) {
  const still = (/** @type {Claim} */ claim) => Number(claim.relation !== "supplies" && claim.relation !== "supports");
  return b.origins - a.origins || b.assertions - a.assertions || still(a) - still(b) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * The entities of a claim, each once.
 * @param {Claim} claim
 * @returns {Set<string>}
 */
export function rolesOf(claim) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const role of ROLES) {
    const id = claim[role];
    if (id !== null) found.add(id);
  }
  return found;
}

/**
 * @template K, V
 * @param {Map<K, V[]>} map
 * @param {K} key
 * @returns {V[]}
 */
export function listIn(map, key) {
  const found = map.get(key);
  if (found) return found;
  /** @type {V[]} */
  const made = [];
  map.set(key, made);
  return made;
}
