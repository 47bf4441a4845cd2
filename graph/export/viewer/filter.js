// @ts-check
// Which claims pass the filters, and how many would for each choice.

import { format, isFiltered, START } from "./state.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {import("./model.js").Assertion} Assertion
 * @typedef {import("./state.js").Filter} Filter
 */

export const FACETS = /** @type {const} */ (["relations", "categories", "modalities", "grades"]);
export const UNRATED = "-"; // a publisher without a letter, an item without a category

/**
 * A claim passes by what it is about and its origins; and at least one of its assertions must have the modality, the
 * publisher and the time asked for, all three.
 * @param {import("./model.js").Model} model
 * @param {Claim} claim
 * @param {Filter} filter
 */
export function passes(model, claim, filter) {
  const { relations, categories, origins } = filter;
  if (claim.origins < origins) return false;
  if (relations.length && !relations.includes(claim.relation)) return false;
  if (categories.length && !categories.includes(model.categoryOf(claim) || UNRATED)) return false;
  if (!filter.modalities.length && !filter.grades.length && !filter.since && !filter.until) return true;
  const items = model.evidence.get(claim.id);
  if (!items) return !filter.grades.length && !filter.since && !filter.until && claim.modalities.some(([name]) => filter.modalities.includes(name));
  return items.some((item) => fits(model, item, filter));
}

/**
 * @param {import("./model.js").Model} model
 * @param {Assertion} item
 * @param {Filter} filter
 */
export function fits(model, item, { modalities, grades, since, until }) {
  if (modalities.length && !modalities.includes(item.modality)) return false;
  if (grades.length && !grades.includes(model.articles.get(item.article)?.grade ?? UNRATED)) return false;
  if (!since && !until) return true;
  if (!item.days) return false;
  const [first, last] = item.days;
  return (!until || first === null || first <= lastDay(until)) && (!since || last === null || last >= since);
}

/**
 * "2024-02" as a text that no day of that month is greater than.
 * @param {string} date
 */
function lastDay(date) {
  return `${date}~`;
}

/**
 * @param {import("./model.js").Model} model
 * @param {Filter} filter
 * @returns {Claim[]} the best attested first
 */
export function passing(model, filter) {
  if (!isFiltered(filter)) return model.data.claims;
  // a server has looked through all assertions of a claim, of which the page may have some
  const told = model.passed.get(format({ ...START, filter }));
  return model.data.claims.filter((claim) => told?.has(claim.id) || passes(model, claim, filter));
}

/**
 * For each choice of a facet, how many claims it would leave with the other filters as they are.
 * @param {import("./model.js").Model} model
 * @param {Filter} filter
 * @param {typeof FACETS[number]} facet
 * @returns {Map<string, number>}
 */
export function counts(model, filter, facet) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const claim of passing(model, { ...filter, [facet]: [] })) {
    for (const value of valuesOf(model, claim, filter, facet)) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return found;
}

/**
 * @param {import("./model.js").Model} model
 * @param {Claim} claim
 * @param {Filter} filter
 * @param {typeof FACETS[number]} facet
 * @returns {Set<string>}
 */
function valuesOf(model, claim, filter, facet) {
  if (facet === "relations") return new Set([claim.relation]);
  if (facet === "categories") return new Set([model.categoryOf(claim) || UNRATED]);
  const items = (model.evidence.get(claim.id) ?? []).filter((item) => fits(model, item, { ...filter, [facet]: [] }));
  if (facet === "grades") return new Set(items.map((item) => model.articles.get(item.article)?.grade ?? UNRATED));
  if (!model.evidence.has(claim.id)) return new Set(claim.modalities.map(([name]) => name));
  return new Set(items.map((item) => item.modality));
}

/**
 * How many claims have so many origins or more, for each number that claims have.
 * @param {import("./model.js").Model} model
 * @param {Filter} filter
 * @returns {[number, number][]} the smallest number first
 */
export function originSteps(model, filter) {
  const rows = passing(model, { ...filter, origins: 1 });
  const steps = [...new Set([1, ...rows.map((claim) => claim.origins)])].sort((a, b) => a - b);
  return steps.map((step) => [step, rows.filter((claim) => claim.origins >= step).length]);
}
