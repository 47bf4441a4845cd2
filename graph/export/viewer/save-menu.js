// @ts-check
// The button that saves and prints.

import { menu } from "./chrome.js";
import { el } from "./dom.js";
import { asPng, asSvg, csvBlob, download } from "./save.js";
import { isDrawn } from "./state.js";

/**
 * @param {import("./cards.js").Context} context
 * @param {() => {picture: SVGElement, size: {width: number, height: number}, shown: import("./views.js").Shown | null}} now
 */
export function saveMenu(context, now) {
  const { words, model, app } = context;
  const name = (/** @type {string} */ suffix) => `${(model.data.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "armsgraph").slice(0, 60)}.${suffix}`;
  const svg = () => {
    const { picture, size, shown } = now();
    const { since, until } = app.state.filter;
    const drawn = (shown?.claims.length ?? 0) - (shown?.scene.left ?? 0);
    const note = [words.count(drawn, "claims"), [since, until].filter(Boolean).join(" – "), words.t("made_with")].filter(Boolean).join(" · ");
    return asSvg(picture, { ...size, title: model.data.title, note });
  };
  const acts = /** @type {[string, boolean, () => void | Promise<void>][]} */ ([
    ["save_png", true, async () => download(name("png"), await asPng(svg(), now().size))],
    ["save_svg", true, () => download(name("svg"), new Blob([svg()], { type: "image/svg+xml" }))],
    ["save_csv", false, () => download(name("csv"), csvBlob(context, selected(context, now().shown)))],
    ["print", false, () => window.print()],
  ]);
  const buttons = acts.map(([key, pictured, act]) => el(
    "button",
    { type: "button", "data-save": key, "data-pictured": pictured, onclick: () => { details.open = false; void act(); } },
    words.t(key),
  ));
  const { details } = menu("save", words.t("save"), ...buttons);
  details.addEventListener("toggle", () => {
    for (const button of buttons) button.toggleAttribute("disabled", button.dataset.pictured !== undefined && !isDrawn(app.state));
  });
  return details;
}

/**
 * What is chosen, else what is drawn, in a table all that passes.
 * @param {import("./cards.js").Context} context
 * @param {import("./views.js").Shown | null} shown
 */
function selected({ app, model }, shown) {
  if (!shown) return [];
  const { state } = app;
  const claim = model.claims.get(state.claim);
  if (claim) return [claim];
  if (state.between.length) return shown.claims.filter(({ line }) => line && state.between.every((end) => line.includes(end)));
  if (state.entity) {
    const own = new Set(model.claimsOf(state.entity));
    return shown.claims.filter((other) => own.has(other));
  }
  if (!isDrawn(state)) return shown.claims;
  const drawn = new Set(shown.scene.lines.flatMap(({ claims }) => claims));
  return shown.claims.filter((other) => drawn.has(other));
}
