// @ts-check
// The search box: a combobox that the keyboard alone can use.

import { el, said } from "./dom.js";
import { signSvg } from "./icons.js";

const SHOWN = 12;

/**
 * @param {import("./cards.js").Context} context
 * @param {HTMLElement} place
 */
export function searchBox({ model, words, choose }, place) {
  const list = el("ul", { role: "listbox", id: "found", class: "found", "aria-label": words.t("search"), hidden: true });
  const status = el("span", { class: "unseen", role: "status" });
  const input = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "search", placeholder: words.t("search"), "aria-label": words.t("search"), role: "combobox",
      "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false",
    })
  );
  /** @type {import("./model.js").Entity[]} */
  let found = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  /** @param {import("./model.js").Entity} entity */
  const take = (entity) => {
    input.value = entity.name;
    close();
    choose.entity(entity.id);
  };
  /** @param {number} index */
  const mark = (index) => {
    at = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };
  const look = () => {
    found = model.find(input.value, SHOWN);
    at = -1;
    const asked = input.value.trim() !== "";
    list.replaceChildren(
      ...found.map((entity, index) =>
        el(
          "li",
          {
            role: "option", id: `found-${index}`, "aria-selected": "false",
            // before the input loses the focus, which closes the list
            onmousedown: (event) => { event.preventDefault(); take(entity); },
          },
          signSvg(entity.kind),
          said(entity.name, "name"),
          el("span", { class: "muted" }, words.t(entity.kind)),
        ),
      ),
    );
    if (asked && !found.length) list.append(el("li", { class: "muted none" }, words.t("search_none")));
    list.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked));
    input.removeAttribute("aria-activedescendant");
    status.textContent = asked ? `${found.length} ${words.t("search_found")}` : "";
  };

  input.addEventListener("input", look);
  input.addEventListener("focus", () => input.value && look());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && found.length) take(found[Math.max(0, at)]);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      if (list.hidden) look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    }
  });
  place.append(input, list, status);
}
