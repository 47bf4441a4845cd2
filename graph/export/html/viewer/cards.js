// @ts-check
// A claim as a card: what it says, and on opening who said so in which words.

import { el, link, said } from "./dom.js";
import { signSvg } from "./icons.js";

/**
 * @typedef {{model: import("./model.js").Model, words: import("./wording.js").Wording,
 *   choose: {entity: (id: string) => void, claim: (id: string) => void}}} Context
 */

/**
 * An entity as a button that chooses it.
 * @param {Context} context
 * @param {string} id
 */
export function entityButton({ model, words, choose }, id) {
  const entity = model.entities.get(id);
  const kind = entity?.kind ?? "";
  return el(
    "button",
    { type: "button", class: "entity", title: words.t(kind), onclick: () => choose.entity(id) },
    signSvg(kind),
    said(entity?.name ?? id),
  );
}

/**
 * The relation as a coloured word.
 * @param {Context} context
 * @param {import("./model.js").Claim} claim
 */
export function relationTag({ words }, claim) {
  return el("span", { class: "relation", "data-relation": claim.relation }, words.t(claim.relation));
}

/**
 * @param {Context} context
 * @param {string} modality
 * @param {string} [more]
 */
export function modalityTag({ words }, modality, more = "") {
  return el("span", { class: "tag modality", "data-modality": modality }, words.t(modality) + more);
}

/**
 * A claim in one line of words: who, relation, what, to whom, where.
 * @param {Context} context
 * @param {import("./model.js").Claim} claim
 */
export function claimLine(context, claim) {
  const { model, words } = context;
  const name = (/** @type {string | null} */ id) => said(model.nameOf(id));
  return el(
    "span",
    { class: "line" },
    claim.subject !== null ? name(claim.subject) : el("i", {}, words.t("no_entity")),
    " ",
    relationTag(context, claim),
    claim.object !== null && el("span", {}, " ", name(claim.object)),
    claim.recipient !== null && el("span", {}, " → ", name(claim.recipient)),
    claim.place !== null && el("span", {}, ` ${words.t("in_place")} `, name(claim.place)),
  );
}

/**
 * The tags below the line: modalities, numbers, origins.
 * @param {Context} context
 * @param {import("./model.js").Claim} claim
 * @param {string[]} [quantities]
 */
export function claimTags(context, claim, quantities = claim.quantities.slice(0, 4)) {
  const { words } = context;
  const several = claim.modalities.length > 1;
  const names = claim.modalities.map(([modality]) => modality);
  return el(
    "span",
    { class: "tags" },
    ...claim.modalities.map(([modality, n]) => modalityTag(context, modality, several ? ` ${n}` : "")),
    names.includes("denied") && names.length > 1 && el("span", { class: "tag disputed" }, words.t("disputed")),
    ...quantities.map((text) => el("span", { class: "tag" }, said(words.figures(text)))),
    el("span", { class: "tag origins" }, words.count(claim.origins, "origins")),
  );
}

/**
 * A claim that opens to its evidence.
 * @param {Context} context
 * @param {import("./model.js").Claim} claim
 * @param {boolean} open
 */
export function claimCard(context, claim, open) {
  const body = el("div", { class: "card-body" });
  const card = el(
    "details",
    { class: "card", "data-relation": claim.relation, open },
    el("summary", {}, claimLine(context, claim), claimTags(context, claim)),
    body,
  );
  const fill = () => {
    if (!body.hasChildNodes()) body.append(...evidence(context, claim));
  };
  if (open) fill();
  card.addEventListener("toggle", fill);
  return card;
}

/**
 * The assertions of a claim, those of one origin together.
 * @param {Context} context
 * @param {import("./model.js").Claim} claim
 * @returns {HTMLElement[]}
 */
export function evidence(context, claim) {
  const { model, words } = context;
  /** @type {Map<string, import("./model.js").Assertion[]>} */
  const origins = new Map();
  for (const item of model.evidence.get(claim.id) ?? []) {
    const list = origins.get(item.origin);
    if (list) list.push(item);
    else origins.set(item.origin, [item]);
  }
  if (!origins.size) return [el("p", { class: "muted" }, words.t("no_quote"))];
  return [...origins].map(([origin, items]) =>
    el(
      "section",
      { class: "origin" },
      el(
        "h4",
        {},
        el("span", { class: "muted" }, `${words.t("origin")}: `),
        said(items[0]?.originName ?? origin),
        items.length > 1 && el("span", { class: "muted" }, ` · ${words.count(items.length, "assertions")}`),
      ),
      ...items.map((item) => assertion(context, item)),
    ),
  );
}

/**
 * @param {Context} context
 * @param {import("./model.js").Assertion} item
 */
function assertion(context, item) {
  const { model, words } = context;
  const article = model.articles.get(item.article);
  const quantity = words.quantity(item);
  const source = [article?.publisher, article?.published].filter((part) => typeof part === "string");
  return el(
    "figure",
    { class: "assertion", "data-modality": item.modality },
    el("blockquote", { dir: "auto" }, item.quote),
    el(
      "figcaption",
      {},
      item.speaker !== null && el("div", { class: "speaker" }, `${words.t("said")} `, said(item.speaker)),
      el("div", { class: "article" }, link(article?.url ?? null, article?.title ?? article?.file ?? words.t("untitled"))),
      source.length > 0 && el("div", { class: "muted" }, ...source.flatMap((part, i) => [i ? " · " : "", said(part)])),
      el(
        "div",
        { class: "tags" },
        modalityTag(context, item.modality),
        quantity !== "" && el("span", { class: "tag" }, said(quantity)),
        item.when !== null && el("span", { class: "tag" }, said(words.when(item.when))),
      ),
    ),
  );
}
