// @ts-check
// From the state to what the picture shows.

import { passing } from "./filter.js";
import { shortest } from "./path.js";
import { placesOf } from "./place.js";
import { neighbours, sceneOf } from "./scene.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {{claims: Claim[], total: number, steps: import("./path.js").Step[] | null, scene: import("./scene.js").Scene,
 *   points: Map<string, {x: number, y: number}>, lit: {nodes: Set<string>, claims: Set<string>} | null,
 *   chosen: {entity: string, claims: Set<string>}}} Shown
 *   `claims`: those that pass the filters, of those that the page has; `total`: how many there are in all; `steps`: the path, null where there is none or none was asked for
 */

/**
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {{tall: boolean, top: number}} screen
 * @returns {Shown}
 */
export function viewOf(model, state, { tall, top }) {
  const claims = passing(model, state.filter);
  const [from, to] = state.path;
  const steps = from !== undefined && to !== undefined ? shortest(claims, from, to) : null;
  const most = state.top || top;
  const scene = sceneOf(model, state, claims, { top: most, steps: steps ?? [] });
  const points = placesOf(scene, {
    given: given(model, state, most, tall),
    names: (id) => model.nameOf(id),
    path: steps?.length ? [steps[0]?.from ?? "", ...steps.map((step) => step.to)] : state.path,
    tall,
  });
  const total = Math.max(claims.length, model.numberOf("", state.filter) ?? 0);
  return { claims, total, steps, scene, points, ...standingOut(model, state, scene, steps) };
}

/**
 * Where the overview's entities were put before, and where entities were pinned.
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {number} most
 * @param {boolean} tall
 */
function given(model, state, most, tall) {
  /** @type {Map<string, {x: number, y: number}>} */
  const points = new Map();
  const { places } = model.data;
  const upright = tall && most <= (places[0]?.claims ?? 0); // the first is laid out for a high screen
  const tier = upright ? places[0] : (places.slice(1).find(({ claims }) => most <= claims) ?? places.at(-1));
  if (state.from === "" && !state.path.length) for (const [id, x, y] of tier?.at ?? []) points.set(id, tall && !upright ? { x: Math.round(y * 1.2), y: Math.round(x * 0.9) } : { x, y });
  for (const { id, x, y } of state.pin) points.set(id, { x, y });
  return points;
}

/**
 * @param {import("./model.js").Model} model
 * @param {import("./state.js").State} state
 * @param {import("./scene.js").Scene} scene
 * @param {import("./path.js").Step[] | null} steps
 */
export function standingOut(model, state, scene, steps) {
  const own = new Set(neighbours(model, state.entity));
  const lines = scene.lines.filter(({ from, to, claims }) => {
    if (state.claim) return claims.some(({ id }) => id === state.claim);
    if (state.between.length) return state.between.includes(from) && state.between.includes(to) && from !== to;
    if (state.entity) return claims.some((claim) => own.has(claim));
    return false;
  });
  const claims = new Set(lines.flatMap((line) => line.claims.map(({ id }) => id)));
  if (state.claim) claims.forEach((id) => id === state.claim || claims.delete(id));
  const nodes = new Set([...lines.flatMap(({ from, to }) => [from, to]), ...(scene.nodes.has(state.entity) ? [state.entity] : [])]);
  const chosen = { entity: state.entity, claims: state.entity ? new Set() : claims };
  if (steps && !state.claim && !state.entity && !state.between.length) {
    return { lit: null, chosen: { entity: "", claims: new Set(steps.map(({ claim }) => claim.id)) } };
  }
  return { lit: nodes.size ? { nodes, claims } : null, chosen };
}
