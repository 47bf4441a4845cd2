// @ts-check
// The page's data, indexed. Maps, not objects: an id may be "constructor" or "__proto__".

/**
 * @typedef {{id: string, name: string, kind: string, aliases?: string[], category?: string, parents?: string[],
 *   at?: [number, number]}} Entity
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
 * @typedef {{lang: string | null, title: string, texts: Record<string, Record<string, string>>, look: Look,
 *   unquoted: number, entities: Entity[], articles: Article[], claims: Claim[],
 *   evidence: {claim: string, items: Assertion[]}[], places: Tier[], outline?: import("./atlas.js").Outline}} Payload
 *   `outline`: where some entity has a place
 */

export const ROLES = /** @type {const} */ (["subject", "object", "recipient", "place"]);
const ITEMS = new Set(["weapon-system", "ammunition", "component", "technology", "personnel"]);

export class Model {
  /** @param {Payload} data */
  constructor(data) {
    this.data = data;
    this.entities = new Map(data.entities.map((entity) => [entity.id, entity]));
    this.articles = new Map(data.articles.map((article) => [article.id, article]));
    this.claims = new Map(data.claims.map((claim) => [claim.id, claim]));
    this.evidence = new Map(data.evidence.map(({ claim, items }) => [claim, items]));
    /** Claims come with the best attested first; their number says how well. */
    this.rank = new Map(data.claims.map((claim, index) => [claim.id, index]));
    /** @type {Map<string, Claim[]>} */
    this.claimsOfEntity = new Map();
    for (const claim of data.claims) {
      for (const id of rolesOf(claim)) listIn(this.claimsOfEntity, id).push(claim);
    }
    /** @type {Map<string, string[]>} an item -> the items that are a kind of it */
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
