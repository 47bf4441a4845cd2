// @ts-check
// The scene as SVG: lines below, then signs, then words. Everything is drawn at its size on the screen.

import { toScreen } from "./camera.js";
import { curveBetween, curvePath, directionAt, HEAD_LENGTH, headPath, loopPath, n, part, pointAt, strikePath } from "./geometry.js";
import { signOf, svgElement } from "./icons.js";
import { alongLine, aroundSign, boxAround, clipped, Taken, wrapped } from "./labels.js";

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {import("./scene.js").Line} Line
 * @typedef {{scene: import("./scene.js").Scene, points: Map<string, Point>, camera: import("./camera.js").Camera,
 *   size: {width: number, height: number}, lit: {nodes: Set<string>, claims: Set<string>} | null,
 *   chosen: {entity: string, claims: Set<string>}, lift?: number, corner?: import("./labels.js").Box | null}} View
 *   `lit`: what stands out, null: all does; `lift`: how far lines are bent upwards, in their own length; `corner`:
 *   where buttons lie over the picture
 * @typedef {import("./cards.js").Context} Context
 */

const WORDS_UP_TO = 260; // lines that get words
const MOST_COVERED = 0.75; // of a line, by its own words
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

/**
 * @param {Context} context
 * @param {View} view
 * @returns {SVGElement[]} layers, the lowest first
 */
export function paint(context, view) {
  const { scene, points, camera, size } = view;
  const least = view.lift ? Math.min(0.5, Math.max(0.34, size.width / 1800)) : 0.5; // states are near one another on small maps
  const near = Math.min(1.15, Math.max(least, camera.k ** 0.6)) * crowding(view);
  /** @type {Map<string, Point & {radius: number}>} */
  const signs = new Map();
  for (const [id, node] of scene.nodes) {
    const at = points.get(id);
    if (at) signs.set(id, { ...toScreen(camera, at), radius: near * (13 + 2.3 * Math.log2(1 + Math.min(64, node.claims))) });
  }
  const [taken, heads, strokes] = [new Taken(), new Taken(), new Taken()];
  if (view.corner) taken.add(view.corner);
  const layers = ["lines", "signs", "words"].map((name) => svgElement("g", { class: name }));
  const [lines, nodes, words] = /** @type {[SVGElement, SVGElement, SVGElement]} */ (layers);
  const visible = scene.lines.filter(({ from, to }) => inSight(signs.get(from), signs.get(to), size));
  /** @type {{line: Line, curve: import("./geometry.js").Curve, bright: boolean}[]} */
  const written = [];
  /** @type {import("./labels.js").Box[]} */
  const struck = [];
  for (const line of ordered(visible, view)) {
    const [from, to] = [signs.get(line.from), signs.get(line.to)];
    if (!from || !to) continue;
    const bright = !view.lit || line.claims.some(({ id }) => view.lit?.claims.has(id));
    const { element, curve } = paintLine(context, view, line, from, to, near, bright);
    lines.append(element);
    if (!curve || !bright) continue;
    written.push({ line, curve, bright });
    heads.add(boxAround(curve.to, 8 * near));
    const { strikes } = lookOf(line.claims);
    if (strikes) struck.push(boxAround(pointAt(curve, 0.47), (8 + 3 * strikes) * near));
    if (visible.length <= WORDS_UP_TO) for (const at of pointsOf(curve)) strokes.add(boxAround(at, 1));
  }
  for (const [id, at] of signs) {
    taken.add(boxAround(at, at.radius));
    const more = badgeOf(context, scene.nodes.get(id)?.more ?? 0, at);
    if (more) taken.add(boxAround(more, more.width / 2, 8 * more.size));
  }
  const ranked = [...scene.nodes.values()].sort((a, b) => rankOf(view, b) - rankOf(view, a));
  for (const node of [...ranked].reverse()) {
    const at = signs.get(node.id);
    if (at && inSight(at, at, size)) nodes.append(paintSign(context, view, node, at));
  }
  const letters = Math.min(15, Math.max(11, 13.5 * near));
  for (const node of ranked) {
    const at = signs.get(node.id);
    if (!at || !inSight(at, at, size)) continue;
    for (const longest of [18, 9]) { // a short name in two lines finds room where it does not in one
      const rows = wrapped(context.model.nameOf(node.id), longest);
      const width = Math.max(...rows.map((row) => measure(row, letters, 600)));
      const spots = aroundSign(at, at.radius, width, rows.length, letters);
      const whole = spots.filter(({ box }) => box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height);
      const seen = inSight(at, at, size, 0) ? whole : spots;
      const spot = taken.take(seen.filter(({ far }) => !far), [heads, strokes]) ?? taken.take(seen);
      if (!spot) continue;
      words.append(text(rows, spot, letters, view.lit && !view.lit.nodes.has(node.id) ? "name faint" : "name", node.id));
      break;
    }
  }
  struck.forEach((box) => taken.add(box));
  if (written.length <= WORDS_UP_TO) {
    for (const { line, curve } of written) {
      const label = wordsOf(context, line);
      if (!label) continue;
      const small = letters * 0.86;
      const width = measure(label, small, 400);
      if (covered(curve, width, small) > MOST_COVERED) continue;
      const spots = alongLine([0.5, 0.4, 0.6, 0.3, 0.7, 0.22].map((t) => pointAt(curve, t)), width, small);
      const spot = taken.take(spots, [heads]);
      if (spot) words.append(text([label], spot, small, "along", ""));
    }
  }
  return layers;
}

/** Points along a curve, near enough for words not to fall between them. @param {import("./geometry.js").Curve} curve */
function pointsOf(curve) {
  const steps = Math.min(60, Math.ceil(Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y) / 9));
  return Array.from({ length: steps }, (_, i) => pointAt(curve, i / steps));
}

/**
 * How much of a line its own words hide: all of a short one that lies, little of one that stands.
 * @param {import("./geometry.js").Curve} curve
 * @param {number} width
 * @param {number} size
 */
function covered({ from, to }, width, size) {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return Math.min(width / Math.max(dx, 1e-9), (size * 1.24) / Math.max(dy, 1e-9));
}

/**
 * 1 where signs have room, less where many are in sight: then they are small.
 * @param {View} view
 */
function crowding({ points, camera, size }) {
  let seen = 0;
  for (const point of points.values()) {
    const { x, y } = toScreen(camera, point);
    if (x > 0 && y > 0 && x < size.width && y < size.height) seen += 1;
  }
  const room = Math.sqrt((size.width * size.height) / Math.max(1, seen));
  return Math.min(1, Math.max(0.24, room / 62));
}

/** @param {View} view @param {import("./scene.js").SceneNode} node */
function rankOf(view, node) {
  return (view.chosen.entity === node.id ? 1e6 : view.lit?.nodes.has(node.id) ? 1e5 : 0) + (node.opened ? 1e3 : 0) + node.claims;
}

/** What is chosen lies on top. @param {Line[]} lines @param {View} view */
function ordered(lines, view) {
  const rank = (/** @type {Line} */ line) =>
    line.claims.some(({ id }) => view.chosen.claims.has(id)) ? 2 : !view.lit || line.claims.some(({ id }) => view.lit?.claims.has(id)) ? 1 : 0;
  return [...lines].sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {Point | undefined} a
 * @param {Point | undefined} b
 * @param {{width: number, height: number}} size
 * @param {number} [more] on each side, in the picture's own size, for when it is pushed
 */
function inSight(a, b, { width, height }, more = 0.5) {
  if (!a || !b) return false;
  const [w, h] = [width * more, height * more];
  return Math.max(a.x, b.x) > -w && Math.min(a.x, b.x) < width + w && Math.max(a.y, b.y) > -h && Math.min(a.y, b.y) < height + h;
}

/**
 * How a line looks that stands for these claims.
 * @param {import("./model.js").Claim[]} claims
 */
export function lookOf(claims) {
  const origins = Math.max(...claims.map((claim) => claim.origins));
  const first = claims[0];
  const modality = first?.modalities[0]?.[0] ?? "reported";
  const same = claims.every((claim) => (claim.modalities[0]?.[0] ?? "reported") === modality);
  const denied = (/** @type {import("./model.js").Claim} */ claim) => claim.modalities.some(([name]) => name === "denied");
  const only = (/** @type {import("./model.js").Claim} */ claim) => claim.modalities.length > 0 && claim.modalities.every(([name]) => name === "denied");
  return {
    width: Math.min(9, 1.8 + 1.5 * Math.log2(Math.max(1, origins))),
    relation: first?.relation ?? "",
    modality: same ? modality : "reported",
    strikes: claims.every(only) ? 3 : claims.some(denied) ? 1 : 0,
  };
}

/**
 * @param {Context} context
 * @param {View} view
 * @param {Line} line
 * @param {Point & {radius: number}} from
 * @param {Point & {radius: number}} to
 * @param {number} near
 * @param {boolean} bright
 */
function paintLine(context, view, line, from, to, near, bright) {
  const look = lookOf(line.claims);
  const width = look.width * near;
  const chosen = line.claims.some(({ id }) => view.chosen.claims.has(id));
  const group = svgElement("g", {
    class: `line${bright ? "" : " faint"}${chosen ? " chosen" : ""}`,
    "data-line": line.key, "data-relation": look.relation, "data-modality": look.modality,
    tabindex: "-1", role: "button", "aria-label": context.words.line(context.model, line.claims),
  });
  const dashes = (context.model.data.look.dashes[look.modality] ?? []).map((length) => n(length * Math.max(0.6, near * 0.8))).join(" ");
  const colour = `var(--relation-${look.relation}, var(--muted))`;
  const stroke = (/** @type {string} */ d, /** @type {string} */ name, /** @type {Record<string, string>} */ more) =>
    group.append(svgElement("path", { class: name, d, fill: "none", ...more }));
  if (line.from === line.to) {
    const d = loopPath(from, from.radius, line.slot);
    stroke(d, "hit", { stroke: "transparent", "stroke-width": "14" });
    stroke(d, "stroke", { stroke: colour, "stroke-width": n(width), "stroke-dasharray": dashes });
    return { element: group, curve: null };
  }
  const scale = near * (0.95 + 0.12 * look.width);
  const curve = curveBetween(from, to, {
    radii: [from.radius + 2, to.radius + 4], slot: line.slot, slots: line.slots, turned: line.from > line.to, gap: 17 * near, lift: view.lift ?? 0,
  });
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y) || 1;
  const body = part(curve, 0, 1 - Math.min(0.4, (HEAD_LENGTH * 0.75 * scale) / length));
  stroke(curvePath(curve), "hit", { stroke: "transparent", "stroke-width": n(Math.max(14, width + 8)) });
  if (chosen) stroke(curvePath(curve), "glow", { stroke: "var(--focus)", "stroke-width": n(width + 10), "stroke-opacity": "0.5", "stroke-linecap": "round" });
  stroke(curvePath(body), "stroke", { stroke: colour, "stroke-width": n(width), "stroke-dasharray": dashes });
  const head = headPath(context.model.data.look.arrows[look.relation] ?? "arrow", curve.to, directionAt(curve, 1), scale);
  group.append(svgElement("path", { class: "head", d: head, fill: colour }));
  if (look.strikes) {
    stroke(strikePath(body, look.strikes, 5 + width), "strike", { stroke: "var(--denied)", "stroke-width": n(2.2 * near) });
  }
  return { element: group, curve };
}

/**
 * @param {Context} context
 * @param {View} view
 * @param {import("./scene.js").SceneNode} node
 * @param {Point & {radius: number}} at
 */
function paintSign(context, view, node, at) {
  const kind = context.model.entities.get(node.id)?.kind ?? "";
  const sign = signOf(kind);
  const scale = at.radius / 11;
  const faint = view.lit && !view.lit.nodes.has(node.id);
  const chosen = view.chosen.entity === node.id;
  const group = svgElement("g", {
    class: `node${faint ? " faint" : ""}${chosen ? " chosen" : ""}`, "data-node": node.id,
    tabindex: "-1", role: "button", "aria-label": context.words.sign(context.model, node),
  });
  const place = `translate(${n(at.x - 12 * scale)} ${n(at.y - 12 * scale)}) scale(${Math.round(scale * 1000) / 1000})`;
  const outline = { d: sign.ground, transform: place, "vector-effect": "non-scaling-stroke" };
  const tiny = at.radius < 6 && !chosen; // too small for a mark, and there are many of them
  group.append(
    svgElement("path", { ...outline, class: "ring", fill: "none", stroke: chosen ? "var(--focus)" : "transparent", "stroke-width": "9" }),
    svgElement("path", { ...outline, class: "ground", fill: `var(--kind-${kind}, var(--muted))`, stroke: "var(--stage)", "stroke-width": tiny ? "1" : "2.5" }),
  );
  if (!tiny) group.append(svgElement("path", { d: sign.mark, transform: place, class: "mark", fill: "var(--stage)" }));
  const more = badgeOf(context, node.more, at);
  if (more) {
    const { x, y, width, size } = more;
    group.append(
      svgElement("rect", { x: n(x - width / 2), y: n(y - 8 * size), width: n(width), height: n(16 * size), rx: n(8 * size), fill: "var(--surface)", stroke: "var(--rule-strong)" }),
      mark(more.label, x, y + 4 * size, 11 * size),
    );
  }
  if (node.pinned) {
    group.append(svgElement("circle", { cx: n(at.x - at.radius * 0.8), cy: n(at.y - at.radius * 0.8), r: "4.5", fill: "var(--focus)", stroke: "var(--stage)", "stroke-width": "1.5" }));
  }
  return group;
}

/**
 * Where a sign says how many of its claims are not drawn; null: it does not.
 * @param {Context} context
 * @param {number} more
 * @param {Point & {radius: number}} at
 */
function badgeOf({ words }, more, { x, y, radius }) {
  if (more <= 0 || radius <= 8) return null;
  const label = `+${words.number.format(more)}`;
  const size = Math.max(0.72, Math.min(1, radius / 20));
  return { label, size, width: size * (7 * label.length + 5), x: x + radius * 0.85, y: y - radius * 0.9 };
}

/** @param {string} value @param {number} x @param {number} y @param {number} size */
function mark(value, x, y, size) {
  const element = svgElement("text", {
    x: n(x), y: n(y), "text-anchor": "middle", "font-size": n(size), "font-family": FONT, "font-weight": "600", fill: "var(--ink)", class: "more-mark",
  });
  element.textContent = value;
  return element;
}

/**
 * What goes along a line.
 * @param {Context} context
 * @param {Line} line
 */
function wordsOf({ model }, line) {
  const names = line.claims
    .filter(({ object }) => object !== null && object !== line.from && object !== line.to)
    .map(({ object }) => model.nameOf(object));
  const first = names[0];
  if (first === undefined) return "";
  const [name = ""] = wrapped(first, 22, 1);
  return line.claims.length > 1 ? `${name} +${line.claims.length - 1}` : clipped(name, 24);
}

/**
 * @param {string[]} rows
 * @param {import("./labels.js").Spot} spot
 * @param {number} size
 * @param {string} name
 * @param {string} id
 */
function text(rows, spot, size, name, id) {
  const element = svgElement("text", {
    class: name, "text-anchor": spot.anchor, "font-size": n(size), "font-family": FONT,
    "font-weight": name === "along" ? "400" : "600", fill: name !== "along" ? "var(--ink)" : "var(--muted)",
    stroke: "var(--stage)", "stroke-width": "3.5", "stroke-linejoin": "round", "paint-order": "stroke",
    direction: "ltr", "unicode-bidi": "isolate", "aria-hidden": "true",
  });
  if (id) element.setAttribute("data-name", id);
  rows.forEach((row, i) => {
    const part = svgElement("tspan", { x: n(spot.x), y: n(spot.y + i * size * 1.18) });
    part.textContent = row;
    element.append(part);
  });
  return element;
}

/** @type {Map<string, number>} */
const WIDTHS = new Map();
/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** @param {string} value @param {number} size @param {number} weight */
function measure(value, size, weight) {
  const key = `${weight} ${value}`;
  let width = WIDTHS.get(key);
  if (width === undefined) {
    ruler ??= document.createElement("canvas").getContext("2d");
    if (!ruler) return value.length * size * 0.6;
    ruler.font = `${weight} 100px ${FONT}`;
    width = ruler.measureText(value).width / 100;
    WIDTHS.set(key, width);
  }
  return width * size;
}
