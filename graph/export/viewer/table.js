// @ts-check
// All claims as a table: the same as the picture, for the keyboard and the screen reader.

import { loadedOnly, modalityTag, relationTag } from "./cards.js";
import { copyButton } from "./copy.js";
import { el, said } from "./dom.js";

const AT_ONCE = 200;

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {{key: string, value: (claim: Claim) => string | number, cell: (claim: Claim) => (Node | string)[],
 *   number?: boolean}} Column
 */

export class Table {
  /**
   * @param {import("./cards.js").Context} context
   * @param {HTMLElement} place
   */
  constructor(context, place) {
    this.context = context;
    this.place = place;
    this.shown = AT_ONCE;
    /** @type {{column: number, down: boolean} | null} */
    this.order = null;
    this.columns = this.makeColumns();
    this.compare = new Intl.Collator(context.words.number.resolvedOptions().locale, { numeric: true }).compare;
    /** @type {Claim[]} */
    this.claims = [];
  }

  /** @returns {Column[]} */
  makeColumns() {
    const { model, words, choose } = this.context;
    /** @param {"object" | "recipient" | "place"} role @returns {Pick<Column, "value" | "cell">} */
    const role = (role) => ({
      value: (claim) => model.nameOf(claim[role]),
      cell: (claim) => [said(model.nameOf(claim[role]))],
    });
    /** @param {(claim: Claim) => string} text @returns {Pick<Column, "value" | "cell">} */
    const plain = (text) => ({ value: text, cell: (claim) => [said(text(claim))] });
    return [
      {
        key: "from",
        value: (claim) => model.nameOf(claim.subject),
        cell: (claim) => [
          el(
            "button",
            { type: "button", class: "open", onclick: () => choose.claim(claim.id) },
            claim.subject === null ? el("i", {}, words.t("no_entity")) : said(model.nameOf(claim.subject)),
          ),
        ],
      },
      { key: "relation", value: (claim) => words.t(claim.relation), cell: (claim) => [relationTag(this.context, claim)] },
      { key: "what", ...role("object") },
      { key: "to", ...role("recipient") },
      { key: "place_role", ...role("place") },
      { key: "quantity", ...plain((claim) => words.figures(claim.quantities)) },
      {
        key: "when",
        value: (claim) => claim.when.join("; "),
        cell: (claim) => claim.when.flatMap((when) => words.when(when).split(" ").flatMap((part) => [said(part, "date"), " "])),
      },
      {
        key: "modality",
        value: (claim) => claim.modalities.map(([name]) => words.t(name)).join(", "),
        cell: (claim) => [el("span", { class: "tags" }, ...claim.modalities.map(([name]) => modalityTag(this.context, name)))],
      },
      { key: "origins_short", number: true, value: (claim) => claim.origins, cell: (claim) => [words.number.format(claim.origins)] },
      { key: "last", value: (claim) => claim.last ?? "", cell: (claim) => [said(claim.last ?? "", "date")] },
    ];
  }

  /** @param {Claim[]} claims */
  show(claims) {
    if (claims !== this.claims) this.shown = AT_ONCE;
    this.claims = claims;
    this.draw();
  }

  /** @param {number} column */
  sort(column) {
    const down = this.order?.column === column ? !this.order.down : Boolean(this.columns[column]?.number);
    this.order = { column, down };
    this.draw();
    /** @type {HTMLElement | undefined} */ (this.place.querySelectorAll("th button")[column])?.focus();
  }

  rows() {
    const claims = [...this.claims];
    const value = this.order && this.columns[this.order.column]?.value;
    if (!this.order || !value) return claims;
    const sign = this.order.down ? -1 : 1;
    return claims.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === "" || y === "") return Number(x === "") - Number(y === "");
      return sign * (typeof x === "number" && typeof y === "number" ? x - y : this.compare(String(x), String(y)));
    });
  }

  draw() {
    const { words } = this.context;
    const rows = this.rows();
    const head = this.columns.map(({ key, number }, index) => {
      const sorted = this.order?.column === index ? (this.order.down ? "descending" : "ascending") : null;
      const mark = sorted === null ? "" : sorted === "descending" ? " ↓" : " ↑";
      return el(
        "th",
        { scope: "col", "aria-sort": sorted, class: number ? "number" : null },
        el("button", { type: "button", onclick: () => this.sort(index) }, words.t(key) + mark),
      );
    });
    const body = rows.slice(0, this.shown).map((claim) =>
      el("tr", {}, ...this.columns.map(({ key, cell, number }) =>
        el("td", { "data-label": words.t(key), class: number ? "number" : null }, ...cell(claim)))),
    );
    const left = rows.length - this.shown;
    const copied = () => [this.columns.map(({ key }) => words.t(key)), ...rows.map((claim) => this.columns.map(({ value }) => String(value(claim))))];
    this.place.replaceChildren(
      el("div", { class: "table-tools" }, copyButton(words, copied)),
      el("table", {}, el("caption", {}, words.t("table_caption"), loadedOnly(this.context)), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body)),
    );
    if (left > 0) {
      const more = () => { this.shown += AT_ONCE * 5; this.draw(); };
      this.place.append(el("button", { type: "button", class: "more", onclick: more }, `${words.t("more")} (${words.number.format(left)})`));
    }
  }
}
