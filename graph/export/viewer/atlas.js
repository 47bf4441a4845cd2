// @ts-check
// The ground of the map: sea, grid, land, borders. Made once; when the view moves only its transform changes.

import { svgElement } from "./icons.js";
import { projected, RIM } from "./projection.js";

/** @typedef {{grid: number, land: number[][], borders: number[][]}} Outline as in outline.py */

const STEP = 30; // degrees between the lines of the grid

/**
 * @param {Outline} outline
 * @returns {import("./picture.js").Ground}
 */
export function groundOf(outline) {
  /** @type {SVGElement | null} */
  let group = null;
  return {
    hold,
    paint: ({ k, x, y }) => {
      group ??= drawn(outline); // not before somebody looks
      group.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
      return group;
    },
  };
}

/** @param {Outline} outline */
function drawn({ grid, land, borders }) {
  const group = svgElement("g", { class: "ground-map", "aria-hidden": "true", "stroke-linejoin": "round", fill: "none" });
  const line = (/** @type {string} */ d, /** @type {Record<string, string>} */ look) =>
    group.append(svgElement("path", { d, "vector-effect": "non-scaling-stroke", ...look }));
  const { west, east, south, north } = RIM;
  line(`${path([...meridian(west), ...meridian(east).reverse()])}Z`, { fill: "var(--sea)", stroke: "var(--coast)", "stroke-width": "0.8" });
  const lines = [
    ...every(west, east).map((lon) => path(meridian(lon))),
    ...every(south, north).map((lat) => path([[lat, west], [lat, east]])),
  ];
  line(lines.join(""), { stroke: "var(--graticule)", "stroke-width": "0.7" });
  const all = (/** @type {number[][]} */ rows) => rows.map((row) => path(degrees(row, grid))).join("");
  line(all(land), { fill: "var(--land)", "fill-rule": "evenodd", stroke: "var(--coast)", "stroke-width": "0.8" });
  line(all(borders), { stroke: "var(--border)", "stroke-width": "0.8" });
  return group;
}

/**
 * The camera with as little beside the map as can be: a map that is larger than the screen fills it.
 * @param {import("./camera.js").Camera} camera
 * @param {{width: number, height: number}} size
 */
export function hold({ k, x, y }, { width, height }) {
  const { west, east, south, north } = RIM;
  const within = (/** @type {number} */ at, /** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ room) =>
    (high - low) * k < room ? (room - (high + low) * k) / 2 : Math.max(room - high * k, Math.min(-low * k, at));
  return {
    k,
    x: within(x, projected(0, west).x, projected(0, east).x, width),
    y: within(y, projected(north, 0).y, projected(south, 0).y, height),
  };
}

/**
 * Points of a line that is written as its first point and steps from each to the next.
 * @param {number[]} row
 * @param {number} grid
 * @returns {[number, number][]} latitude, longitude
 */
export function degrees(row, grid) {
  /** @type {[number, number][]} */
  const points = [];
  let [lon, lat] = [0, 0];
  for (let i = 0; i + 1 < row.length; i += 2) {
    lon += row[i] ?? 0;
    lat += row[i + 1] ?? 0;
    points.push([lat / grid, lon / grid]);
  }
  return points;
}

/** @param {[number, number][]} points */
function path(points) {
  return points.map(([lat, lon], i) => {
    const { x, y } = projected(lat, lon);
    return `${i ? "L" : "M"}${Math.round(x)} ${Math.round(y)}`;
  }).join("");
}

/** @param {number} lon @returns {[number, number][]} */
function meridian(lon) {
  const { south, north } = RIM;
  return Array.from({ length: 25 }, (_, i) => [south + ((north - south) * i) / 24, lon]);
}

/** @param {number} from @param {number} to */
function every(from, to) {
  const first = Math.ceil((from + 1) / STEP) * STEP;
  return Array.from({ length: Math.ceil((to - first) / STEP) }, (_, i) => first + i * STEP);
}
