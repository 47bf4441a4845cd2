// @ts-check
// The frame of the page: search, views, tools, help.

import { el } from "./dom.js";

const KEYS = [
  ["/", "key_search"], ["← ↑ → ↓", "key_arrows"], ["Enter", "key_enter"], ["L", "key_lines"], ["D", "key_details"], ["F", "key_from"],
  ["C", "key_close"], ["P", "key_pin"], ["H", "key_hide"], ["+  −  0", "key_zoom"], ["Esc", "key_escape"],
];

/**
 * Buttons of which one is pressed.
 * @param {import("./wording.js").Wording} words
 * @param {string[]} views
 * @param {(view: string) => void} choose
 */
export function viewSwitch(words, views, choose) {
  const group = el(
    "div",
    { class: "views", id: "views", role: "group", "aria-label": words.t("view") },
    ...views.map((view) => el("button", { type: "button", "data-view": view, onclick: () => choose(view) }, words.t(view))),
  );
  /** @param {string} now */
  const show = (now) => {
    for (const button of group.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.view === now));
  };
  return { group, show };
}

/**
 * @param {import("./wording.js").Wording} words
 * @param {HTMLElement} legend
 */
export function helpDialog(words, legend) {
  const dialog = /** @type {HTMLDialogElement} */ (
    el(
      "dialog",
      { class: "help", "aria-labelledby": "help-title" },
      el("h2", { id: "help-title" }, words.t("help")),
      el("p", {}, words.t("help_text")),
      el("h3", {}, words.t("legend")),
      legend,
      el("h3", {}, words.t("keys")),
      el("dl", { class: "keys" }, ...KEYS.flatMap(([key = "", text = ""]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words.t(text))])),
      el("form", { method: "dialog" }, el("button", { class: "small" }, words.t("done"))),
    )
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}

/**
 * A button that opens a small sheet; a click elsewhere or Escape closes it.
 * @param {string} name
 * @param {string} label
 * @param {...(Node | string)} children
 */
export function menu(name, label, ...children) {
  const summary = el("summary", {}, label);
  const details = /** @type {HTMLDetailsElement} */ (el("details", { class: `menu ${name}`, name: "menu" }, summary, el("div", { class: "sheet" }, ...children)));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.stopPropagation();
    details.open = false;
    summary.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (details.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  return { details, summary };
}
