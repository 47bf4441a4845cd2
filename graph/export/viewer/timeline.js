// @ts-check
// The strip below the picture: how much is said of which time, a period to choose, and a button that lets the
// network grow.

import { binsOf } from "./bins.js";
import { loadedOnly } from "./cards.js";
import { el } from "./dom.js";
import { passing } from "./filter.js";
import { svgElement } from "./icons.js";

const BEAT = 450; // milliseconds for a bar
const HEIGHT = 34;

export class Timeline {
  /** @param {import("./cards.js").Context} context */
  constructor(context) {
    this.context = context;
    const { words } = context;
    /** @type {import("./bins.js").Bin[]} */
    this.bins = [];
    this.version = -1; // of the model that the bins are of
    this.playing = 0;
    this.bars = svgElement("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.since = this.slider("since");
    this.until = this.slider("until");
    this.label = el("output", { class: "period" });
    this.play = el("button", { type: "button", class: "play", onclick: () => (this.playing ? this.stop() : this.start()) });
    this.clear = el("button", { type: "button", class: "small", onclick: () => context.app.filter({ since: "", until: "" }) }, words.t("whole_time"));
    this.element = el(
      "section",
      { class: "timeline", "aria-label": words.t("period") },
      this.play,
      el("div", { class: "brush" }, this.bars, this.since, this.until),
      el("div", { class: "said" }, this.label, this.clear),
    );
    this.count();
    this.brush();
  }

  /** The bars of all that the page has. */
  count() {
    const { model } = this.context;
    if (this.version === model.version) return;
    this.version = model.version;
    this.bins = binsOf(model.data.claims.flatMap((claim) => this.daysOf(claim)));
    this.element.hidden = this.bins.length < 2;
    this.bars.setAttribute("viewBox", `0 0 ${Math.max(1, this.bins.length)} ${HEIGHT}`);
    for (const slider of [this.since, this.until]) slider.max = String(Math.max(0, this.bins.length - 1));
    if (model.served) this.element.title = loadedOnly(this.context).trim();
  }

  /** @param {import("./model.js").Claim} claim */
  daysOf(claim) {
    return (this.context.model.evidence.get(claim.id) ?? []).map(({ days }) => days?.[0] ?? "");
  }

  /** @param {"since" | "until"} end */
  slider(end) {
    const input = /** @type {HTMLInputElement} */ (
      el("input", { type: "range", min: 0, max: 0, value: 0, step: 1, class: end, "aria-label": this.context.words.t(end) })
    );
    input.addEventListener("input", () => {
      this.stop();
      const [low, high] = [Number(this.since.value), Number(this.until.value)];
      if (low > high) input.value = String(end === "since" ? high : low);
      this.choose(Number(this.since.value), Number(this.until.value));
    });
    return input;
  }

  /** @param {number} low @param {number} high */
  choose(low, high) {
    const { app } = this.context;
    const last = this.bins.length - 1;
    app.filter(
      { since: low > 0 ? (this.bins[low]?.from ?? "") : "", until: high < last ? (this.bins[high]?.until ?? "") : "" },
      { replace: app.state.filter.since !== "" || app.state.filter.until !== "" },
    );
  }

  /** Drawing a period over the bars. */
  brush() {
    let start = -1;
    const binAt = (/** @type {PointerEvent} */ event) => {
      const box = this.bars.getBoundingClientRect();
      const at = Math.floor(((event.clientX - box.left) / box.width) * this.bins.length);
      return Math.min(this.bins.length - 1, Math.max(0, at));
    };
    this.bars.addEventListener("pointerdown", (event) => {
      this.stop();
      start = binAt(event);
      this.bars.setPointerCapture(event.pointerId);
      this.choose(start, start);
    });
    this.bars.addEventListener("pointermove", (event) => {
      if (start >= 0) this.choose(Math.min(start, binAt(event)), Math.max(start, binAt(event)));
    });
    for (const end of ["pointerup", "pointercancel"]) this.bars.addEventListener(end, () => (start = -1));
  }

  /** @param {import("./state.js").State} state */
  show({ filter }) {
    const { model, words } = this.context;
    this.count();
    const now = binsOf(passing(model, { ...filter, since: "", until: "" }).flatMap((claim) => this.daysOf(claim)));
    const passed = new Map(now.map(({ from, count }) => [from, count]));
    const most = Math.max(1, ...this.bins.map(({ count }) => count));
    const last = this.bins.length - 1;
    const low = filter.since ? Math.max(0, this.bins.findIndex(({ until }) => until >= filter.since)) : 0;
    const after = filter.until ? this.bins.findIndex(({ from }) => from > `${filter.until}~`) : -1;
    const high = after < 0 ? last : Math.max(low, after - 1);
    this.bars.replaceChildren(
      svgElement("rect", { x: String(low), y: "0", width: String(high - low + 1), height: String(HEIGHT), class: "window" }),
      ...this.bins.flatMap(({ from, count }, i) => [
        bar(i, count, most, "all"),
        bar(i, this.covers(now, from, passed), most, i >= low && i <= high ? "in" : "out"),
      ]),
    );
    this.since.value = String(low);
    this.until.value = String(high);
    const [first, end] = [this.bins[low]?.from, this.bins[high]?.until];
    this.since.setAttribute("aria-valuetext", first ? words.monthOf(first) : "");
    this.until.setAttribute("aria-valuetext", end ? words.monthOf(end) : "");
    this.label.textContent = first && end ? `${words.monthOf(first)} – ${words.monthOf(end)}` : "";
    this.clear.hidden = !filter.since && !filter.until;
    this.play.textContent = this.playing ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", words.t(this.playing ? "pause" : "play"));
    this.play.setAttribute("title", words.t(this.playing ? "pause" : "play"));
  }

  /**
   * How many of a bar's assertions pass; the bins of those that pass may be finer, so they are added up.
   * @param {import("./bins.js").Bin[]} now
   * @param {string} from
   * @param {Map<string, number>} passed
   */
  covers(now, from, passed) {
    const until = this.bins.find((bin) => bin.from === from)?.until ?? from;
    const inside = now.filter((bin) => bin.from >= from && bin.from <= until);
    return inside.length ? inside.reduce((sum, bin) => sum + bin.count, 0) : (passed.get(from) ?? 0);
  }

  start() {
    const { app } = this.context;
    const last = this.bins.length - 1;
    let high = app.state.filter.until && Number(this.until.value) < last ? Number(this.until.value) : -1;
    const low = Number(this.since.value);
    high = Math.max(high, low - 1);
    const beat = () => {
      high += 1;
      if (high >= last) this.stop();
      this.choose(low, Math.min(high, last));
    };
    this.playing = setInterval(beat, BEAT);
    beat();
  }

  stop() {
    if (!this.playing) return;
    clearInterval(this.playing);
    this.playing = 0;
    this.show(this.context.app.state);
  }
}

/** @param {number} i @param {number} count @param {number} most @param {string} name */
function bar(i, count, most, name) {
  const height = count ? Math.max(2, (HEIGHT - 3) * Math.sqrt(count / most)) : 0;
  return svgElement("rect", { x: String(i + 0.12), y: String(HEIGHT - height), width: "0.76", height: String(height), class: name });
}
