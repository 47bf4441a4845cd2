// @ts-check
// What the signs, colours, arrowheads and dashes mean: only those that the page has.

import { el } from "./dom.js";
import { headPath, strikePath } from "./geometry.js";
import { KINDS, signSvg, svgElement } from "./icons.js";
import { rolesOf } from "./model.js";

/**
 * @param {import("./cards.js").Context} context
 */
export function legend({ model, words }) {
  const { claims, look } = model.data;
  const all = model.served !== null; // any may come
  const kinds = new Set(claims.flatMap((claim) => [...rolesOf(claim)].map((id) => model.entities.get(id)?.kind)));
  const relations = new Set(claims.map((claim) => claim.relation));
  const modalities = new Set(claims.flatMap((claim) => claim.modalities.map(([name]) => name)));
  return el(
    "div",
    { class: "legend-body" },
    el("ul", { "aria-label": words.t("legend_kinds") }, ...KINDS.filter((kind) => all || kinds.has(kind)).map((kind) => el("li", {}, signSvg(kind), words.t(kind)))),
    el("ul", { "aria-label": words.t("relation") }, ...Object.keys(look.relations).filter((name) => all || relations.has(name)).map((name) =>
      el("li", { "data-relation": name }, line([], look.arrows[name] ?? "arrow", 0), words.t(name)))),
    el(
      "ul",
      { "aria-label": words.t("modality") },
      ...Object.keys(look.dashes).filter((name) => all || modalities.has(name)).map((name) =>
        el("li", {}, line(look.dashes[name] ?? [], "", name === "denied" ? 3 : 0), words.t(name))),
      (all || modalities.has("denied")) && el("li", {}, line([], "", 1), words.t("bar")),
      el("li", { class: "muted" }, words.t("width")),
      el("li", { class: "muted" }, words.t(all ? "badge_served" : "badge")),
    ),
  );
}

/**
 * @param {number[]} dashes
 * @param {string} head
 * @param {number} strikes
 */
function line(dashes, head, strikes) {
  const svg = svgElement("svg", { viewBox: "0 0 44 12", class: "stroke", "aria-hidden": "true" });
  svg.append(svgElement("path", { d: head ? "M1 6H34" : "M1 6H43", class: "rule", "stroke-dasharray": dashes.join(" ") || "none" }));
  if (head) svg.append(svgElement("path", { d: headPath(head, { x: 43, y: 6 }, { x: 1, y: 0 }, 1.1), class: "head" }));
  const curve = { from: { x: 1, y: 6 }, via: { x: 22, y: 6 }, to: { x: 43, y: 6 } };
  if (strikes) svg.append(svgElement("path", { d: strikePath(curve, strikes, 5), class: "rule strike" }));
  return svg;
}
