// @ts-check
// The side panel: an overview, an entity or a claim.

import { claimCard, claimLine, claimTags, entityButton, evidence } from "./cards.js";
import { el, said } from "./dom.js";
import { signSvg } from "./icons.js";

const AT_ONCE = 40; // cards; the others on request
const OPEN_UP_TO = 3; // claims whose evidence is shown without a click

export class Panel {
  /**
   * @param {import("./cards.js").Context} context
   * @param {HTMLElement} element
   * @param {() => void} onOverview
   */
  constructor(context, element, onOverview) {
    this.context = context;
    this.element = element;
    this.onOverview = onOverview;
  }

  /** @param {...(Node | string | null | false)} children */
  show(...children) {
    this.element.replaceChildren(...children.filter((child) => child !== null && child !== false));
    this.element.scrollTop = 0;
  }

  back() {
    return el("button", { type: "button", class: "back", onclick: this.onOverview }, `← ${this.context.words.t("overview")}`);
  }

  overview() {
    const { model, words, choose } = this.context;
    const { claims, edges } = model.data;
    const left = edges.length < claims.length;
    this.show(
      el("p", { class: "hint" }, words.t("hint")),
      left && el("p", { class: "notice" }, words.t("drawn").replace("{shown}", words.number.format(edges.length)).replace("{all}", words.number.format(claims.length))),
      el("h2", {}, words.t("strongest")),
      ...this.inParts(claims, (claim) =>
        el(
          "button",
          { type: "button", class: "card row", "data-relation": claim.relation, onclick: () => choose.claim(claim.id) },
          claimLine(this.context, claim),
          claimTags(this.context, claim),
        ),
      ),
    );
  }

  /** @param {string} id */
  entity(id) {
    const { model, words } = this.context;
    const entity = model.entities.get(id);
    if (!entity) return this.overview();
    const claims = model.claimsOf(id);
    this.show(
      this.back(),
      el("h2", { class: "entity-title" }, signSvg(entity.kind), said(entity.name)),
      el("p", { class: "muted" }, `${words.t(entity.kind)} · ${words.count(claims.length, "claims")}`),
      !model.nodes.has(id) && el("p", { class: "notice" }, words.t("not_drawn")),
      ...this.inParts(claims, (claim) => claimCard(this.context, claim, claims.length <= OPEN_UP_TO)),
    );
  }

  /** @param {string} id */
  claim(id) {
    const { model, words } = this.context;
    const claim = model.claims.get(id);
    if (!claim) return this.overview();
    const roles = /** @type {const} */ ([
      ["from", claim.subject],
      ["what", claim.object],
      ["to", claim.recipient],
      ["place_role", claim.place],
    ]);
    const facts = /** @type {const} */ ([
      ["quantity", words.figures(claim.quantities.join("; "))],
      ["when", claim.when.map((when) => words.when(when)).join("; ")],
      ["said", claim.speakers.join(", ")],
      ["reported_between", words.published(claim)],
    ]);
    const beside = model.beside(id);
    this.show(
      this.back(),
      el("h2", { "data-relation": claim.relation }, claimLine(this.context, claim)),
      el(
        "dl",
        { class: "roles" },
        ...roles.flatMap(([key, role]) =>
          role === null ? [] : [el("dt", {}, words.t(key)), el("dd", {}, entityButton(this.context, role))],
        ),
        ...facts.flatMap(([key, text]) => (text ? [el("dt", {}, words.t(key)), el("dd", {}, said(text))] : [])),
      ),
      claimTags(this.context, claim, []),
      el("h3", {}, words.count(claim.assertions, "assertions")),
      ...evidence(this.context, claim),
      beside.length > 0 && el("h3", {}, words.t("also")),
      ...beside.map((other) => claimCard(this.context, other, false)),
    );
  }

  /**
   * The first items, and a button for more where there are more.
   * @template T
   * @param {T[]} items
   * @param {(item: T) => HTMLElement} make
   * @returns {HTMLElement[]}
   */
  inParts(items, make) {
    const first = items.slice(0, AT_ONCE).map(make);
    const rest = items.slice(AT_ONCE);
    if (!rest.length) return first;
    const more = el("button", { type: "button", class: "more", onclick: () => more.replaceWith(...this.inParts(rest, make)) },
      `${this.context.words.t("more")} (${this.context.words.number.format(rest.length)})`);
    return [...first, more];
  }
}
