// @ts-check
// What the page shows, as a value, and as the fragment of its address: every view can be linked to,
// and the browser's own back and forward lead through them.

/**
 * @typedef {{relations: string[], categories: string[], modalities: string[], grades: string[],
 *   origins: number, since: string, until: string}} Filter
 * @typedef {{id: string, x: number, y: number}} Pin
 * @typedef {{view: string, from: string, top: number, open: string[], full: string[], pin: Pin[],
 *   hide: string[], path: string[], entity: string, claim: string, between: string[], filter: Filter}} State
 *
 * `from` is the entity that the picture starts with ("": the strongest claims, `top` of them, 0: as many as fit);
 * `open` are the entities whose neighbours were asked for, in that order, `full` those of which all are drawn.
 */

/** @type {Filter} */
export const NO_FILTER = { relations: [], categories: [], modalities: [], grades: [], origins: 1, since: "", until: "" };

/** @type {State} */
export const START = {
  view: "picture", from: "", top: 0, open: [], full: [], pin: [], hide: [], path: [], entity: "", claim: "", between: [],
  filter: NO_FILTER,
};

const VIEWS = ["picture", "map", "table", "matrix"];
const DAY = /^\d{4}(-\d\d){0,2}$/;

/**
 * The state that a fragment stands for; what is broken in it counts as not said.
 * @param {string} fragment with or without "#"
 * @returns {State}
 */
export function parse(fragment) {
  /** @type {Map<string, string>} */
  const said = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [key = "", value = ""] = part.split(/=(.*)/s);
    said.set(key, value);
  }
  const list = (/** @type {string} */ key) => (said.get(key) ?? "").split(",").map(decoded).filter((item) => item !== "");
  const one = (/** @type {string} */ key) => decoded(said.get(key) ?? "");
  const number = (/** @type {string} */ key, /** @type {number} */ least) => {
    const value = Number.parseInt(said.get(key) ?? "", 10);
    return Number.isSafeInteger(value) && value >= least ? value : least;
  };
  const day = (/** @type {string} */ key) => (DAY.test(one(key)) ? one(key) : "");
  const view = one("view");
  const ends = list("between");
  return {
    view: VIEWS.includes(view) ? view : "picture",
    from: one("from"),
    top: number("top", 0),
    open: list("open"),
    full: list("full"),
    pin: (said.get("pin") ?? "").split(",").map(pin).filter((item) => item !== null),
    hide: list("hide"),
    path: list("path").slice(0, 2),
    entity: one("entity"),
    claim: one("claim"),
    between: ends.length === 2 ? ends : [],
    filter: {
      relations: list("relation"),
      categories: list("category"),
      modalities: list("modality"),
      grades: list("grade"),
      origins: number("origins", 1),
      since: day("since"),
      until: day("until"),
    },
  };
}

/**
 * The fragment of a state, without "#"; only what differs from the beginning stands in it.
 * @param {State} state
 */
export function format(state) {
  const { filter } = state;
  const many = (/** @type {string[]} */ ids) => ids.map(encodeURIComponent).join(",");
  const pins = state.pin.map(({ id, x, y }) => `${encodeURIComponent(id)}@${Math.round(x)}@${Math.round(y)}`).join(",");
  /** @type {[string, string][]} */
  const parts = [
    ["view", state.view === "picture" ? "" : state.view],
    ["from", encodeURIComponent(state.from)],
    ["top", state.top > 0 ? String(state.top) : ""],
    ["open", many(state.open)],
    ["full", many(state.full)],
    ["pin", pins],
    ["hide", many(state.hide)],
    ["path", many(state.path)],
    ["entity", encodeURIComponent(state.entity)],
    ["claim", encodeURIComponent(state.claim)],
    ["between", many(state.between)],
    ["relation", many(filter.relations)],
    ["category", many(filter.categories)],
    ["modality", many(filter.modalities)],
    ["grade", many(filter.grades)],
    ["origins", filter.origins > 1 ? String(filter.origins) : ""],
    ["since", filter.since],
    ["until", filter.until],
  ];
  return parts.filter(([, value]) => value !== "").map(([key, value]) => `${key}=${value}`).join("&");
}

/** Whether the view draws, and is no table. @param {State} state */
export function isDrawn({ view }) {
  return view === "picture" || view === "map";
}

/** @param {Filter} filter */
export function isFiltered(filter) {
  return format({ ...START, filter }) !== "";
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} text @returns {Pin | null} */
function pin(text) {
  const [id = "", x = "", y = ""] = text.split("@");
  const [left, top] = [Number(x), Number(y)];
  return decoded(id) && x !== "" && y !== "" && Math.abs(left) < 1e6 && Math.abs(top) < 1e6 ? { id: decoded(id), x: left, y: top } : null;
}
