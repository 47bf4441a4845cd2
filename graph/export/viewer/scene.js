// @ts-check
// What is drawn of all that the file holds: which entities, and which lines between them.

import { listIn } from "./model.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {{id: string, opened: boolean, pinned: boolean, more: number, claims: number}} SceneNode
 *   `more`: neighbours that are not drawn
 * @typedef {{key: string, from: string, to: string, claims: Claim[], slot: number, slots: number}} Line
 *   the claims of one relation between two ends; `slot`: its place among the `slots` lines between the two
 * @typedef {{nodes: Map<string, SceneNode>, lines: Line[], asked: [string, Claim[]][], left: number}} Scene
 *   `asked`: which entity brought which claims in, "" for the beginning; `left`: claims that are not drawn
 */

export const MOST = 1500; // claims
export const AT_ONCE = 16; // claims that opening an entity adds
const APART = 4; // lines between two ends that are drawn singly

/**
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {Claim[]} claims those that pass the filters, the best attested first
 * @param {{top: number, steps?: import("./path.js").Step[], of?: Claim[]}} how `top`: of how many claims the overview
 *   is made; `steps`: the path that is shown instead; `of`: all that pass, where only some of them can be drawn
 * @returns {Scene}
 */
export function sceneOf(model, state, claims, { top, steps = [], of = claims }) {
  const passing = new Set(claims.map((claim) => claim.id));
  const loaded = of === claims ? passing : new Set(of.map((claim) => claim.id));
  const hidden = new Set(state.hide);
  const items = itemsDrawn(model, state, steps);
  /** @type {[string, Claim[]][]} */
  const asked = [];
  /** @type {Map<string, Claim>} */
  const drawn = new Map();
  /** @param {string} by @param {Claim[]} wanted @param {number} most */
  const ask = (by, wanted, most) => {
    const fresh = wanted.filter((claim) => !drawn.has(claim.id) && visible(model, claim, items, hidden));
    const taken = fresh.slice(0, Math.max(0, Math.min(most, MOST - drawn.size)));
    for (const claim of taken) drawn.set(claim.id, claim);
    asked.push([by, taken]);
  };
  if (state.path.length) ask("", [...new Set(steps.map(({ claim }) => claim))], MOST);
  else if (state.from === "") ask("", claims, top);
  for (const id of opened(state)) {
    ask(id, neighbours(model, id).filter((claim) => passing.has(claim.id)), state.full.includes(id) ? MOST : AT_ONCE);
  }
  /** @type {Map<string, SceneNode>} */
  const nodes = new Map();
  const pins = new Set(state.pin.map(({ id }) => id));
  const add = (/** @type {string} */ id) => {
    if (hidden.has(id) || nodes.has(id) || !model.entities.has(id)) return;
    nodes.set(id, { id, opened: opened(state).includes(id), pinned: pins.has(id), more: 0, claims: 0 });
  };
  if (state.from) add(state.from);
  for (const id of state.path) add(id);
  for (const [, taken] of asked) for (const claim of taken) for (const [a, b] of segments(claim, items)) [a, b].forEach(add);
  for (const id of pins) add(id);
  for (const node of nodes.values()) {
    const all = neighbours(model, node.id).filter((claim) => passing.has(claim.id));
    const known = model.numberOf(node.id, state.filter);
    const elsewhere = known === null ? 0 : Math.max(0, known - neighbours(model, node.id).filter((claim) => loaded.has(claim.id)).length);
    node.claims = all.length + elsewhere;
    node.more = all.filter((claim) => !drawn.has(claim.id) && visible(model, claim, items, hidden)).length + elsewhere;
  }
  const lines = linesOf([...drawn.values()], items, state.between);
  return { nodes, lines, asked, left: claims.length - drawn.size };
}

/**
 * The entities whose neighbours are drawn.
 * @param {import("./state.js").State} state
 */
export function opened(state) {
  return state.path.length ? state.open : [...new Set([state.from, ...state.open])].filter((id) => id !== "");
}

/**
 * The claims that an entity stands in; of an item also those of its kinds.
 * @param {import("./model.js").Model} model
 * @param {string} id
 */
export function neighbours(model, id) {
  const kinds = model.isItem(id) ? model.withKinds(id) : [id];
  if (kinds.length === 1) return model.claimsOf(id);
  const found = new Set(kinds.flatMap((kind) => model.claimsOf(kind)));
  return [...found].sort((a, b) => (model.rank.get(a.id) ?? 0) - (model.rank.get(b.id) ?? 0));
}

/**
 * The items that stand in the picture as signs of their own, with all claims about them going through them. Others
 * are words along a line, where the line has two other ends.
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {import("./path.js").Step[]} steps
 */
function itemsDrawn(model, state, steps) {
  const named = [...opened(state), ...state.pin.map(({ id }) => id)].flatMap((id) => model.withKinds(id));
  return new Set([...named, ...steps.flatMap(({ from, to }) => [from, to])].filter((id) => model.isItem(id)));
}

/**
 * From where to where a claim's lines go.
 * @param {Claim} claim
 * @param {Set<string>} items
 * @returns {[string, string][]}
 */
export function segments(claim, items) {
  if (!claim.line) return [];
  const [from, to] = claim.line;
  const middle = claim.object;
  if (middle !== null && items.has(middle) && middle !== from && middle !== to) return [[from, middle], [middle, to]];
  return [[from, to]];
}

/**
 * @param {import("./model.js").Model} model
 * @param {Claim} claim
 * @param {Set<string>} items
 * @param {Set<string>} hidden
 */
function visible(model, claim, items, hidden) {
  const ends = segments(claim, items);
  return ends.length > 0 && !ends.some(([a, b]) => hidden.has(a) || hidden.has(b));
}

/**
 * Claims as lines: singly where few are between two ends, else those of one relation and direction together.
 * @param {Claim[]} claims
 * @param {Set<string>} items
 * @param {string[]} fanned the two ends between which all are drawn singly
 * @returns {Line[]}
 */
export function linesOf(claims, items, fanned) {
  /** @type {Map<string, {from: string, to: string, claim: Claim}[]>} */
  const pairs = new Map();
  for (const claim of claims) {
    for (const [from, to] of segments(claim, items)) {
      listIn(pairs, [from, to].sort().join("\u0000")).push({ from, to, claim });
    }
  }
  const apart = [...fanned].sort().join("\u0000");
  /** @type {Line[]} */
  const lines = [];
  for (const [pair, members] of pairs) {
    const single = members.length <= APART || pair === apart;
    /** @type {Map<string, Line>} */
    const groups = new Map();
    for (const { from, to, claim } of members) {
      const key = single ? `${claim.id}\u0000${from}` : [pair, from, claim.relation].join("\u0000");
      const line = groups.get(key);
      if (line) line.claims.push(claim);
      else groups.set(key, { key, from, to, claims: [claim], slot: 0, slots: 0 });
    }
    // one direction beside the other, so that neither crosses
    const ordered = [...groups.values()].sort((a, b) => Number(a.from > a.to) - Number(b.from > b.to));
    ordered.forEach((line, slot) => lines.push({ ...line, slot, slots: ordered.length }));
  }
  return lines;
}
