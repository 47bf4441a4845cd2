// @ts-check
// From the plane on which the entities stand to the screen and back.

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{k: number, x: number, y: number}} Camera screen = plane * k + (x, y)
 */

export const NEAREST = 3;
export const FARTHEST = 0.04;

/** @param {Camera} camera @param {Point} at @returns {Point} */
export function toScreen(camera, at) {
  return { x: at.x * camera.k + camera.x, y: at.y * camera.k + camera.y };
}

/** @param {Camera} camera @param {Point} at @returns {Point} */
export function toPlane(camera, at) {
  return { x: (at.x - camera.x) / camera.k, y: (at.y - camera.y) / camera.k };
}

/**
 * The camera that shows all the points, none larger than life and a bit.
 * @param {Iterable<Point>} points
 * @param {{width: number, height: number}} size
 * @param {{closest?: number, margin?: number}} [how]
 * @returns {Camera}
 */
export function fitting(points, size, { closest = 1.15, margin = 56 } = {}) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  if (left > right) return { k: 1, x: size.width / 2, y: size.height / 2 };
  const side = Math.min(margin, size.width / 7);
  const k = Math.min(
    closest,
    Math.max(FARTHEST, Math.min((size.width - 2 * side) / Math.max(1, right - left), (size.height - 2 * margin) / Math.max(1, bottom - top))),
  );
  return { k, x: size.width / 2 - ((left + right) / 2) * k, y: size.height / 2 - ((top + bottom) / 2) * k };
}

/**
 * Closer or farther, with the point under `at` staying there.
 * @param {Camera} camera
 * @param {number} factor
 * @param {Point} at
 * @returns {Camera}
 */
export function zoomed(camera, factor, at) {
  const k = Math.min(NEAREST, Math.max(FARTHEST, camera.k * factor));
  return { k, x: at.x - ((at.x - camera.x) * k) / camera.k, y: at.y - ((at.y - camera.y) * k) / camera.k };
}

/**
 * The nearest of several points in a direction; null: there is none.
 * @param {Map<string, Point>} points
 * @param {string} from
 * @param {Point} direction of length 1
 * @returns {string | null}
 */
export function nearest(points, from, direction) {
  const start = points.get(from);
  if (!start) return points.keys().next().value ?? null;
  /** @type {string | null} */
  let found = null;
  let least = Infinity;
  for (const [id, at] of points) {
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const across = Math.abs(dx * direction.y - dy * direction.x);
    if (id === from || along < 1 || across > along * 1.8) continue;
    const far = along + across * 1.6;
    if (far < least) [least, found] = [far, id];
  }
  return found;
}
