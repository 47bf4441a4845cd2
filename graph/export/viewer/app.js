// @ts-check
// The state of the page and the steps from one to the next. It stands in the address's fragment, too.

import { format, parse, START } from "./state.js";

/** @typedef {import("./state.js").State} State */

export class App {
  /**
   * @param {import("./model.js").Model} model
   * @param {import("./source.js").Source | null} [source] a server to ask for what a state needs; null: all is here
   */
  constructor(model, source = null) {
    this.model = model;
    this.source = source;
    this.state = parse(window.location.hash);
    /** @type {State | null} the state that was told last */
    this.told = null;
    this.busy = false;
    /** @type {((state: State, before: State | null) => void)[]} */
    this.listeners = [];
    /** @type {(() => void)[]} */
    this.waiting = [];
    /** @type {(busy: boolean) => void} */
    this.onbusy = () => {};
    window.addEventListener("hashchange", () => {
      const next = parse(window.location.hash);
      if (format(next) !== format(this.state)) this.set(next);
    });
  }

  /** @param {State} next */
  set(next) {
    this.state = next;
    if (this.source?.lacking(next).length) void this.load(this.source);
    else if (!this.busy) this.tell();
  }

  tell() {
    const before = this.told;
    this.told = this.state;
    for (const listener of this.listeners) listener(this.state, before);
  }

  /** Does something with what the state shows: at once, or when it is there. @param {() => void} act */
  after(act) {
    if (this.busy) this.waiting.push(act);
    else act();
  }

  /** Asks for what is lacking, one thing after the other, the newest state first. @param {import("./source.js").Source} source */
  async load(source) {
    if (this.busy) return;
    this.busy = true;
    this.onbusy(true);
    for (let [next] = source.lacking(this.state); next; [next] = source.lacking(this.state)) {
      const asked = this.state;
      await source.ask(next);
      if (this.state !== asked && this.told) this.tell(); // who goes on meanwhile sees what there is
    }
    this.busy = false;
    this.tell();
    this.onbusy(false);
    for (const act of this.waiting.splice(0)) act();
  }

  /**
   * @param {Partial<State>} patch
   * @param {{replace?: boolean}} [how] replace: not a step that "back" takes back
   */
  go(patch, { replace = false } = {}) {
    const next = { ...this.state, ...patch };
    const fragment = format(next);
    if (fragment !== format(this.state)) {
      try {
        if (replace) window.history.replaceState(null, "", `#${fragment}`);
        else window.history.pushState(null, "", `#${fragment}`);
      } catch {
        // a frame without an address of its own: the state is kept all the same
      }
    }
    this.set(next);
  }

  /** @param {Partial<State["filter"]>} patch @param {{replace?: boolean}} [how] */
  filter(patch, how) {
    this.go({ filter: { ...this.state.filter, ...patch } }, how);
  }

  overview() {
    this.go({ ...START, view: this.state.view, filter: this.state.filter, pin: this.state.pin, hide: this.state.hide });
  }

  nothing() {
    if (this.state.entity || this.state.claim || this.state.between.length) this.go({ entity: "", claim: "", between: [] });
  }

  /** Begins with this entity and its neighbours. @param {string} id */
  start(id) {
    this.go({ from: id, open: [], full: [], path: [], entity: id, claim: "", between: [], hide: this.without("hide", id) });
  }

  /** Chooses an entity that is drawn, and draws its neighbours. @param {string} id */
  open(id) {
    const { from, open, path } = this.state;
    const opened = open.includes(id) || (from === id && !path.length);
    this.go({ entity: id, claim: "", between: [], open: opened ? open : [...open, id] });
  }

  /** @param {string} id */
  close(id) {
    this.go({ open: this.without("open", id), full: this.without("full", id), entity: id, claim: "", between: [] });
  }

  /** @param {string} id */
  openAll(id) {
    const { full } = this.state;
    this.open(id);
    this.go({ full: full.includes(id) ? full : [...full, id] }, { replace: true });
  }

  /** More claims of an entity than have come so far. @param {string} id */
  wish(id) {
    this.source?.wish(id);
    this.set({ ...this.state });
  }

  /** @param {string} id @param {{x: number, y: number}} at */
  pin(id, at) {
    this.go({ pin: [...this.state.pin.filter((pin) => pin.id !== id), { id, ...at }] });
  }

  /** @param {string} id */
  unpin(id) {
    this.go({ pin: this.state.pin.filter((pin) => pin.id !== id) });
  }

  /** @param {string} id */
  hide(id) {
    const rest = this.state.entity === id ? { entity: "", claim: "", between: [] } : {};
    this.go({ ...rest, hide: [...this.without("hide", id), id], open: this.without("open", id), pin: this.state.pin.filter((pin) => pin.id !== id) });
  }

  /** @param {string} id */
  claim(id) {
    this.go({ claim: id, entity: "", between: [] });
  }

  /** @param {string[]} ends */
  between(ends) {
    this.go({ claim: "", entity: "", between: ends });
  }

  /** @param {string} from @param {string} to */
  path(from, to) {
    this.go({ path: [from, to], from: "", open: [], full: [], entity: "", claim: "", between: [] });
  }

  /** @param {"open" | "full" | "hide"} list @param {string} id */
  without(list, id) {
    return this.state[list].filter((other) => other !== id);
  }
}
