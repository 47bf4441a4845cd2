// @ts-check
// The search box: a combobox that the keyboard alone can use.

import { el, said } from "./dom.js";
import { Finder } from "./find.js";
import { signSvg } from "./icons.js";

const SHOWN = 12;

/** @type {WeakMap<import("./model.js").Model, Finder>} */
const FINDERS = new WeakMap();

/**
 * @param {import("./cards.js").Context} context
 * @param {HTMLElement} place
 * @param {{key: string, id: string, take: (id: string) => void}} how `key`: of its label; `id`: of its list
 */
export function searchBox({ model, words, app }, place, { key, id, take: choose }) {
  const finder = FINDERS.get(model) ?? new Finder(model);
  FINDERS.set(model, finder);
  const label = words.t(key);
  const list = el("ul", { role: "listbox", id, class: "found", "aria-label": label, hidden: true });
  const none = el("p", { class: "found none muted", hidden: true }, words.t("search_none"));
  const status = el("span", { class: "unseen", role: "status" });
  const input = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "search", placeholder: label, "aria-label": label, role: "combobox",
      "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false",
    })
  );
  /** @type {import("./find.js").Found[]} */
  let found = [];
  let at = -1;
  let asking = false; // a server, one thing after the other
  let entered = false; // before it answered

  const close = () => {
    list.hidden = true;
    none.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  /** @param {import("./model.js").Entity} entity */
  const take = (entity) => {
    input.value = "";
    close();
    choose(entity.id);
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
    if (!app.source) fill(finder.find(input.value, SHOWN));
    else if (!asking) void ask(app.source);
  };
  /** @param {import("./source.js").Source} source */
  const ask = async (source) => {
    asking = true;
    for (let words = null; words !== input.value; ) {
      words = input.value;
      fill(await source.search(words));
    }
    asking = false;
    const [first] = found;
    if (entered && first) take(first.entity);
    entered = false;
  };
  /** @param {import("./find.js").Found[]} now */
  const fill = (now) => {
    found = now;
    at = -1;
    const asked = input.value.trim() !== "";
    list.replaceChildren(
      ...found.map(({ entity, by }, index) =>
        el(
          "li",
          {
            role: "option", id: `${id}-${index}`, "aria-selected": "false",
            // before the input loses the focus, which closes the list
            onmousedown: (event) => { event.preventDefault(); take(entity); },
          },
          signSvg(entity.kind),
          el("span", { class: "name" }, said(entity.name), by !== "" && el("span", { class: "by" }, " ", said(by))),
          el("span", { class: "muted" }, words.t(entity.kind)),
        ),
      ),
    );
    list.hidden = !found.length;
    none.hidden = !asked || found.length > 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = asked ? `${found.length} ${words.t("search_found")}` : "";
  };

  input.addEventListener("input", look);
  input.addEventListener("focus", () => input.value && look());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const option = found[Math.max(0, at)];
    if (event.key === "Escape") {
      event.stopPropagation();
      if (input.value === "" && list.hidden) input.blur();
      close();
    } else if (event.key === "Enter" && asking) {
      event.preventDefault();
      entered = true;
    } else if (event.key === "Enter" && option) {
      event.preventDefault();
      take(option.entity);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      if (list.hidden) look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    }
  });
  place.append(input, list, none, status);
  return input;
}
