// @ts-check
// The picture: draws the scene, and is pushed, zoomed and gone through by mouse, fingers and keys.

import { fitting, nearest, toPlane, toScreen, zoomed } from "./camera.js";
import { svgElement } from "./icons.js";
import { paint } from "./paint.js";

/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{scene: import("./scene.js").Scene, points: Map<string, Point>,
 *   lit: {nodes: Set<string>, claims: Set<string>} | null, chosen: {entity: string, claims: Set<string>}}} Shown
 * @typedef {{node: (id: string) => void, line: (claims: import("./model.js").Claim[]) => void, nothing: () => void,
 *   moved: (id: string, at: Point) => void, key: (key: string, id: string) => boolean}} Handlers
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {{width: number, height: number}} Size
 * @typedef {{paint: (camera: Camera) => SVGElement, hold: (camera: Camera, size: Size) => Camera}} Ground
 */

const LIVE = 250; // lines up to which they follow a sign that is moved
const LIFT = 0.14; // of a line on a map
const DRAGGED = 4; // pixels that tell a push from a click
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

export class Picture {
  /**
   * @param {import("./cards.js").Context} context
   * @param {HTMLElement} container
   * @param {Handlers} on
   * @param {Ground | null} [ground] what lies below the signs, which then stay where they are
   */
  constructor(context, container, on, ground = null) {
    this.context = context;
    this.container = container;
    this.on = on;
    this.ground = ground;
    this.svg = svgElement("svg", { class: "picture", role: "application", tabindex: "-1", "aria-label": context.words.t(ground ? "map_label" : "graph_label") });
    container.append(this.svg);
    /** @type {Shown | null} */
    this.shown = null;
    this.camera = { k: 1, x: 0, y: 0 };
    this.focused = ""; // the sign or line that the keyboard is at: "node id" or "line key"
    this.moved = false; // by hand: then what comes in does not move the view unless it must
    this.around = ""; // the sign whose lines the keyboard goes through
    /** @type {import("./camera.js").Camera | undefined} what is seen while it is moved, before it is drawn anew */
    this.sliding = undefined;
    /** @type {number | undefined} */
    this.waiting = undefined;
    this.timer = 0;
    this.listen();
    new ResizeObserver(() => this.resized()).observe(container);
  }

  get size() {
    return { width: this.container.clientWidth, height: this.container.clientHeight };
  }

  /**
   * @param {Shown} shown
   * @param {"fit" | "keep" | "stay"} how fit all; keep what is in view unless something new is not; leave the view alone
   */
  show(shown, how) {
    this.shown = shown;
    if (how === "fit") this.fit();
    else if (how === "keep" && !this.inView()) this.fit();
    else this.draw();
  }

  inView() {
    const { width, height } = this.size;
    return [...(this.shown?.points.values() ?? [])].every((point) => {
      const at = toScreen(this.camera, point);
      return at.x > 30 && at.x < width - 30 && at.y > 30 && at.y < height - 40;
    });
  }

  resized() {
    const { width, height } = this.size;
    if (!width || !this.shown) return;
    if (!this.moved) this.fit();
    else this.draw();
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }

  fit() {
    this.moved = false;
    const { width, height } = this.size;
    if (this.shown && width) {
      // buttons in a row lie above what is shown; those in a column leave room beside them, but on a map
      const corner = this.corner();
      const row = corner !== null && corner.right - corner.left > corner.bottom - corner.top;
      const top = row ? corner.bottom / 2 : 0;
      const room = { width: this.ground && corner && !row ? corner.left : width, height: height - top };
      const camera = fitting(this.shown.points.values(), room);
      const held = this.ground ? this.ground.hold(camera, room) : camera;
      this.camera = { ...held, y: held.y + top };
    }
    this.draw();
  }

  /** Where buttons lie over the picture. @returns {import("./labels.js").Box | null} */
  corner() {
    const tools = this.container.parentElement?.querySelector(".tools");
    if (!(tools instanceof HTMLElement) || !tools.offsetWidth) return null;
    const { offsetLeft: left, offsetTop: top } = tools;
    return { left, top, right: left + tools.offsetWidth, bottom: top + tools.offsetHeight };
  }

  /** @param {number} factor */
  zoom(factor) {
    this.moved = true;
    this.camera = zoomed(this.camera, factor, { x: this.size.width / 2, y: this.size.height / 2 });
    this.draw();
  }

  draw() {
    const { width, height } = this.size;
    if (!this.shown || !width) return;
    const hadFocus = this.svg.contains(document.activeElement);
    this.svg.style.transform = "";
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const layers = paint(this.context, { ...this.shown, camera: this.camera, size: this.size, lift: this.ground ? LIFT : 0, corner: this.corner() });
    this.svg.replaceChildren(...(this.ground ? [this.ground.paint(this.camera)] : []), ...layers);
    const stop = this.element(this.focused) ?? this.svg.querySelector(".node:last-child");
    stop?.setAttribute("tabindex", "0");
    if (hadFocus && stop instanceof SVGElement) stop.focus();
  }

  /** @param {string} key */
  element(key) {
    const [kind, id] = [key.slice(0, 4), key.slice(5)];
    if (!id) return null;
    // not by a selector: an id may hold what no selector can say
    const name = kind === "node" ? "data-node" : "data-line";
    return [...this.svg.querySelectorAll(`[${name}]`)].find((element) => element.getAttribute(name) === id) ?? null;
  }

  /** @param {string} key */
  focus(key) {
    const next = this.element(key);
    if (!(next instanceof SVGElement)) return;
    this.element(this.focused)?.setAttribute("tabindex", "-1");
    this.svg.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    this.focused = key;
    next.setAttribute("tabindex", "0");
    next.focus();
    this.reveal(key);
  }

  /** Moves the view where the sign at which the keyboard is lies outside of it. @param {string} key */
  reveal(key) {
    const at = key.startsWith("node") ? this.shown?.points.get(key.slice(5)) : null;
    if (!at) return;
    const { width, height } = this.size;
    const { x, y } = toScreen(this.camera, at);
    if (x > 20 && x < width - 20 && y > 20 && y < height - 20) return;
    this.moved = true;
    this.camera = { ...this.camera, x: this.camera.x + width / 2 - x, y: this.camera.y + height / 2 - y };
    this.draw();
  }

  listen() {
    const { svg } = this;
    /** @type {Map<number, Point>} */
    const fingers = new Map();
    /** @type {{start: Point, node: string, at: Point | null, camera: import("./camera.js").Camera, far: boolean} | null} */
    let push = null;
    let apart = 0;
    const here = (/** @type {MouseEvent} */ event) => {
      const box = this.container.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, here(event));
      if (fingers.size === 2) {
        const [a, b] = [...fingers.values()];
        apart = a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
        push = null;
        return;
      }
      const node = this.ground ? "" : nodeAt(event.target);
      push = { start: here(event), node, at: this.shown?.points.get(node) ?? null, camera: this.camera, far: false };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, here(event));
      if (fingers.size === 2) {
        const [a, b] = [...fingers.values()];
        if (!a || !b) return;
        const now = Math.hypot(a.x - b.x, a.y - b.y);
        if (apart) this.slide(zoomed(this.camera, now / apart, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }));
        return;
      }
      if (!push) return;
      const at = here(event);
      const [dx, dy] = [at.x - push.start.x, at.y - push.start.y];
      if (!push.far && Math.hypot(dx, dy) < DRAGGED) return;
      if (!push.far) {
        push.far = true;
        svg.setPointerCapture(event.pointerId);
        svg.classList.add("pushed");
      }
      if (push.node && push.at) {
        this.shown?.points.set(push.node, toPlane(this.camera, { x: toScreen(this.camera, push.at).x + dx, y: toScreen(this.camera, push.at).y + dy }));
        // drawn anew each time, where that is quick; else the sign alone follows
        if ((this.shown?.scene.lines.length ?? 0) < LIVE) this.later();
        else this.element(`node ${push.node}`)?.setAttribute("transform", `translate(${dx} ${dy})`);
      } else this.slide({ ...push.camera, x: push.camera.x + dx, y: push.camera.y + dy });
    });
    const end = (/** @type {PointerEvent} */ event) => {
      if (!fingers.delete(event.pointerId)) return;
      svg.classList.remove("pushed");
      const done = push;
      push = null;
      this.settle();
      if (fingers.size) return;
      if (done?.far && done.node) this.on.moved(done.node, this.shown?.points.get(done.node) ?? { x: 0, y: 0 });
      if (done && !done.far && event.type === "pointerup") this.clicked(event.target);
    };
    svg.addEventListener("pointerup", end);
    svg.addEventListener("pointercancel", end);
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      this.slide(zoomed(this.sliding ?? this.camera, Math.exp(-pixels * 0.0016), here(event)));
      this.settleSoon();
    }, { passive: false });
    svg.addEventListener("keydown", (event) => this.pressed(event));
    svg.addEventListener("focusin", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const node = target?.getAttribute("data-node");
      const line = target?.getAttribute("data-line");
      if (node) this.focused = `node ${node}`;
      else if (line) this.focused = `line ${line}`;
    });
  }

  /** Shows another camera at once, by moving what is drawn already. @param {import("./camera.js").Camera} next */
  slide(next) {
    this.moved = true;
    this.sliding = next;
    const k = next.k / this.camera.k;
    this.svg.classList.add("moving");
    this.svg.style.transform = `translate(${next.x - this.camera.x * k}px, ${next.y - this.camera.y * k}px) scale(${k})`;
  }

  /** Draws anew what was only moved. */
  settle() {
    if (!this.sliding) return;
    this.camera = this.sliding;
    this.sliding = undefined;
    this.svg.classList.remove("moving");
    this.draw();
  }

  settleSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), 140);
  }

  later() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.draw();
    });
  }

  /** @param {EventTarget | null} target */
  clicked(target) {
    const line = target instanceof Element ? target.closest("[data-line]")?.getAttribute("data-line") : null;
    const node = nodeAt(target);
    if (node) this.choose(`node ${node}`);
    else if (line) this.choose(`line ${line}`);
    else this.on.nothing();
  }

  /** @param {string} key */
  choose(key) {
    this.focused = key;
    const [kind, id] = [key.slice(0, 4), key.slice(5)];
    const line = this.shown?.scene.lines.find((other) => other.key === id);
    if (kind === "node" && id) this.on.node(id);
    else if (line) this.on.line(line.claims);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.shown) return;
    const [kind, id] = [this.focused.slice(0, 4), this.focused.slice(5)];
    const arrow = ARROWS[event.key];
    if (arrow) {
      const from = kind === "line" ? (this.shown.scene.lines.find((line) => line.key === id)?.from ?? "") : id;
      const next = nearest(this.shown.points, from, arrow);
      if (next !== null) this.focus(`node ${next}`);
    } else if (event.key === "Enter" || event.key === " ") this.choose(this.focused);
    else if (event.key === "l" || event.key === "L") this.nextLine(event.key === "L" ? -1 : 1);
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit();
    else if (!this.on.key(event.key, kind === "node" ? id : "")) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** From a sign to its lines, one after another. @param {number} step */
  nextLine(step) {
    const { scene } = this.shown ?? { scene: { lines: [] } };
    const at = this.focused.slice(5);
    if (this.focused.startsWith("node")) this.around = at;
    const around = scene.lines.filter(({ from, to }) => from === this.around || to === this.around);
    const now = around.findIndex(({ key }) => key === at);
    const next = around[(now + step + around.length) % Math.max(1, around.length)];
    if (next) this.focus(`line ${next.key}`);
  }
}

/** @param {EventTarget | null} target */
function nodeAt(target) {
  return (target instanceof Element ? target.closest("[data-node]")?.getAttribute("data-node") : null) ?? "";
}

