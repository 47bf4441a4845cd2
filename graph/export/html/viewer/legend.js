// @ts-check
// What the signs, colours, arrowheads and dashes mean: only those that the page has.

import { el } from "./dom.js";
import { KINDS, signSvg, svgElement } from "./icons.js";

/**
 * @param {import("./cards.js").Context} context
 * @param {HTMLElement} place
 */
export function legend({ model, words }, place) {
  const { claims, look } = model.data;
  const kinds = new Set(model.data.nodes.map((node) => model.entities.get(node.id)?.kind));
  const relations = new Set(claims.map((claim) => claim.relation));
  const modalities = new Set(claims.flatMap((claim) => claim.modalities.map(([name]) => name)));
  place.append(
    el(
      "div",
      { class: "legend-body" },
      el("ul", {}, ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => el("li", {}, signSvg(kind), words.t(kind)))),
      el("ul", {}, ...Object.keys(look.relations).filter((name) => relations.has(name)).map((name) =>
        el("li", { "data-relation": name }, line([], look.arrows[name] ?? "arrow", false), words.t(name)))),
      el(
        "ul",
        {},
        ...Object.keys(look.dashes).filter((name) => modalities.has(name)).map((name) =>
          el("li", {}, line(look.dashes[name], "", name === "denied"), words.t(name))),
        el("li", { class: "muted" }, words.t("width")),
        modalities.has("denied") && el("li", { class: "muted" }, words.t("bar")),
      ),
    ),
  );
  if (window.matchMedia("(min-width: 900px) and (min-height: 640px)").matches) place.setAttribute("open", "");
}

/** Arrowheads in a box of 12 by 12 whose tip is at (12, 6). */
const HEADS = new Map([
  ["arrow", "M2 1L12 6L2 11L4.500 6z"],
  ["diamond", "M0 6L6 2L12 6L6 10z"],
  ["circle", "M7 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z"],
  ["box", "M4 2h8v8H4z"],
  ["vee", "M2 0L12 6L2 12L5.500 6z"],
  ["inv_triangle", "M12 1V11L2 6z"],
]);

/**
 * @param {number[]} dashes
 * @param {string} head
 * @param {boolean} barred
 */
function line(dashes, head, barred) {
  const svg = svgElement("svg", { viewBox: "0 0 44 12", class: "stroke", "aria-hidden": "true" });
  svg.append(svgElement("path", { d: head ? "M1 6H34" : "M1 6H43", class: "rule", "stroke-dasharray": dashes.join(" ") || "none" }));
  if (head) svg.append(svgElement("path", { d: HEADS.get(head) ?? "", transform: "translate(31 0)", class: "head" }));
  if (barred) svg.append(svgElement("path", { d: "M22 0V12", class: "rule" }));
  return svg;
}
