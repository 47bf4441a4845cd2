// @ts-check
// Lines between signs: how they bend, where they end, their heads and strokes. All in pixels of the screen.

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{from: Point, via: Point, to: Point}} Curve a quadratic Bézier curve
 */

/** @param {Curve} curve @param {number} t @returns {Point} */
export function pointAt({ from, via, to }, t) {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * via.x + c * to.x, y: a * from.y + b * via.y + c * to.y };
}

/** The direction at a point of the curve, of length 1. @param {Curve} curve @param {number} t @returns {Point} */
export function directionAt({ from, via, to }, t) {
  const x = (1 - t) * (via.x - from.x) + t * (to.x - via.x);
  const y = (1 - t) * (via.y - from.y) + t * (to.y - via.y);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/**
 * The curve between two signs, bent by its place among the lines between them, and cut off where the signs begin.
 * @param {Point} from
 * @param {Point} to
 * @param {{radii: [number, number], slot: number, slots: number, turned: boolean, gap: number, lift?: number}} how
 *   `turned`: it runs against the direction in which the slots are counted; `lift`: how far it is bent upwards, in
 *   its own length, as ways around the globe are on a map
 * @returns {Curve}
 */
export function curveBetween(from, to, { radii, slot, slots, turned, gap, lift = 0 }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const up = 2 * lift * length * (dx < 0 ? 1 : -1);
  const bend = 2 * gap * (slot - (slots - 1) / 2) * (turned ? -1 : 1) + up;
  const via = { x: (from.x + to.x) / 2 - (dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend };
  const whole = { from, via, to };
  const reach = Math.max(length, 1);
  const start = Math.min(0.45, radii[0] / reach);
  const end = 1 - Math.min(0.45, radii[1] / reach);
  return part(whole, start, end);
}

/** The piece of a curve from t = a to t = b. @param {Curve} curve @param {number} a @param {number} b @returns {Curve} */
export function part(curve, a, b) {
  const [from, to] = [pointAt(curve, a), pointAt(curve, b)];
  const tangent = directionOf(curve, a);
  const k = (b - a) / 2;
  return { from, via: { x: from.x + tangent.x * k, y: from.y + tangent.y * k }, to };
}

/** The derivative. @param {Curve} curve @param {number} t @returns {Point} */
function directionOf({ from, via, to }, t) {
  return {
    x: 2 * ((1 - t) * (via.x - from.x) + t * (to.x - via.x)),
    y: 2 * ((1 - t) * (via.y - from.y) + t * (to.y - via.y)),
  };
}

/** A loop at a sign, for a claim with one entity. @param {Point} at @param {number} radius @param {number} slot */
export function loopPath(at, radius, slot) {
  const size = radius * 0.9 + 7 * slot;
  const [x, y] = [at.x + radius * 0.75, at.y - radius * 0.75];
  return `M${n(x - size * 0.5)} ${n(y - size * 0.2)}a${n(size * 0.6)} ${n(size * 0.6)} 0 1 1 ${n(size * 0.7)} ${n(size * 0.7)}`;
}

/** @param {Curve} curve */
export function curvePath({ from, via, to }) {
  return `M${n(from.x)} ${n(from.y)}Q${n(via.x)} ${n(via.y)} ${n(to.x)} ${n(to.y)}`;
}

/** Outlines of heads in a box of which (0, 0) is the tip and the line comes from the left. */
const HEADS = new Map([
  ["arrow", "-10,-5 0,0 -10,5 -7.5,0"],
  ["diamond", "-12,0 -6,-4.5 0,0 -6,4.5"],
  ["circle", "-9,0 -7.7,-3.2 -4.5,-4.5 -1.3,-3.2 0,0 -1.3,3.2 -4.5,4.5 -7.7,3.2"],
  ["box", "-8,-4 0,-4 0,4 -8,4"],
  ["vee", "-11,-5.5 -8,-5.5 0,0 -8,5.5 -11,5.5 -4,0"],
  ["inv_triangle", "0,-5 0,5 -9,0"],
]);

export const HEAD_LENGTH = 9;

/**
 * The head at the end of a line.
 * @param {string} kind
 * @param {Point} tip
 * @param {Point} direction
 * @param {number} scale
 */
export function headPath(kind, tip, direction, scale) {
  const points = (HEADS.get(kind) ?? HEADS.get("arrow") ?? "").split(" ").map((pair) => {
    const [x = 0, y = 0] = pair.split(",").map(Number);
    return `${n(tip.x + scale * (x * direction.x - y * direction.y))} ${n(tip.y + scale * (x * direction.y + y * direction.x))}`;
  });
  return `M${points.join("L")}Z`;
}

/**
 * Strokes across a line: one where somebody denies it, three where nobody says otherwise.
 * @param {Curve} curve
 * @param {number} count
 * @param {number} size
 */
export function strikePath(curve, count, size) {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y) || 1;
  return Array.from({ length: count }, (_, i) => {
    const t = 0.5 + (i - (count - 1) / 2) * Math.min(0.12, 9 / length);
    const [at, along] = [pointAt(curve, t), directionAt(curve, t)];
    // leaning, as one strikes a word out
    const [x, y] = [size * (-along.y + 0.6 * along.x), size * (along.x + 0.6 * along.y)];
    return `M${n(at.x - x)} ${n(at.y - y)}L${n(at.x + x)} ${n(at.y + y)}`;
  }).join("");
}

/** Short numbers: a picture has thousands. @param {number} value */
export function n(value) {
  return String(Math.round(value * 10) / 10);
}
