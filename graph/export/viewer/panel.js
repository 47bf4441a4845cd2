// @ts-check
// The side panel: an overview, an entity, a claim, what is between two, or a path.

import { claimCard, claimLine, claimTags, disagreement, entityButton, evidence, loadedOnly } from "./cards.js";
import { sidesOf } from "./disagree.js";
import { el, said } from "./dom.js";
import { entityTools } from "./entity-tools.js";
import { signSvg } from "./icons.js";
import { listIn } from "./model.js";
import { MOST, neighbours } from "./scene.js";

const AT_ONCE = 40; // cards; the others on request
const OPEN_UP_TO = 3; // claims whose evidence is shown without a click
const DISPUTED_SHOWN = 6;
const SIDES = /** @type {const} */ (["subject", "recipient", "object", "place"]);

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {import("./views.js").Shown} Shown
 * @typedef {Node | string | null | false} Child
 */

export class Panel {
  /**
   * @param {import("./cards.js").Context} context
   * @param {HTMLElement} element
   */
  constructor(context, element) {
    this.context = context;
    this.element = element;
    this.what = "";
  }

  /** @param {import("./state.js").State} state @param {Shown} shown */
  show(state, shown) {
    const children = this.content(state, shown);
    const what = [state.entity, state.claim, ...state.between, ...state.path].join("\u0000");
    const keep = this.what === what ? this.element.scrollTop : 0;
    this.what = what;
    this.element.replaceChildren(...children.filter((child) => child !== null && child !== false));
    this.element.scrollTop = keep;
  }

  /** @param {import("./state.js").State} state @param {Shown} shown @returns {Child[]} */
  content(state, shown) {
    const { model } = this.context;
    const claim = model.claims.get(state.claim);
    if (claim) return this.claim(claim, shown);
    if (model.entities.has(state.entity)) return this.entity(state, shown);
    if (state.between.length) return this.between(state.between, shown);
    if (state.path.length) return this.path(state.path, shown);
    return this.overview(state, shown);
  }

  /** @param {string} key @param {() => void} act @param {string} [name] */
  button(key, act, name = "small") {
    return el("button", { type: "button", class: name, onclick: act }, this.context.words.t(key));
  }

  back() {
    const { app, words } = this.context;
    const act = () => (app.state.path.length && (app.state.claim || app.state.entity || app.state.between.length) ? app.nothing() : app.overview());
    return el("button", { type: "button", class: "back", onclick: act }, `← ${words.t(app.state.path.length ? "back" : "overview")}`);
  }

  /** @param {import("./state.js").State} state @param {Shown} shown @returns {Child[]} */
  overview(state, { claims, total, scene }) {
    const { model, words, app, choose } = this.context;
    const disputed = claims.filter((claim) => sidesOf(model.evidence.get(claim.id) ?? []).length > 0);
    const row = (/** @type {Claim} */ claim) =>
      el(
        "button",
        { type: "button", class: "card row", "data-relation": claim.relation, onclick: () => choose.claim(claim.id) },
        claimLine(this.context, claim),
        claimTags(this.context, claim),
      );
    const drawn = claims.length - scene.left;
    return [
      el("p", { class: "hint" }, words.t("hint")),
      total > drawn && state.view === "picture" && el(
        "p",
        { class: "notice" },
        words.t(model.served ? "drawn_served" : "drawn", { shown: drawn, all: total }),
        " ",
        state.from === "" && drawn < 1500 && el("button", { type: "button", class: "small", onclick: () => app.go({ top: Math.min(1500, drawn * 2) }) }, words.t("draw_more")),
      ),
      model.served !== null && el("p", { class: "muted loaded" }, loadedOnly(this.context).trim()),
      model.data.unquoted > 0 && el("p", { class: "notice" }, words.t("unquoted", { n: model.data.unquoted })),
      claims.length === 0 && el("p", { class: "notice" }, words.t("none_pass")),
      disputed.length > 0 && el("h2", {}, words.t("disagree_where")),
      ...disputed.slice(0, DISPUTED_SHOWN).map(row),
      claims.length > 0 && el("h2", {}, words.t("strongest")),
      ...this.inParts(claims, row),
    ];
  }

  /** @param {import("./state.js").State} state @param {Shown} shown @returns {Child[]} */
  entity(state, shown) {
    const { model, words, app } = this.context;
    const id = state.entity;
    const entity = model.entities.get(id);
    if (!entity) return [];
    const passing = new Set(shown.claims);
    const all = neighbours(model, id);
    const claims = all.filter((claim) => passing.has(claim));
    /** @type {Map<string, Claim[]>} */
    const groups = new Map();
    for (const claim of claims) {
      const role = SIDES.find((side) => claim[side] === id) ?? "object";
      listIn(groups, `${claim.relation}_${role}`).push(claim);
    }
    const number = Math.max(claims.length, model.numberOf(id, state.filter) ?? 0);
    const kinds = (model.kindsOf.get(id) ?? []).slice(0, 12);
    const parents = (entity.parents ?? []).filter((parent) => model.entities.has(parent));
    return [
      this.back(),
      el("h2", { class: "entity-title" }, signSvg(entity.kind), said(entity.name)),
      el("p", { class: "muted" }, [words.t(entity.kind), entity.category ? words.t(`category_${entity.category}`) : "", words.count(number, "claims")].filter(Boolean).join(" · ")),
      entity.aliases?.length ? el("p", { class: "aliases muted" }, `${words.t("aliases")} `, ...entity.aliases.slice(0, 16).flatMap((name, i) => [i ? ", " : "", said(name)])) : null,
      entityTools(this.context, state, shown, id),
      kinds.length > 0 && el("p", { class: "kin" }, `${words.t("kinds_of_it")} `, ...kinds.map((kind) => entityButton(this.context, kind))),
      parents.length > 0 && el("p", { class: "kin" }, `${words.t("is_kind_of")} `, ...parents.map((parent) => entityButton(this.context, parent))),
      number > claims.length && el(
        "p",
        { class: "notice" },
        words.t("loaded_of", { n: claims.length, all: number }),
        " ",
        claims.length < MOST && el("button", { type: "button", class: "small", "data-act": "load_more", onclick: () => app.wish(id) }, words.t("load_more")),
      ),
      !model.served && claims.length < all.length && el("p", { class: "notice" }, words.t("filtered_out", { n: all.length - claims.length })),
      ...[...groups].flatMap(([key, members]) => [
        el("h3", {}, `${words.t(key)} `, el("span", { class: "muted" }, words.number.format(members.length))),
        ...this.inParts(members, (claim) => claimCard(this.context, claim, claims.length <= OPEN_UP_TO)),
      ]),
    ];
  }

  /** @param {Claim} claim @param {Shown} shown @returns {Child[]} */
  claim(claim, shown) {
    const { words } = this.context;
    const roles = /** @type {const} */ ([["from", claim.subject], ["what", claim.object], ["to", claim.recipient], ["place_role", claim.place]]);
    const facts = /** @type {const} */ ([
      ["quantity", words.figures(claim.quantities)],
      ["when", claim.when.map((when) => words.when(when)).join("; ")],
      ["said", claim.speakers.join(", ")],
      ["reported_between", words.published(claim)],
    ]);
    const [a, b] = claim.line ?? ["", ""];
    const beside = shown.claims.filter((other) => other !== claim && other.line && other.line.includes(a) && other.line.includes(b) && a !== b);
    return [
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
      ...disagreement(this.context, claim),
      el("h3", {}, `${words.count(claim.assertions, "assertions")}, ${words.count(claim.origins, "origins")}`),
      ...evidence(this.context, claim),
      beside.length > 0 && el("h3", {}, words.t("also")),
      ...this.inParts(beside, (other) => claimCard(this.context, other, false)),
    ];
  }

  /** @param {string[]} ends @param {Shown} shown @returns {Child[]} */
  between(ends, { claims }) {
    const { words } = this.context;
    const [a = "", b = ""] = ends;
    const found = claims.filter(({ line }) => line && line.includes(a) && line.includes(b));
    return [
      this.back(),
      el("h2", {}, words.t("between")),
      el("p", { class: "kin" }, entityButton(this.context, a), " ↔ ", entityButton(this.context, b)),
      found.length > 0 && el("h3", {}, words.count(found.length, "claims")),
      ...this.inParts(found, (claim) => claimCard(this.context, claim, found.length <= OPEN_UP_TO)),
    ];
  }

  /** @param {string[]} ends @param {Shown} shown @returns {Child[]} */
  path([from = "", to = ""], { steps }) {
    const { words, app } = this.context;
    return [
      this.back(),
      el("h2", {}, words.t("path")),
      el("p", { class: "kin" }, entityButton(this.context, from), " → ", entityButton(this.context, to)),
      this.button("path_turn", () => app.path(to, from)),
      steps?.length ? el("h3", {}, words.count(steps.length, "steps")) : el("p", { class: "notice" }, words.t(steps ? "path_same" : "path_none")),
      el(
        "ol",
        { class: "steps" },
        ...(steps ?? []).map((step) => el("li", {}, claimCard(this.context, step.claim, true))),
      ),
    ];
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
