// @ts-check
// Beside the map: what the picture has that cannot stand on it.

import { entityButton } from "./cards.js";
import { el } from "./dom.js";

const LISTED = 60;

/** @param {import("./cards.js").Context} context */
export function placelessBox(context) {
  const { words } = context;
  const summary = el("summary", {});
  const list = el("ul", { class: "legend-body" });
  const element = el("details", { class: "legend placeless", hidden: true }, summary, list);
  /** @param {string[]} ids */
  const show = (ids) => {
    element.hidden = !ids.length;
    summary.textContent = words.count(ids.length, "placeless");
    const rest = ids.length - LISTED;
    list.replaceChildren(
      el("li", { class: "muted" }, words.t("placeless_text")),
      ...ids.slice(0, LISTED).map((id) => el("li", {}, entityButton(context, id))),
      ...(rest > 0 ? [el("li", { class: "muted" }, `+${words.number.format(rest)}`)] : []),
    );
  };
  return { element, show };
}
