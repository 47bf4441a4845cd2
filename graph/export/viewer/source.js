// @ts-check
// Where the page asks a server for what it shows and does not have yet: which questions a state needs, and their answers.

import { format, isDrawn, isFiltered, START } from "./state.js";

/**
 * @typedef {{name: string, ids: string[], top: number, filter: import("./state.js").Filter | null,
 *   placed?: boolean}} Question `placed`: where its entities stand is asked, too
 * @typedef {import("./model.js").Part & {number?: number}} Answer
 */

const OPENED = 200; // claims of an entity that come at first
const LISTED = 500; // claims that a table or a matrix begins with
const MOST = 1500; // claims of one question; the server gives no more
const SEVERAL = 20; // names in one question
const OPEN = 60; // entities that a link can open

export class Source {
  /**
   * @param {import("./model.js").Model} model
   * @param {import("./model.js").Served} served
   */
  constructor(model, served) {
    this.model = model;
    this.first = served.first;
    /** @type {Map<string, number>} what was answered -> how many claims it may have had */
    this.answered = new Map([[keyOf({ name: "strongest", ids: [], top: 0, filter: START.filter }), served.first]]);
    /** @type {Map<string, number>} how many claims of an entity were asked for by hand */
    this.wishes = new Map();
    this.trouble = "";
    /** @type {string[]} questions that got no answer */
    this.failed = [];
  }

  /**
   * The questions that are open before this state can be shown.
   * @param {import("./state.js").State} state
   * @returns {Question[]}
   */
  lacking(state) {
    const { filter, path, from } = state;
    /** @type {Question[]} */
    const needed = [];
    const pictured = isDrawn(state);
    if (path.length === 2) needed.push({ name: "path", ids: path, top: 1, filter });
    else if (pictured && from === "") {
      const top = Math.max(this.first, state.top);
      // with a filter, entities stand where they stand without
      needed.push({ name: "strongest", ids: [], top, filter, placed: top > this.first && !isFiltered(filter) });
    }
    if (!pictured) needed.push({ name: "strongest", ids: [], top: LISTED, filter });
    const opened = [...new Set([from, state.entity, ...state.open, ...state.full])].filter((id) => id !== "").slice(0, OPEN);
    for (const id of opened) {
      const top = state.full.includes(id) ? MOST : Math.max(OPENED, this.wishes.get(id) ?? 0);
      needed.push({ name: "around", ids: [id], top, filter });
    }
    if (state.between.length === 2) needed.push({ name: "between", ids: state.between, top: OPENED, filter });
    const claim = this.model.claims.get(state.claim);
    if (state.claim !== "" && (!claim || this.model.isPartial(claim))) needed.push({ name: "claim", ids: [state.claim], top: 1, filter: null });
    const named = [...new Set([...state.pin.map(({ id }) => id), ...state.hide])].filter((id) => !this.model.entities.has(id));
    if (state.view === "map" && !this.model.data.outline) needed.push({ name: "outline", ids: [], top: 1, filter: null });
    for (let i = 0; i < named.length; i += SEVERAL) needed.push({ name: "entities", ids: named.slice(i, i + SEVERAL), top: 1, filter: null });
    return needed.filter((question) => (this.answered.get(keyOf(question)) ?? 0) < question.top);
  }

  /**
   * Asks, and takes what comes into the model; without an answer `trouble` says why.
   * @param {Question} question
   */
  async ask(question) {
    const { name, ids, top, filter, placed } = question;
    const key = keyOf(question);
    this.answered.set(key, top);
    try {
      const answer = /** @type {Answer} */ (await this.fetched(name, [
        ...ids.map((id) => /** @type {[string, string]} */ (["id", id])),
        ["top", String(top)],
        ...(placed ? [/** @type {[string, string]} */ (["placed", "1"])] : []),
        ...(filter ? valuesOf(filter) : []),
      ]));
      this.model.add(answer);
      if (filter) this.model.passes(answer.claims, filter, name === "strongest" ? "" : name === "around" ? (ids[0] ?? "") : null, answer.number ?? 0);
      this.trouble = "";
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      this.failed.push(key);
    }
  }

  /** Forgets what got no answer, so that it is asked again. */
  again() {
    for (const key of this.failed) this.answered.delete(key);
    this.failed = [];
    this.trouble = "";
  }

  /** @param {string} id of an entity of which more claims are wanted */
  wish(id) {
    const now = Math.max(OPENED, this.wishes.get(id) ?? 0);
    this.wishes.set(id, Math.min(MOST, now * 2));
  }

  /**
   * @param {string} words
   * @returns {Promise<import("./find.js").Found[]>} none where the server does not answer
   */
  async search(words) {
    if (words.trim() === "") return [];
    try {
      return /** @type {{found: import("./find.js").Found[]}} */ (await this.fetched("search", [["q", words.slice(0, 200)]])).found;
    } catch {
      return [];
    }
  }

  /** @param {string} name @param {[string, string][]} values @returns {Promise<unknown>} */
  async fetched(name, values) {
    const answer = await fetch(`/api/${name}?${new URLSearchParams(values)}`);
    if (!answer.ok) throw new Error((await answer.text()).trim().slice(0, 300));
    return answer.json();
  }
}

/** @param {Question} question what tells it from others, however many claims it is about */
function keyOf({ name, ids, filter, placed }) {
  return [name, placed ? "placed" : "", filter ? format({ ...START, filter }) : "", ...ids].join("\u0000");
}

/** @param {import("./state.js").Filter} filter @returns {[string, string][]} */
function valuesOf(filter) {
  /** @type {[string, string[]][]} */
  const values = [
    ["relation", filter.relations], ["category", filter.categories], ["modality", filter.modalities], ["grade", filter.grades],
    ["origins", filter.origins > 1 ? [String(filter.origins)] : []],
    ["since", filter.since ? [filter.since] : []], ["until", filter.until ? [filter.until] : []],
  ];
  return values.flatMap(([name, list]) => list.map((value) => /** @type {[string, string]} */ ([name, value])));
}
