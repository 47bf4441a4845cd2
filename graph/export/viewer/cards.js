// @ts-check
// A claim as a card: what it says, and on opening who said so in which words.

import { sidesOf } from "./disagree.js";
import { el, link, said } from "./dom.js";
import { signSvg } from "./icons.js";
import { listIn } from "./model.js";

/**
 * @typedef {import("./model.js").Claim} Claim
 * @typedef {import("./model.js").Assertion} Assertion
 * @typedef {{model: import("./model.js").Model, words: import("./wording.js").Wording, app: import("./app.js").App,
 *   choose: {entity: (id: string) => void, claim: (id: string) => void}}} Context
 */

/**
 * A sentence where only what has come from a server so far is listed or counted; nothing where all is here.
 * @param {Context} context
 */
export function loadedOnly({ model, words }) {
  return model.served ? ` ${words.t("loaded_only", { n: model.data.claims.length, all: model.served.claims })}` : "";
}

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
 * @param {Claim} claim
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
 * @param {Claim} claim
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
 * @param {Claim} claim
 * @param {string[]} [quantities]
 */
export function claimTags(context, claim, quantities = claim.quantities.slice(0, 4)) {
  const { model, words } = context;
  const several = claim.modalities.length > 1;
  const disputed = sidesOf(model.evidence.get(claim.id) ?? []).length > 0;
  return el(
    "span",
    { class: "tags" },
    ...claim.modalities.map(([modality, n]) => modalityTag(context, modality, several ? ` ${n}` : "")),
    disputed && el("span", { class: "tag disputed" }, words.t("disputed")),
    ...quantities.map((text) => el("span", { class: "tag" }, said(words.figures([text])))),
    el("span", { class: "tag origins" }, words.count(claim.origins, "origins")),
  );
}

/**
 * A claim that opens to its evidence.
 * @param {Context} context
 * @param {Claim} claim
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
    if (body.hasChildNodes()) return;
    body.append(
      el("button", { type: "button", class: "small", onclick: () => context.choose.claim(claim.id) }, context.words.t("show_line")),
      ...disagreement(context, claim),
      ...evidence(context, claim),
    );
  };
  if (open) fill();
  card.addEventListener("toggle", fill);
  return card;
}

/**
 * What the sources do not agree about, side by side; nothing where they do.
 * @param {Context} context
 * @param {Claim} claim
 * @returns {HTMLElement[]}
 */
export function disagreement(context, claim) {
  const { words } = context;
  const sides = sidesOf(context.model.evidence.get(claim.id) ?? []);
  if (!sides.length) return [];
  const columns = sides.map(({ kind, items }) => {
    const numbers = [...new Set(items.map((item) => words.quantity(item)).filter(Boolean))];
    const heading = kind === "denied" ? words.t("denied") : numbers.length ? numbers.join("; ") : words.t("said_so");
    const origins = new Map(items.map((item) => [item.origin, item]));
    return el(
      "li",
      { class: "side", "data-modality": kind === "denied" ? "denied" : null },
      el("strong", {}, said(heading)),
      ...[...origins.values()].slice(0, 4).map((item) => {
        const article = context.model.articles.get(item.article);
        return el("span", { class: "who" }, said(item.originName ?? item.origin), article?.published ? el("span", { class: "date muted" }, article.published) : null);
      }),
      origins.size > 4 && el("span", { class: "muted" }, `+ ${origins.size - 4}`),
    );
  });
  return [el("section", { class: "sides" }, el("h4", {}, words.t("disagree")), el("ul", {}, ...columns))];
}

/**
 * The assertions of a claim: of each origin the first one said, its repetitions behind it.
 * @param {Context} context
 * @param {Claim} claim
 * @returns {HTMLElement[]}
 */
export function evidence(context, claim) {
  const { model, words } = context;
  /** @type {Map<string, Assertion[]>} */
  const origins = new Map();
  for (const item of model.evidence.get(claim.id) ?? []) listIn(origins, item.origin).push(item);
  if (!origins.size) return [el("p", { class: "muted" }, words.t("no_quote"))];
  const partial = model.isPartial(claim);
  const sections = [...origins].map(([origin, [first, ...again]]) =>
    el(
      "section",
      { class: "origin" },
      el(
        "h4",
        {},
        el("span", { class: "muted" }, `${words.t("origin")}: `),
        said(first?.originName ?? origin),
        again.length > 0 && el("span", { class: "muted" }, ` · ${words.count(again.length + 1, "assertions")}`),
      ),
      first ? assertion(context, first) : null,
      again.length > 0 && el(
        "details",
        { class: "again" },
        el("summary", {}, words.count(again.length, "repetitions")),
        ...again.map((item) => assertion(context, item)),
      ),
    ),
  );
  const shown = model.evidence.get(claim.id)?.length ?? 0;
  return partial ? [...sections, el("p", { class: "muted partial" }, words.t("partial", { n: shown, all: claim.assertions }))] : sections;
}

/**
 * @param {Context} context
 * @param {Assertion} item
 */
function assertion(context, item) {
  const { model, words } = context;
  const article = model.articles.get(item.article);
  const quantity = words.quantity(item);
  const grade = article?.grade ?? null;
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
        grade !== null && el("span", { class: "tag", title: words.t(`grade_${grade}`) }, `${words.t("grade")} `, said(grade)),
      ),
    ),
  );
}
