// @ts-check
// Entities by any of their names: case, accents, punctuation and script do not matter.

/** @typedef {{entity: import("./model.js").Entity, by: string}} Found `by`: the other name that was meant, else "" */

const ENDINGS = ["n", "e", "s", "en", "es"]; // of a plural or a case; names stand in the singular

export class Finder {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    this.model = model;
    /** @type {{entity: import("./model.js").Entity, names: [string, string][], weight: number}[] | null} */
    this.index = null;
  }

  /**
   * Those whose name holds the words: first those that are called so, then those that begin so, then the
   * best connected.
   * @param {string} words
   * @param {number} limit
   * @returns {Found[]}
   */
  find(words, limit) {
    const wanted = plain(words);
    if (!wanted) return [];
    let found = this.matching(wanted);
    // ä typed as ae, where no key has it; "shahed136"
    if (!found.length) found = this.matching(wanted, (key) => key.replace(/([aou])e/g, "$1"));
    if (!found.length) found = this.matching(wanted, (key) => key.replaceAll(" ", ""));
    return found.slice(0, limit);
  }

  /** @param {string} words @param {(key: string) => string} [fold] what does not count, in names and in the words */
  matching(words, fold = (key) => key) {
    const wanted = fold(words);
    const singulars = ENDINGS.filter((end) => words.endsWith(end) && words.length >= end.length + 4)
      .map((end) => fold(words.slice(0, -end.length)));
    this.index ??= this.model.data.entities.map((entity) => ({
      entity,
      names: [entity.name, ...(entity.aliases ?? [])].map((name) => [name, plain(name)]),
      weight: this.model.claimsOf(entity.id).length,
    }));
    const hits = [];
    for (const { entity, names, weight } of this.index) {
      let best = 3;
      let by = "";
      for (const [name, spaced] of names) {
        const key = fold(spaced);
        const at = ` ${key}`.indexOf(` ${wanted}`);
        const rank = key === wanted || singulars.includes(key) ? 0 : at === 0 ? 1 : at > 0 || key.includes(wanted) ? 2 : 3;
        if (rank < best) [best, by] = [rank, name === entity.name ? "" : name];
      }
      if (best < 3) hits.push({ entity, by, best, weight });
    }
    return hits.sort((a, b) => a.best - b.best || b.weight - a.weight).map(({ entity, by }) => ({ entity, by }));
  }
}

/**
 * A name as it is searched.
 * @param {string} name
 */
export function plain(name) {
  const folded = name.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
  return folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
