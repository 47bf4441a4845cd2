// @ts-check
// The picture: vis-network draws what was laid out before export.

import { drawSign } from "./icons.js";
import { calm, colour, onThemeChange, shade } from "./theme.js";

const LABELS_UP_TO = 150; // lines; with more of them, what they say stands in the panel
const LONGEST_LABEL = 28;
const FAINT = 0.16;

export class Picture {
  /**
   * @param {import("./model.js").Model} model
   * @param {import("./wording.js").Wording} words
   * @param {HTMLElement} container
   * @param {{onEntity: (id: string) => void, onClaim: (id: string) => void, onNothing: () => void}} on
   */
  constructor(model, words, container, on) {
    this.model = model;
    this.words = words;
    this.container = container;
    // vis-network keeps its items in plain objects, where some ids mean something else
    this.nodeIds = model.data.nodes.map((node) => node.id);
    this.edgeIds = model.data.edges.map((edge) => edge.id);
    this.nodeAt = new Map(this.nodeIds.map((id, index) => [id, index]));
    this.edgeAt = new Map(this.edgeIds.map((id, index) => [id, index]));
    /** @type {Set<string> | null} entities that stand out; null: all do */
    this.lit = null;
    /** @type {Set<string> | null} */
    this.litClaims = null;
    /** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
    /** @type {Box[]} where labels stand already */
    this.taken = [];
    /** @type {Box[]} where signs stand, which a line's label leaves free */
    this.signs = [];
    this.nodes = new vis.DataSet(
      model.data.nodes
        .map((node, index) => this.node(node, index))
        .sort((a, b) => model.data.nodes[b.id].size - model.data.nodes[a.id].size), // large ones get their label first
    );
    this.edges = new vis.DataSet(model.data.edges.map((edge, index) => this.edge(edge, index)));
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.network.on("click", (/** @type {{nodes: number[], edges: number[]}} */ hit) => {
      if (hit.nodes.length) on.onEntity(this.nodeIds[hit.nodes[0]]);
      else if (hit.edges.length) on.onClaim(this.edgeIds[hit.edges[0]]);
      else on.onNothing();
    });
    const canvas = container.querySelector("canvas");
    for (const [event, cursor] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]]) {
      this.network.on(event, () => canvas && (canvas.style.cursor = cursor));
    }
    this.network.on("beforeDrawing", () => {
      this.taken = [];
      this.signs = [];
    });
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => this.drawLineLabels(ctx));
    onThemeChange(() => this.repaint());
    this.fit(false);
  }

  /**
   * @param {import("./model.js").PlacedNode} node
   * @param {number} index
   */
  node(node, index) {
    const entity = this.model.entities.get(node.id);
    const kind = entity?.kind ?? "";
    const label = short(entity?.name ?? node.id);
    return {
      id: index,
      x: node.x,
      y: node.y,
      shape: "custom",
      ctxRenderer: (/** @type {any} */ at) => {
        const bright = !this.lit || this.lit.has(node.id);
        const ring = at.state.selected ? colour("--focus") : null;
        const pair = this.model.data.look.kinds[kind] ?? this.model.data.look.unknown;
        return {
          drawNode: () => {
            const r = node.size;
            if (bright) this.signs.push({ left: at.x - r, top: at.y - r, right: at.x + r, bottom: at.y + r });
            at.ctx.globalAlpha = bright ? 1 : FAINT + 0.1;
            drawSign(at.ctx, kind, {
              x: at.x, y: at.y, radius: node.size, colour: shade(pair), mark: colour("--stage"), ring,
            });
            at.ctx.globalAlpha = 1;
          },
          drawExternalLabel: () => {
            if (!bright) return;
            this.write(at.ctx, label, at.x, at.y + node.size + 4, {
              weight: 600, size: 15, least: 9.5, middle: false, colour: colour("--ink"), always: at.state.selected,
            });
          },
          nodeDimensions: { width: node.size * 2, height: node.size * 2 },
        };
      },
    };
  }

  /**
   * @param {import("./model.js").DrawnEdge} edge
   * @param {number} index
   */
  edge(edge, index) {
    return {
      id: index,
      from: this.nodeAt.get(edge.from),
      to: this.nodeAt.get(edge.to),
      width: edge.width,
      arrows: edge.arrows,
      smooth: edge.smooth,
      ...(edge.selfReference ? { selfReference: edge.selfReference } : {}),
      dashes: this.model.data.look.dashes[edge.modality]?.length ? this.model.data.look.dashes[edge.modality] : false,
      ...this.paint(edge),
    };
  }

  /**
   * What of a line depends on the theme and on what is chosen.
   * @param {import("./model.js").DrawnEdge} edge
   */
  paint(edge) {
    const claim = this.model.claims.get(edge.id);
    const bright = !this.litClaims || this.litClaims.has(edge.id);
    const { relations, unknown } = this.model.data.look;
    const line = shade(relations[claim?.relation ?? ""] ?? unknown);
    return { color: { color: line, highlight: line, hover: line, opacity: bright ? 0.9 : FAINT } };
  }

  /**
   * What goes along the lines, over everything else. vis-network's own labels of parallel lines
   * cover one another; these stand at different heights.
   * @param {CanvasRenderingContext2D} ctx
   */
  drawLineLabels(ctx) {
    const shown = this.litClaims ?? this.model.edges;
    if (shown.size > LABELS_UP_TO || scaleOf(ctx) < 0.35) return;
    for (const edge of this.model.data.edges) {
      const claim = this.model.claims.get(edge.id);
      if (!claim || (this.litClaims && !this.litClaims.has(edge.id))) continue;
      const [from, to] = [this.model.nodes.get(edge.from), this.model.nodes.get(edge.to)];
      const label = this.label(edge, claim);
      if (!from || !to || !label) continue;
      const style = { weight: 400, size: 13, least: 9.5, middle: true, colour: colour("--muted"), always: false };
      for (const along of [0.5, 0.38, 0.62, 0.28, 0.72]) {
        const at = pointOn(from, to, edge.smooth, along);
        if (this.write(ctx, label, at.x, at.y, style)) break;
      }
    }
  }

  /**
   * Writes a text with a rim, never smaller on the screen than `least` pixels, and leaves it
   * out where another text stands, until there is room for it at a closer look.
   * @param {CanvasRenderingContext2D} ctx
   * @param {string} value
   * @param {number} x
   * @param {number} y
   * @param {{weight: number, size: number, least: number, middle: boolean, colour: string, always: boolean}} style
   */
  write(ctx, value, x, y, style) {
    const scale = scaleOf(ctx);
    const size = Math.max(style.size, style.least / scale);
    ctx.font = `${style.weight} ${size}px system-ui, sans-serif`;
    const half = ctx.measureText(value).width / 2 + size / 8;
    const top = style.middle ? y - size / 2 : y;
    const box = { left: x - half, top, right: x + half, bottom: top + size };
    const others = style.middle ? [...this.taken, ...this.signs] : this.taken;
    const free = others.every(
      (other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top,
    );
    if (!free && !style.always) return false;
    this.taken.push(box);
    ctx.textAlign = "center";
    ctx.textBaseline = style.middle ? "middle" : "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4 / Math.min(1, scale);
    ctx.strokeStyle = colour("--stage");
    ctx.strokeText(value, x, y);
    ctx.fillStyle = style.colour;
    ctx.fillText(value, x, y);
    return true;
  }

  /**
   * What goes from one end to the other, where neither end says it.
   * @param {import("./model.js").DrawnEdge} edge
   * @param {import("./model.js").Claim} claim
   */
  label(edge, claim) {
    const item = claim.object;
    if (item === null || item === edge.from || item === edge.to) return "";
    return short(this.model.nameOf(item));
  }

  repaint() {
    this.edges.update(this.model.data.edges.map((edge, index) => ({ id: index, ...this.paint(edge) })));
    this.network.redraw();
  }

  /**
   * Lets these stand out; null: everything.
   * @param {Set<string> | null} entities
   * @param {Set<string> | null} claims
   */
  light(entities, claims) {
    this.lit = entities;
    this.litClaims = claims;
    this.repaint();
  }

  /** @param {string} id */
  chooseEntity(id) {
    const claims = this.model.claimsOf(id).filter((claim) => this.edgeAt.has(claim.id));
    const index = this.nodeAt.get(id);
    this.network.setSelection({ nodes: index === undefined ? [] : [index], edges: [] }, { highlightEdges: false });
    this.light(new Set([id, ...claims.flatMap((claim) => this.ends(claim.id))]), new Set(claims.map((claim) => claim.id)));
  }

  /** @param {string} id */
  chooseClaim(id) {
    const index = this.edgeAt.get(id);
    if (index === undefined) return this.chooseNothing();
    this.network.setSelection({ nodes: [], edges: [index] });
    this.light(new Set(this.ends(id)), new Set([id]));
  }

  chooseNothing() {
    this.network.unselectAll();
    this.light(null, null);
  }

  /** @param {string} claim */
  ends(claim) {
    const edge = this.model.edges.get(claim);
    return edge ? [edge.from, edge.to] : [];
  }

  /**
   * Brings what stands out into view.
   * @param {boolean} [moving]
   */
  fit(moving = true) {
    const lit = [...(this.lit ?? [])].map((id) => this.nodeAt.get(id)).filter((index) => index !== undefined);
    this.network.fit({
      nodes: lit.length ? lit : [...this.nodeAt.values()],
      maxZoomLevel: 1.3,
      minZoomLevel: 0.05,
      animation: moving && !calm ? { duration: 300, easingFunction: "easeInOutQuad" } : false,
    });
  }

  /** Moves the view where something that stands out lies outside of it. */
  reveal() {
    const { clientWidth, clientHeight } = this.container;
    const inside = [...(this.lit ?? [])].every((id) => {
      const node = this.model.nodes.get(id);
      if (!node) return true;
      const at = this.network.canvasToDOM({ x: node.x, y: node.y });
      return at.x > 20 && at.y > 20 && at.x < clientWidth - 20 && at.y < clientHeight - 40;
    });
    if (!inside) this.fit();
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = Math.min(4, Math.max(0.05, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: calm ? false : { duration: 150, easingFunction: "linear" } });
  }
}

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: {
    hover: true,
    hoverConnectedEdges: false,
    selectConnectedEdges: false,
    keyboard: { enabled: true, bindToWindow: false },
    zoomSpeed: 0.7,
  },
  nodes: { chosen: false, label: undefined },
  edges: {
    arrowStrikethrough: false,
    hoverWidth: 1,
    selectionWidth: 2,
    endPointOffset: { to: 2 },
  },
};

/** @param {CanvasRenderingContext2D} ctx */
function scaleOf(ctx) {
  return ctx.getTransform().a / window.devicePixelRatio;
}

/**
 * A point on a line as vis-network bends it, `along` from 0 to 1.
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 * @param {{type?: string, roundness?: number} | false} bend
 * @param {number} along
 */
export function pointOn(from, to, bend, along) {
  let via = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (bend && bend.roundness) {
    const sign = bend.type === "curvedCW" ? 1 : -1;
    const [dx, dy] = [to.x - from.x, from.y - to.y];
    const reach = (0.5 * bend.roundness + 0.5) * Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx) + (0.5 * sign * bend.roundness + 0.5) * Math.PI;
    via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
  }
  const [a, b, c] = [(1 - along) ** 2, 2 * along * (1 - along), along ** 2];
  return { x: a * from.x + b * via.x + c * to.x, y: a * from.y + b * via.y + c * to.y };
}

/**
 * A name as a label: one line, no marks that turn the direction of what follows.
 * @param {string} name
 */
export function short(name) {
  const line = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const letters = [...line];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join("")}…` : line;
}
