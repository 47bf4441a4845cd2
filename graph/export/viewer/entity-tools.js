// @ts-check
// What can be done with an entity: open, close, begin here, pin, hide, find a path.

import { el } from "./dom.js";
import { searchBox } from "./search.js";

/**
 * @param {import("./cards.js").Context} context
 * @param {import("./state.js").State} state
 * @param {import("./views.js").Shown} shown
 * @param {string} id
 */
export function entityTools(context, state, shown, id) {
  const { app, words } = context;
  const node = shown.scene.nodes.get(id);
  const button = (/** @type {string} */ key, /** @type {() => void} */ act, /** @type {Record<string, number>} */ values = {}, /** @type {boolean | null} */ pressed = null) =>
    el("button", { type: "button", class: "small", "data-act": key, "aria-pressed": pressed === null ? null : String(pressed), onclick: act }, words.t(key, values));
  const at = () => shown.points.get(id) ?? { x: 0, y: 0 };
  const path = el("div", { class: "path-to", hidden: true });
  const ask = () => {
    path.hidden = !path.hidden;
    if (!path.hasChildNodes()) searchBox(context, path, { key: "path_to", id: "found-path", take: (other) => app.path(id, other) });
    path.querySelector("input")?.focus();
  };
  return el(
    "div",
    { class: "entity-tools" },
    el(
      "div",
      { class: "buttons", role: "group", "aria-label": words.t("tools") },
      !node && button("start_here", () => app.start(id)),
      node && !node.opened && button("open", () => app.open(id)),
      node?.opened && node.more > 0 && button("open_all", () => app.openAll(id), { n: node.more }),
      node?.opened && state.from !== id && button("close", () => app.close(id)),
      node && state.from !== id && button("start_here", () => app.start(id)),
      node && button("pin", () => (node.pinned ? app.unpin(id) : app.pin(id, at())), {}, node.pinned),
      node && button("hide", () => app.hide(id)),
      button("path_to", ask),
    ),
    path,
  );
}
