// @ts-check
// Who gives what to whom, as a table of givers by takers: in each cell what goes from one to the other.

import { loadedOnly } from "./cards.js";
import { copyButton } from "./copy.js";
import { el, said } from "./dom.js";
import { listIn } from "./model.js";

const MOST = 30; // rows and columns
const ITEMS = 3; // names in a cell

/** @typedef {import("./model.js").Claim} Claim */

export class Matrix {
  /**
   * @param {import("./cards.js").Context} context
   * @param {HTMLElement} place
   */
  constructor(context, place) {
    this.context = context;
    this.place = place;
    this.byName = false;
    /** @type {Claim[]} */
    this.claims = [];
  }

  /** @param {Claim[]} claims */
  show(claims) {
    const { words } = this.context;
    this.claims = claims;
    const cells = cellsOf(claims.filter(({ relation }) => relation === "supplies"));
    const rows = this.order(cells, 0);
    const columns = this.order(cells, 1);
    const order = el("button", { type: "button", class: "small", onclick: () => { this.byName = !this.byName; this.show(this.claims); } }, words.t(this.byName ? "order_by_number" : "order_by_name"));
    if (!rows.length) {
      this.place.replaceChildren(el("p", { class: "hint matrix-none" }, words.t("matrix_none")));
      return;
    }
    this.place.replaceChildren(
      el("div", { class: "table-tools" }, copyButton(words, () => this.cellsAsText(cells, rows, columns)), order),
      el(
        "table",
        { class: "matrix" },
        el("caption", {}, el("span", {}, words.t("matrix_caption"), loadedOnly(this.context), rows.length === MOST || columns.length === MOST ? ` ${words.t("matrix_most", { n: MOST })}` : "")),
        el("thead", {}, el("tr", {}, el("td", {}), ...columns.map((id) => el("th", { scope: "col" }, this.name(id))))),
        el("tbody", {}, ...rows.map((row) => el("tr", {}, el("th", { scope: "row" }, this.name(row)), ...columns.map((column) => this.cell(cells.get(row)?.get(column), row, column))))),
      ),
    );
  }

  /** @param {string} id */
  name(id) {
    const { model, choose } = this.context;
    return el("button", { type: "button", class: "open", onclick: () => choose.entity(id) }, said(model.nameOf(id)));
  }

  /** @param {Claim[] | undefined} claims @param {string} row @param {string} column */
  cell(claims, row, column) {
    if (!claims) return el("td", {});
    const { model, words, app } = this.context;
    const names = [...new Set(claims.map(({ object }) => model.nameOf(object)).filter(Boolean))];
    const origins = Math.max(...claims.map((claim) => claim.origins));
    const more = names.length > ITEMS ? ` +${names.length - ITEMS}` : "";
    const first = claims[0];
    const choose = () => (claims.length === 1 && first ? app.claim(first.id) : app.between([row, column]));
    return el(
      "td",
      { class: "filled", "data-strength": Math.min(4, origins) },
      el("button", { type: "button", onclick: choose }, el("span", { class: "unseen" }, `${model.nameOf(row)} → ${model.nameOf(column)}: `), el("b", {}, words.number.format(claims.length)), " ", said(names.slice(0, ITEMS).join(", ")), more),
    );
  }

  /** @param {Map<string, Map<string, Claim[]>>} cells @param {0 | 1} side */
  order(cells, side) {
    /** @type {Map<string, number>} */
    const weight = new Map();
    for (const [row, line] of cells) {
      for (const [column, claims] of line) {
        const id = side ? column : row;
        weight.set(id, (weight.get(id) ?? 0) + claims.length);
      }
    }
    const { model, words } = this.context;
    const compare = new Intl.Collator(words.lang).compare;
    const byName = (/** @type {string} */ a, /** @type {string} */ b) => compare(model.nameOf(a), model.nameOf(b));
    const strongest = [...weight].sort(([a, n], [b, m]) => m - n || byName(a, b)).slice(0, MOST).map(([id]) => id);
    return this.byName ? strongest.sort(byName) : strongest;
  }

  /** @param {Map<string, Map<string, Claim[]>>} cells @param {string[]} rows @param {string[]} columns */
  cellsAsText(cells, rows, columns) {
    const { model } = this.context;
    const items = (/** @type {Claim[] | undefined} */ claims) => (claims ?? []).map(({ object }) => model.nameOf(object)).filter(Boolean).join(", ");
    return [["", ...columns.map((id) => model.nameOf(id))], ...rows.map((row) => [model.nameOf(row), ...columns.map((column) => items(cells.get(row)?.get(column)))])];
  }
}

/**
 * Giver -> taker -> claims.
 * @param {Claim[]} claims
 */
export function cellsOf(claims) {
  /** @type {Map<string, Map<string, Claim[]>>} */
  const cells = new Map();
  for (const claim of claims) {
    if (claim.subject === null || claim.recipient === null) continue;
    const row = cells.get(claim.subject) ?? new Map();
    cells.set(claim.subject, row);
    listIn(row, claim.recipient).push(claim);
  }
  return cells;
}
