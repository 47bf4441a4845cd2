// @ts-check
// Where entities stand that come into the picture step by step. What stands already does not move: a new entity is
// put near the one that brought it in, where there is room. The same steps give the same picture.

import { segments } from "./scene.js";

/** @typedef {{x: number, y: number}} Point */

const REACH = 190; // pixels from an entity to its neighbours
const ROW = 74; // pixels that a sign with its name takes, from above to below
const LETTER = 7.4;

/**
 * The room that a sign and its name need.
 * @param {string} name
 */
export function room(name) {
  return { width: Math.max(72, Math.min(150, LETTER * name.length + 18)), height: ROW };
}

/**
 * @param {import("./scene.js").Scene} scene
 * @param {{given: Map<string, Point>, names: (id: string) => string, path: string[], tall: boolean}} how
 *   `given`: where the entities of the overview were put, and those that were pinned; `path`: entities in a row
 * @returns {Map<string, Point>}
 */
export function placesOf(scene, { given, names, path, tall }) {
  /** @type {Map<string, Point>} */
  const points = new Map();
  const grid = new Grid();
  /** @param {string} id @param {Point} at */
  const put = (id, at) => {
    points.set(id, at);
    grid.add(at, room(names(id)));
  };
  path.forEach((id, i) => {
    if (scene.nodes.has(id)) put(id, inRow(i, path.length, tall));
  });
  for (const id of scene.nodes.keys()) {
    const at = given.get(id);
    if (at && !points.has(id)) put(id, at);
  }
  for (const [by, claims] of scene.asked) {
    const fresh = newcomers(claims, scene, points);
    if (!points.has(by) && by !== "" && scene.nodes.has(by)) put(by, free(grid, { x: 0, y: 0 }, names(by)));
    const centre = points.get(by) ?? { x: 0, y: 0 };
    arcs(fresh.filter(({ id }) => id !== by), centre, away(points, centre), tall).forEach(({ id, angle, reach }) =>
      put(id, best(grid, centre, angle, reach, names(id), tall)));
  }
  for (const id of scene.nodes.keys()) {
    if (!points.has(id)) put(id, free(grid, { x: 0, y: 0 }, names(id)));
  }
  return points;
}

/** @param {number} i @param {number} n @param {boolean} tall @returns {Point} */
function inRow(i, n, tall) {
  const along = (i - (n - 1) / 2) * (tall ? 150 : 260);
  const across = i % 2 ? 34 : -34;
  return tall ? { x: across * 1.6, y: along } : { x: along, y: across };
}

/**
 * Who comes in with these claims, in their order, and on which side: -1 gives to the one in the middle, 1 takes.
 * @param {import("./model.js").Claim[]} claims
 * @param {import("./scene.js").Scene} scene
 * @param {Map<string, Point>} points
 */
function newcomers(claims, scene, points) {
  /** @type {Map<string, number>} */
  const sides = new Map();
  const signs = new Set(scene.nodes.keys());
  for (const claim of claims) {
    for (const [from, to] of segments(claim, signs)) {
      for (const [id, side] of /** @type {[string, number][]} */ ([[from, -1], [to, 1]])) {
        if (signs.has(id) && !points.has(id)) sides.set(id, (sides.get(id) ?? 0) + side);
      }
    }
  }
  return [...sides].map(([id, side]) => ({ id, side: Math.sign(side) || 1 }));
}

/**
 * The direction from the middle of what is there to this point; null where it is the middle.
 * @param {Map<string, Point>} points
 * @param {Point} centre
 */
function away(points, centre) {
  let [x, y] = [0, 0];
  for (const point of points.values()) [x, y] = [x + point.x, y + point.y];
  const [dx, dy] = [centre.x - x / Math.max(1, points.size), centre.y - y / Math.max(1, points.size)];
  return Math.hypot(dx, dy) < 40 ? null : Math.atan2(dy, dx);
}

/**
 * Around the first one: who gives on the left, who takes on the right. Later ones fan out where there is room.
 * @param {{id: string, side: number}[]} fresh
 * @param {Point} centre
 * @param {number | null} outward
 * @param {boolean} tall
 */
function arcs(fresh, centre, outward, tall) {
  const [givers, takers] = [fresh.filter(({ side }) => side < 0), fresh.filter(({ side }) => side > 0)];
  const start = tall ? Math.PI / 2 : 0; // on a narrow screen from above to below
  const both = givers.length > 0 && takers.length > 0;
  /** @param {{id: string}[]} group @param {number} middle @param {number} spread */
  const fan = (group, middle, spread) => {
    const reach = Math.max(REACH, (group.length * 96) / spread);
    const step = Math.min(spread / group.length, 0.85);
    return group.map(({ id }, i) => ({
      id,
      angle: middle + step * (i - (group.length - 1) / 2),
      reach: group.length > 7 && i % 2 ? reach * 1.35 : reach,
    }));
  };
  if (outward !== null) return fan(fresh, outward, Math.min(Math.PI * 1.1, 0.6 + 0.45 * fresh.length));
  const spread = both ? Math.PI * 0.8 : Math.PI * 1.6;
  return [...fan(givers, start + Math.PI, spread), ...fan(takers, start, spread)];
}

/**
 * The nearest free place to the wished one: other angles first, then farther out.
 * @param {Grid} grid
 * @param {Point} centre
 * @param {number} angle
 * @param {number} reach
 * @param {string} name
 * @param {boolean} tall
 * @returns {Point}
 */
function best(grid, centre, angle, reach, name, tall) {
  const size = room(name);
  for (let ring = 0; ring < 12; ring++) {
    const radius = reach * (1 + 0.3 * ring);
    for (let step = 0; step <= 20; step++) {
      const turned = angle + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 0.09;
      const at = {
        x: Math.round(centre.x + radius * Math.cos(turned) * (tall ? 0.8 : 1.15)),
        y: Math.round(centre.y + radius * Math.sin(turned) * (tall ? 1.15 : 0.9)),
      };
      if (grid.free(at, size)) return at;
    }
  }
  return free(grid, centre, name);
}

/** @param {Grid} grid @param {Point} near @param {string} name @returns {Point} */
function free(grid, near, name) {
  const size = room(name);
  for (let i = 0; ; i++) {
    const [angle, radius] = [i * 2.4, 26 * Math.sqrt(i)]; // a sunflower's spiral: each turn finds a new spot
    const at = { x: Math.round(near.x + 1.4 * radius * Math.cos(angle)), y: Math.round(near.y + radius * Math.sin(angle)) };
    if (i > 20_000 || grid.free(at, size)) return at;
  }
}

/** What is taken, in cells, so that looking costs little. */
class Grid {
  constructor() {
    /** @type {Map<string, {at: Point, size: {width: number, height: number}}[]>} */
    this.cells = new Map();
  }

  /** @param {Point} at @param {{width: number, height: number}} size */
  add(at, size) {
    const key = `${Math.floor(at.x / 160)},${Math.floor(at.y / 160)}`;
    const list = this.cells.get(key);
    if (list) list.push({ at, size });
    else this.cells.set(key, [{ at, size }]);
  }

  /** @param {Point} at @param {{width: number, height: number}} size */
  free(at, size) {
    const [column, row] = [Math.floor(at.x / 160), Math.floor(at.y / 160)];
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const other of this.cells.get(`${x},${y}`) ?? []) {
          const wide = (size.width + other.size.width) / 2;
          if (Math.abs(at.x - other.at.x) < wide && Math.abs(at.y - other.at.y) < size.height) return false;
        }
      }
    }
    return true;
  }
}
