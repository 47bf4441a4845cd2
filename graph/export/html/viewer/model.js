// @ts-check
// The page's data, indexed. Maps, not objects: an id may be "constructor" or "__proto__".

/**
 * @typedef {{id: string, name: string, kind: string}} Entity
 * @typedef {{id: string, title: string | null, publisher: string | null, published: string | null,
 *   url: string | null, file: string | null}} Article
 * @typedef {{id: string, relation: string, subject: string | null, object: string | null,
 *   recipient: string | null, place: string | null, origins: number, assertions: number,
 *   modalities: [string, number][], quantities: string[], when: string[], first: string | null,
 *   last: string | null, speakers: string[]}} Claim
 * @typedef {{modality: string, quantity: number | null, quantityMax: number | null,
 *   qualifier: string | null, unit: string | null, when: string | null, quote: string,
 *   speaker: string | null, origin: string, originName: string | null, article: string}} Assertion
 * @typedef {{id: string, x: number, y: number, size: number}} PlacedNode
 * @typedef {{id: string, from: string, to: string, width: number, modality: string,
 *   arrows: object, smooth: {type?: string, roundness?: number} | false, selfReference?: object}} DrawnEdge
 * @typedef {[string, string]} Pair
 * @typedef {{kinds: Record<string, Pair>, relations: Record<string, Pair>, arrows: Record<string, string>,
 *   dashes: Record<string, number[]>, unknown: Pair}} Look
 * @typedef {{lang: string, title: string, texts: Record<string, string>, look: Look,
 *   entities: Entity[], articles: Article[], claims: Claim[],
 *   evidence: {claim: string, items: Assertion[]}[], nodes: PlacedNode[], edges: DrawnEdge[]}} Payload
 */

const ROLES = /** @type {const} */ (["subject", "object", "recipient", "place"]);

export class Model {
  /** @param {Payload} data */
  constructor(data) {
    this.data = data;
    this.entities = new Map(data.entities.map((entity) => [entity.id, entity]));
    this.articles = new Map(data.articles.map((article) => [article.id, article]));
    this.claims = new Map(data.claims.map((claim) => [claim.id, claim]));
    this.evidence = new Map(data.evidence.map(({ claim, items }) => [claim, items]));
    this.edges = new Map(data.edges.map((edge) => [edge.id, edge]));
    this.nodes = new Map(data.nodes.map((node) => [node.id, node]));
    /** @type {Map<string, Claim[]>} */
    this.claimsOfEntity = new Map();
    for (const claim of data.claims) {
      for (const id of new Set(ROLES.map((role) => claim[role]))) {
        if (id === null) continue;
        const list = this.claimsOfEntity.get(id);
        if (list) list.push(claim);
        else this.claimsOfEntity.set(id, [claim]);
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

  /**
   * The other claims whose line joins the same two ends.
   * @param {string} id a claim
   */
  beside(id) {
    const edge = this.edges.get(id);
    if (!edge) return [];
    const key = [edge.from, edge.to].sort().join("\u0000");
    return this.data.edges
      .filter((other) => other.id !== id && [other.from, other.to].sort().join("\u0000") === key)
      .map((other) => this.claims.get(other.id))
      .filter((claim) => claim !== undefined);
  }

  /**
   * Entities whose name holds the words, those that begin with them first, then the best connected.
   * @param {string} words
   * @param {number} limit
   */
  find(words, limit) {
    const wanted = plain(words);
    if (!wanted) return [];
    return this.data.entities
      .map((entity) => ({ entity, at: ` ${plain(entity.name)}`.indexOf(wanted) }))
      .filter(({ at }) => at >= 0)
      .map(({ entity, at }) => ({ entity, at, weight: this.claimsOf(entity.id).length }))
      .sort((a, b) => Number(a.at > 1) - Number(b.at > 1) || b.weight - a.weight)
      .slice(0, limit)
      .map(({ entity }) => entity);
  }
}

/**
 * A name as it is searched: case, accents and punctuation do not matter.
 * @param {string} name
 */
export function plain(name) {
  const folded = name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
  return folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
