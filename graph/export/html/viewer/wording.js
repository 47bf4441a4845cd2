// @ts-check
// Numbers, dates and counted things in the page's language.

export class Wording {
  /**
   * @param {Record<string, string>} texts
   * @param {string} lang
   */
  constructor(texts, lang) {
    this.texts = new Map(Object.entries(texts));
    this.number = new Intl.NumberFormat(lang);
  }

  /** @param {string} key */
  t(key) {
    return this.texts.get(key) ?? key;
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
   * A text with the digits of its large numbers grouped: "6000000 rounds" as "6,000,000 rounds".
   * @param {string} text
   */
  figures(text) {
    return text.replace(/(?<![\p{L}\d.,])\d{5,15}(?![\p{L}\d.,])/gu, (digits) => this.number.format(Number(digits)));
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
}
