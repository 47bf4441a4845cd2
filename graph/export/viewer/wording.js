// @ts-check
// Numbers, dates, counted things and whole sentences in the page's language.

export class Wording {
  /**
   * @param {Record<string, string>} texts
   * @param {string} lang
   */
  constructor(texts, lang) {
    this.texts = new Map(Object.entries(texts));
    this.lang = lang;
    this.number = new Intl.NumberFormat(lang);
    this.month = new Intl.DateTimeFormat(lang, { year: "numeric", month: "short", timeZone: "UTC" });
  }

  /**
   * The page's words for a key, with {name} replaced.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  t(key, values = {}) {
    const words = this.texts.get(key) ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = Object.hasOwn(values, name) ? values[name] : whole;
      return typeof value === "number" ? this.number.format(value) : String(value);
    });
  }

  /**
   * "1 claim", "3 claims".
   * @param {number} n
   * @param {string} key
   */
  count(n, key) {
    return `${this.number.format(n)} ${this.t(n === 1 ? `${key}_one` : key)}`;
  }

  /**
   * "about 100–150 tonnes", or "" where no number was said.
   * @param {import("./model.js").Assertion} said
   */
  quantity(said) {
    if (said.quantity === null && said.quantityMax === null) return "";
    const ends = [said.quantity, said.quantityMax].filter((end) => end !== null);
    const range = [...new Set(ends.map((end) => this.number.format(end)))].join("–");
    const qualifier = said.qualifier && said.qualifier !== "exact" ? this.t(said.qualifier) : "";
    return [qualifier, range, said.unit].filter(Boolean).join(" ");
  }

  /**
   * Quantities as the store tells them, in the page's language: "at least 14,000 rounds" as "mindestens 14.000 rounds".
   * @param {string[]} quantities
   */
  figures(quantities) {
    const known = /^(about|at least|at most)(?= \d)/;
    return quantities.map((text) => text
      .replace(known, (words) => this.t(words.replace(" ", "_")))
      .replace(/(?<![\p{L}\d.,])(?:\d{1,3}(?:,\d{3})+|\d{4,15})(?![\p{L}\d.,])/gu, (digits) => this.number.format(Number(digits.replaceAll(",", ""))))).join("; ");
  }

  /**
   * An EDTF date or period, readable.
   * @param {string} edtf
   */
  when(edtf) {
    return edtf.replace("/", " – ");
  }

  /**
   * @param {import("./model.js").Claim} claim
   */
  published(claim) {
    if (!claim.first && !claim.last) return "";
    return claim.first === claim.last || !claim.last ? `${claim.first}` : `${claim.first} – ${claim.last}`;
  }

  /** "May 2024". @param {string} day */
  monthOf(day) {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : this.month.format(date);
  }

  /**
   * A claim as a sentence, for those who hear it.
   * @param {import("./model.js").Model} model
   * @param {import("./model.js").Claim} claim
   */
  sentence(model, claim) {
    const subject = claim.subject === null ? this.t("no_entity") : model.nameOf(claim.subject);
    const parts = [subject, this.t(claim.relation), model.nameOf(claim.object)];
    if (claim.recipient !== null) parts.push("→", model.nameOf(claim.recipient));
    if (claim.place !== null) parts.push(this.t("in_place"), model.nameOf(claim.place));
    return parts.filter((part) => part !== "").join(" ");
  }

  /**
   * @param {import("./model.js").Model} model
   * @param {import("./model.js").Claim[]} claims
   */
  line(model, claims) {
    const [first] = claims;
    if (!first) return "";
    if (claims.length > 1) return `${model.nameOf(first.line?.[0] ?? null)} → ${model.nameOf(first.line?.[1] ?? null)}: ${this.count(claims.length, "claims")}`;
    const modalities = first.modalities.map(([name]) => this.t(name)).join(", ");
    return `${this.sentence(model, first)}; ${modalities}; ${this.count(first.origins, "origins")}`;
  }

  /**
   * @param {import("./model.js").Model} model
   * @param {import("./scene.js").SceneNode} node
   */
  sign(model, node) {
    const more = node.more ? `, ${this.t("more_hidden", { n: node.more })}` : "";
    return `${model.nameOf(node.id)}, ${this.t(model.entities.get(node.id)?.kind ?? "")}, ${this.count(node.claims, "claims")}${more}`;
  }
}
