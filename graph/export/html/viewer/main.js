// @ts-check
// Puts the parts together. What is chosen stands in the address's fragment, so that the
// browser's own back and forward work and a view can be linked to.

import { byId, el } from "./dom.js";
import { legend } from "./legend.js";
import { Model } from "./model.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { searchBox } from "./search.js";
import { Table } from "./table.js";
import { onThemeChange, shade } from "./theme.js";
import { Wording } from "./wording.js";

const model = new Model(JSON.parse(byId("data").textContent ?? "{}"));
const words = new Wording(model.data.texts, model.data.lang);
const narrow = window.matchMedia("(max-width: 759px)");

/** @param {string} kind @param {string} id */
function go(kind, id) {
  const fragment = `#${kind}=${encodeURIComponent(id)}`;
  if (window.location.hash === fragment) follow();
  else window.location.hash = fragment;
}

function goOverview() {
  if (window.location.hash.length > 1) window.location.hash = "#overview";
}

const choose = {
  entity: (/** @type {string} */ id) => go("entity", id),
  claim: (/** @type {string} */ id) => go("claim", id),
};
const context = { model, words, choose };
const panelElement = byId("panel");
const panel = new Panel(context, panelElement, goOverview);
const picture = new Picture(model, words, byId("canvas"), {
  onEntity: choose.entity,
  onClaim: choose.claim,
  onNothing: goOverview,
});
const table = new Table(context, byId("table"));

/** @returns {[string, string]} what the fragment chooses */
function chosen() {
  const [, kind, id] = /^#(entity|claim)=(.*)$/.exec(window.location.hash) ?? [];
  if (!kind) return ["", ""];
  try {
    return [kind, decodeURIComponent(id)];
  } catch {
    return ["", ""]; // a broken fragment chooses nothing
  }
}

function follow() {
  const [kind, id] = chosen();
  if (kind === "entity" && model.entities.has(id)) {
    panel.entity(id);
    picture.chooseEntity(id);
  } else if (kind === "claim" && model.claims.has(id)) {
    panel.claim(id);
    picture.chooseClaim(id);
  } else {
    panel.overview();
    picture.chooseNothing();
    return;
  }
  if (!byId("stage").hidden) picture.reveal();
  // below the picture on a narrow screen, where it would change unseen
  if (narrow.matches) panelElement.scrollIntoView({ block: "start" });
}

/** @param {"picture" | "table"} view */
function showView(view) {
  byId("stage").hidden = view !== "picture";
  byId("table").hidden = view !== "table";
  for (const button of byId("views").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  if (view === "table") table.open();
  else picture.fit(false);
}

for (const view of /** @type {const} */ (["picture", "table"])) {
  byId("views").append(
    el("button", { type: "button", "data-view": view, "aria-pressed": String(view === "picture"), onclick: () => showView(view) }, words.t(view)),
  );
}
for (const [key, sign, act] of /** @type {const} */ ([
  ["zoom_in", "+", () => picture.zoom(1.3)],
  ["zoom_out", "−", () => picture.zoom(1 / 1.3)],
  ["fit", "⤢", () => picture.fit()],
])) {
  byId("tools").append(el("button", { type: "button", title: words.t(key), "aria-label": words.t(key), onclick: act }, sign));
}

// colours of the style sheet's own rules, set through the object model as the page's policy allows
function paint() {
  const { kinds, relations } = model.data.look;
  for (const [group, colours] of /** @type {const} */ ([["kind", kinds], ["relation", relations]])) {
    for (const [name, pair] of Object.entries(colours)) {
      document.documentElement.style.setProperty(`--${group}-${name}`, shade(pair));
    }
  }
}

paint();
onThemeChange(paint);
searchBox(context, byId("search"));
legend(context, byId("legend"));
window.addEventListener("hashchange", follow);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !(event.target instanceof HTMLInputElement)) goOverview();
});
follow();
