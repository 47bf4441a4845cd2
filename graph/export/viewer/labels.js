// @ts-check
// Words in the picture without any lying on another: each has a few places where it may stand, and takes the first
// that is free; one that finds none is left out until there is room, at a closer look.

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{x: number, y: number, anchor: "start" | "middle" | "end", box: Box, far?: boolean}} Spot
 *   `far`: only where nothing nearer is free
 */

const CELL = 60;

export class Taken {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  add(box) {
    for (const key of cellsOf(box)) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  free(box) {
    return cellsOf(box).every((key) => (this.cells.get(key) ?? []).every((other) => apart(box, other)));
  }

  /**
   * The first free spot, which then is taken; null: there is none.
   * @param {Spot[]} spots
   * @param {Taken[]} shunned what should not lie below it, if that can be had; the first matters most
   */
  take(spots, shunned = []) {
    for (let kept = shunned.length; kept >= 0; kept--) {
      const clear = shunned.slice(0, kept);
      const found = spots.find(({ box }) => this.free(box) && clear.every((other) => other.free(box)));
      if (!found) continue;
      this.add(found.box);
      return found;
    }
    return null;
  }
}

/** @param {{x: number, y: number}} at @param {number} reach @param {number} [height] @returns {Box} */
export function boxAround({ x, y }, reach, height = reach) {
  return { left: x - reach, top: y - height, right: x + reach, bottom: y + height };
}

/** @param {Box} a @param {Box} b */
export function apart(a, b) {
  return a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;
}

/** @param {Box} box */
function cellsOf(box) {
  const keys = [];
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) keys.push(`${x},${y}`);
  }
  return keys;
}

/**
 * Where the name of a sign may stand: below, above, right, left of it, or above what stands at its corner.
 * @param {{x: number, y: number}} at
 * @param {number} radius
 * @param {number} width of the longest line
 * @param {number} lines
 * @param {number} size of the letters
 * @returns {Spot[]} `y`: the base of the first line
 */
export function aroundSign(at, radius, width, lines, size) {
  const height = lines * size * 1.18;
  const spot = (/** @type {number} */ x, /** @type {number} */ top, /** @type {Spot["anchor"]} */ anchor) => {
    const left = anchor === "middle" ? x - width / 2 : anchor === "start" ? x : x - width;
    return { x, y: top + size * 0.92, anchor, box: { left: left - 2, top, right: left + width + 2, bottom: top + height } };
  };
  return [
    spot(at.x, at.y + radius + 3, "middle"),
    spot(at.x, at.y - radius - 3 - height, "middle"),
    spot(at.x + radius + 5, at.y - height / 2, "start"),
    spot(at.x - radius - 5, at.y - height / 2, "end"),
    { ...spot(at.x, at.y - radius - 13 - height, "middle"), far: true },
  ];
}

/**
 * Where the words along a line may stand.
 * @param {{x: number, y: number}[]} points
 * @param {number} width
 * @param {number} size
 * @returns {Spot[]}
 */
export function alongLine(points, width, size) {
  return points.map(({ x, y }) => ({
    x,
    y: y + size * 0.34,
    anchor: /** @type {const} */ ("middle"),
    box: { left: x - width / 2 - 3, top: y - size * 0.62, right: x + width / 2 + 3, bottom: y + size * 0.62 },
  }));
}

/**
 * A name in one or two lines, without marks that turn the direction of what follows.
 * @param {string} name
 * @param {number} longest letters in a line
 * @param {number} lines
 * @returns {string[]}
 */
export function wrapped(name, longest = 18, lines = 2) {
  const words = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().slice(0, 400).split(" ");
  /** @type {string[]} */
  const found = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last !== undefined && [...last, ...word].length < longest) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  const kept = found.slice(0, lines).map((line) => clipped(line, longest + 4));
  const last = kept.at(-1);
  if (found.length > lines && last !== undefined) kept[kept.length - 1] = `${clipped(last, longest - 1).replace(/…$/, "")}…`;
  return kept;
}

/** @param {string} text @param {number} longest */
export function clipped(text, longest) {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : text;
}
