// @ts-check
// The filters: a sheet of choices for each, with how many claims every choice would leave.

import { loadedOnly } from "./cards.js";
import { menu } from "./chrome.js";
import { el, said } from "./dom.js";
import { counts, FACETS, originSteps } from "./filter.js";
import { isFiltered, NO_FILTER } from "./state.js";

/** @type {Record<string, string>} */
const PREFIX = { categories: "category_", grades: "grade_" };

export class FilterBar {
  /** @param {import("./cards.js").Context} context */
  constructor(context) {
    this.context = context;
    const { words, app } = context;
    this.sheets = FACETS.map((facet) => {
      const body = el("div", { role: "group", "aria-label": words.t(facet) });
      return { facet, body, ...menu(facet, words.t(facet), body) };
    });
    const { served } = context.model;
    this.several = new Map(FACETS.map((facet) => [facet, (served?.choices[facet] ?? [...counts(context.model, NO_FILTER, facet)]).length > 1]));
    this.steps = el("div", { role: "group", "aria-label": words.t("min_origins") });
    this.origins = menu("origins", words.t("min_origins"), this.steps, el("p", { class: "muted" }, words.t("min_origins_text")));
    this.clear = el("button", { type: "button", class: "small clear", onclick: () => app.go({ filter: NO_FILTER }) }, words.t("clear_filters"));
    this.hidden = el("span", { class: "hidden-ones" });
    this.element = el(
      "div",
      { class: "filters", role: "group", "aria-label": words.t("filters") },
      ...this.sheets.map(({ details }) => details),
      this.origins.details,
      this.clear,
      this.hidden,
    );
  }

  /** @param {import("./state.js").State} state */
  show({ filter, hide }) {
    const { model, words, app } = this.context;
    for (const { facet, body, details, summary } of this.sheets) {
      const chosen = filter[facet];
      const found = counts(model, filter, facet);
      for (const value of [...chosen, ...(model.served?.choices[facet] ?? [])]) if (!found.has(value)) found.set(value, 0);
      details.hidden = !this.several.get(facet) && !chosen.length;
      const options = [...found].sort(([a, n], [b, m]) => (facet === "grades" ? a.localeCompare(b) : m - n || a.localeCompare(b)));
      const focused = body.contains(document.activeElement) ? document.activeElement?.getAttribute("value") : null;
      body.replaceChildren(this.counted(), ...options.map(([value, n]) => this.option(facet, value, n, chosen)));
      if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[value="${CSS.escape(focused)}"]`))?.focus();
      summary.replaceChildren(words.t(facet), ...(chosen.length ? [el("b", {}, ` ${chosen.length}`)] : []));
      summary.classList.toggle("active", chosen.length > 0);
    }
    const steps = originSteps(model, filter);
    this.origins.details.hidden = steps.length < 2 && filter.origins < 2;
    this.origins.summary.replaceChildren(words.t("min_origins"), ...(filter.origins > 1 ? [el("b", {}, ` ≥ ${filter.origins}`)] : []));
    this.origins.summary.classList.toggle("active", filter.origins > 1);
    const focused = this.steps.contains(document.activeElement);
    this.steps.replaceChildren(this.counted(), ...steps.slice(0, 12).map(([step, n]) => this.step(step, n, filter.origins)));
    if (focused) /** @type {HTMLElement | null} */ (this.steps.querySelector(":checked"))?.focus();
    this.clear.hidden = !isFiltered(filter);
    this.hidden.replaceChildren(
      ...(hide.length ? [words.t("hidden"), " "] : []),
      ...hide.filter((id) => model.entities.has(id)).map((id) => el(
        "button",
        { type: "button", class: "small", title: words.t("show_again"), onclick: () => app.go({ hide: app.without("hide", id) }) },
        said(model.nameOf(id)),
        " ✕",
      )),
    );
  }

  /** What the numbers count, where that is not all. */
  counted() {
    const note = loadedOnly(this.context);
    return note ? el("p", { class: "muted counted" }, note.trim()) : "";
  }

  /**
   * @param {typeof FACETS[number]} facet
   * @param {string} value
   * @param {number} n
   * @param {string[]} chosen
   */
  option(facet, value, n, chosen) {
    const { words, app } = this.context;
    const name = facet === "grades" && value !== "-" ? `${value} · ${words.t(`grade_${value}`)}` : words.t(`${PREFIX[facet] ?? ""}${value}`);
    const change = () => app.filter({ [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] });
    return el(
      "label",
      { class: "choice" },
      el("input", { type: "checkbox", value, checked: chosen.includes(value), onchange: change }),
      el("span", { class: "what" }, name),
      el("span", { class: "n" }, n === 0 && this.context.model.served ? "" : words.number.format(n)),
    );
  }

  /** @param {number} step @param {number} n @param {number} now */
  step(step, n, now) {
    const { words, app } = this.context;
    return el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "origins", value: step, checked: step === now, onchange: () => app.filter({ origins: step }) }),
      el("span", { class: "what" }, step === 1 ? words.t("any_number") : `≥ ${words.number.format(step)}`),
      el("span", { class: "n" }, words.number.format(n)),
    );
  }
}
