// @ts-check
// What the map shows of the state: the same claims as the picture, where both ends have a place.

import { placed } from "./projection.js";
import { linesOf, sceneOf } from "./scene.js";
import { standingOut } from "./views.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {import("./views.js").Shown} Shown
 */

/**
 * The view for the map, and who is in the picture that has no place on it.
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {Shown} shown what the picture shows of this state
 * @param {number} top how many claims the overview is made of
 * @returns {{shown: Shown, placeless: string[]}}
 */
export function onMap(model, state, shown, top) {
  const at = (/** @type {string} */ id) => model.entities.get(id)?.at;
  const { claims, steps } = shown;
  const ways = claims.filter((claim) => wayOf(model, claim));
  const whole = sceneOf(model, state, ways, { top: state.top || top, steps: steps ?? [], of: claims });
  const drawn = new Set(whole.lines.flatMap((line) => line.claims));
  const there = ways.filter((claim) => drawn.has(claim) && !wayOf(model, claim)?.some((id) => state.hide.includes(id)));
  // an item in the middle has no place: the line goes past it, from the one end to the other
  const lines = linesOf(there.map((claim) => ({ ...claim, line: wayOf(model, claim) })), new Set(), state.between)
    .map((line) => ({ ...line, claims: line.claims.map((claim) => model.claims.get(claim.id) ?? claim) }));
  const nodes = new Map([...whole.nodes].filter(([id]) => at(id)));
  for (const id of lines.flatMap(({ from, to }) => [from, to])) {
    if (!nodes.has(id)) nodes.set(id, { id, opened: false, pinned: false, more: 0, claims: model.claimsOf(id).length });
  }
  const scene = { ...whole, nodes, lines, left: claims.length - there.length };
  const points = new Map([...nodes.keys()].map((id) => [id, placed(at(id) ?? [0, 0])]));
  return {
    shown: { claims, total: shown.total, steps, scene, points, ...standingOut(model, state, scene, steps) },
    placeless: [...shown.scene.nodes.keys()].filter((id) => !at(id) && !model.isItem(id)),
  };
}

/**
 * From where to where a claim goes on the map: as in the picture, else to the place that it names.
 * @param {import("./model.js").Model} model
 * @param {Claim} claim
 * @returns {[string, string] | null}
 */
function wayOf(model, { line, subject, place }) {
  const known = (/** @type {string | null} */ id) => id !== null && model.entities.get(id)?.at !== undefined;
  if (line && line.every(known)) return line;
  return line && subject !== null && place !== null && known(subject) && known(place) ? [subject, place] : null;
}
