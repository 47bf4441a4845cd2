// @ts-check
// The best chain of claims between two entities.

import { rolesOf } from "./model.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {{from: string, to: string, claim: Claim}} Step
 */

/**
 * How far two roles of a claim are from one another: what one actor does for another connects more than that both
 * have to do with one item, and that more than a common place; what goes the way that is asked for is nearer.
 * @param {Claim} claim
 * @param {string} a
 * @param {string} b
 */
function cost(claim, a, b) {
  const far = [a, b].includes(claim.place ?? "") ? 3 : [a, b].includes(claim.object ?? "") ? 2 : 1;
  const denied = claim.modalities.length > 0 && claim.modalities.every(([name]) => name === "denied");
  const against = claim.line !== null && claim.line[0] === b && claim.line[1] === a;
  const doubtful = !claim.modalities.some(([name]) => name === "reported");
  return far * (denied ? 2 : 1) + (doubtful ? 0.1 : 0) + (against ? 0.5 : 0) + 0.05 / (1 + claim.origins);
}

/**
 * @param {Claim[]} claims those that may be used
 * @param {string} from
 * @param {string} to
 * @returns {Step[] | null} null: there is no chain
 */
export function shortest(claims, from, to) {
  /** @type {Map<string, Step[]>} */
  const ways = new Map();
  for (const claim of claims) {
    const ids = [...rolesOf(claim)];
    for (const a of ids) {
      for (const b of ids) {
        if (a === b) continue;
        const list = ways.get(a);
        if (list) list.push({ from: a, to: b, claim });
        else ways.set(a, [{ from: a, to: b, claim }]);
      }
    }
  }
  /** @type {Map<string, number>} */
  const far = new Map([[from, 0]]);
  /** @type {Map<string, Step>} */
  const came = new Map();
  /** @type {Set<string>} */
  const done = new Set();
  const heap = new Heap();
  heap.push(0, from);
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    if (done.has(next)) continue;
    if (next === to) return trace(came, from, to);
    done.add(next);
    for (const step of ways.get(next) ?? []) {
      const length = (far.get(next) ?? 0) + cost(step.claim, step.from, step.to);
      if (length < (far.get(step.to) ?? Infinity)) {
        far.set(step.to, length);
        came.set(step.to, step);
        heap.push(length, step.to);
      }
    }
  }
  return null;
}

/**
 * @param {Map<string, Step>} came
 * @param {string} from
 * @param {string} to
 */
function trace(came, from, to) {
  /** @type {Step[]} */
  const steps = [];
  for (let at = to; at !== from; ) {
    const step = came.get(at);
    if (!step) return steps;
    steps.unshift(step);
    at = step.from;
  }
  return steps;
}

/** A binary heap: the least number first. */
export class Heap {
  constructor() {
    /** @type {{key: number, value: string}[]} */
    this.items = [];
  }

  /** @param {number} key @param {string} value */
  push(key, value) {
    this.items.push({ key, value });
    let i = this.items.length - 1;
    while (i > 0 && this.before(i, (i - 1) >> 1)) {
      this.swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  }

  /** @returns {string | null} */
  pop() {
    this.swap(0, this.items.length - 1);
    const first = this.items.pop();
    for (let i = 0; ; ) {
      const least = [2 * i + 1, 2 * i + 2].reduce((best, child) => (this.before(child, best) ? child : best), i);
      if (least === i) return first?.value ?? null;
      this.swap(i, least);
      i = least;
    }
  }

  /** @param {number} i @param {number} j */
  before(i, j) {
    return (this.items[i]?.key ?? Infinity) < (this.items[j]?.key ?? Infinity);
  }

  /** @param {number} i @param {number} j */
  swap(i, j) {
    const [a, b] = [this.items[i], this.items[j]];
    if (a && b) [this.items[i], this.items[j]] = [b, a];
  }
}
