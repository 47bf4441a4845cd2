// @ts-check
// Where the assertions of one claim do not agree: some deny it, or their numbers do not meet.

/**
 * @typedef {import("./model.js").Assertion} Assertion
 * @typedef {{kind: "denied" | "said" | "number", items: Assertion[]}} Side
 */

/**
 * The sides that stand against each other; none where all agree.
 * @param {Assertion[]} items
 * @returns {Side[]}
 */
export function sidesOf(items) {
  const denied = items.filter(({ modality }) => modality === "denied");
  const said = items.filter(({ modality }) => modality !== "denied");
  const numbers = said.length ? byNumber(said) : [];
  if (denied.length && said.length) {
    const sides = numbers.length > 1 ? numbers : [{ kind: /** @type {const} */ ("said"), items: said }];
    return [...sides, { kind: "denied", items: denied }];
  }
  return numbers.length > 1 ? numbers : [];
}

/**
 * Assertions whose numbers may mean the same stand together; those with units that differ are not compared.
 * @param {Assertion[]} items
 * @returns {Side[]}
 */
function byNumber(items) {
  const counted = items.filter((item) => item.quantity !== null || item.quantityMax !== null);
  const unit = counted[0]?.unit ?? null;
  const same = counted.filter((item) => (item.unit ?? null) === unit).sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
  /** @type {{range: [number, number], items: Assertion[]}[]} */
  const groups = [];
  for (const item of same) {
    const [low, high] = rangeOf(item);
    const last = groups.at(-1);
    if (last && low <= last.range[1]) {
      last.items.push(item);
      last.range[1] = Math.max(last.range[1], high);
    } else groups.push({ range: [low, high], items: [item] });
  }
  return groups.map((group) => ({ kind: /** @type {const} */ ("number"), items: group.items }));
}

/**
 * What a number that was said may mean: "about" reaches a tenth to both sides.
 * @param {Assertion} item
 * @returns {[number, number]}
 */
function rangeOf(item) {
  const low = item.quantity ?? item.quantityMax ?? 0;
  const high = item.quantityMax ?? low;
  if (item.qualifier === "about") return [low * 0.9, high * 1.1];
  if (item.qualifier === "at_least") return [low, Infinity];
  if (item.qualifier === "at_most") return [0, high];
  return [low, high];
}
