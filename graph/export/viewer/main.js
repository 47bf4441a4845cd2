// @ts-check
// Puts the parts together.

import { App } from "./app.js";
import { groundOf } from "./atlas.js";
import { helpDialog, viewSwitch } from "./chrome.js";
import { byId, el } from "./dom.js";
import { FilterBar } from "./filterbar.js";
import { legend } from "./legend.js";
import { loadData } from "./load.js";
import { Matrix } from "./matrix.js";
import { Model } from "./model.js";
import { onMap } from "./onmap.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { placelessBox } from "./placeless.js";
import { saveMenu } from "./save-menu.js";
import { searchBox } from "./search.js";
import { Source } from "./source.js";
import { isDrawn } from "./state.js";
import { Table } from "./table.js";
import { paintTheme } from "./theme.js";
import { Timeline } from "./timeline.js";
import { viewOf } from "./views.js";
import { Wording } from "./wording.js";

const AREA = 11_000; // square pixels of the picture for each claim of the overview

async function start() {
  const data = await loadData();
  const lang = data.lang ?? (navigator.language.toLowerCase().startsWith("de") ? "de" : "en");
  document.documentElement.lang = lang;
  const model = new Model(data);
  const words = new Wording(data.texts[lang] ?? {}, lang);
  const app = new App(model, model.served && new Source(model, model.served));
  paintTheme(data.look);
  build({ model, words, app, choose: { entity: () => {}, claim: (id) => app.claim(id) } });
}

/** @param {import("./cards.js").Context} context */
function build(context) {
  const { model, words, app } = context;
  const hasMap = model.data.outline !== undefined || model.served !== null;
  const canvas = el("div", { class: "canvas", id: "canvas" });
  const atlas = el("div", { class: "canvas atlas", id: "atlas", hidden: true });
  const placeless = placelessBox(context);
  const tools = el("div", { class: "tools" });
  const key = el("details", { class: "legend", id: "legend" }, el("summary", {}, words.t("legend")), legend(context));
  const stage = el("section", { class: "stage", id: "stage", "aria-label": words.t("picture") }, canvas, atlas, tools, key, placeless.element);
  const filters = new FilterBar(context);
  const timeline = new Timeline(context);
  const work = el("div", { class: "work" });
  const sheet = el("section", { class: "table", id: "table", tabindex: "0", "aria-label": words.t("table"), hidden: true });
  const side = el("aside", { class: "panel", id: "panel", tabindex: "-1", "aria-label": words.t("panel") });
  const status = el("p", { class: "unseen", role: "status" });
  const main = byId("main");
  work.append(filters.element, stage, sheet, timeline.element);
  main.append(work, side, status);
  const search = el("div", { class: "search", role: "search" });
  const views = viewSwitch(words, ["picture", ...(hasMap ? ["map"] : []), "table", "matrix"], (view) => app.go({ view }));
  const help = helpDialog(words, legend(context));
  const save = saveMenu(context, () => ({ picture: drawing().svg, size: drawing().size, shown: drawing() === map ? mapped : shown }));
  byId("top").append(search, el("div", { class: "top-tools" }, views.group, save));
  document.body.prepend(el("a", { class: "skip", href: "#panel", onclick: (event) => { event.preventDefault(); side.focus(); } }, words.t("skip")));
  document.body.append(help);

  /** @type {import("./views.js").Shown | null} */
  let shown = null;
  /** @type {import("./views.js").Shown | null} */
  let mapped = null;
  let last = { width: 0, height: 0 };
  const drawn = (/** @type {string} */ id) => shown?.scene.nodes.has(id) ?? false;
  context.choose.entity = (id) => (drawn(id) ? app.open(id) : app.start(id));
  const input = searchBox(context, search, { key: "search", id: "found", take: (id) => {
    app.start(id);
    app.after(() => drawing().focus(`node ${id}`));
  } });
  const panel = new Panel(context, side);
  const table = new Table(context, sheet);
  const matrix = new Matrix(context, sheet);
  /** @type {import("./picture.js").Handlers} */
  const on = {
    node: (id) => {
      if (app.state.entity === id && shown?.scene.nodes.get(id)?.opened) side.focus();
      else app.open(id);
    },
    line: (claims) => (claims.length === 1 && claims[0] ? app.claim(claims[0].id) : app.between(claims[0]?.line ?? [])),
    nothing: () => app.nothing(),
    moved: (id, at) => app.pin(id, at),
    key: (pressed, id) => {
      /** @type {Record<string, () => void>} */
      const ofSigns = {
        f: () => app.start(id), c: () => app.close(id), h: () => app.hide(id),
        p: () => (app.state.pin.some((pin) => pin.id === id) ? app.unpin(id) : app.pin(id, shown?.points.get(id) ?? { x: 0, y: 0 })),
      };
      const key = pressed.toLowerCase();
      const act = key === "d" ? () => side.focus() : id ? ofSigns[key] : undefined;
      act?.();
      return act !== undefined;
    },
  };
  const picture = new Picture(context, canvas, on);
  /** @type {Picture | null} */
  let map = null;
  const drawing = () => {
    const { outline } = model.data; // a server gives it when it is asked for
    if (app.state.view !== "map" || !outline) return picture;
    return (map ??= new Picture(context, atlas, on, groundOf(outline)));
  };

  /** @param {import("./state.js").State} state @param {import("./state.js").State | null} before */
  const follow = (state, before) => {
    const view = state.view === "map" && drawing() === picture ? "picture" : state.view;
    const pictured = isDrawn(state);
    const [atMap, atPicture] = [view === "map", view === "picture"];
    stage.hidden = !pictured;
    stage.setAttribute("aria-label", words.t(atMap ? "map" : "picture"));
    canvas.hidden = !atPicture;
    atlas.hidden = !atMap;
    sheet.hidden = pictured;
    views.show(view);
    const { width, height } = pictured ? drawing().size : before ? last : { width: window.innerWidth, height: window.innerHeight };
    last = { width, height };
    const top = Math.min(60, Math.max(20, Math.round((width * height) / AREA)));
    shown = viewOf(model, state, { tall: height > width, top: Math.min(top, model.data.claims.length) });
    const there = atMap ? onMap(model, state, shown, top) : null;
    mapped = there?.shown ?? null;
    placeless.show(there?.placeless ?? []);
    sheet.setAttribute("aria-label", words.t(state.view));
    byId("counts").replaceChildren(...counts(context, shown));
    panel.show(state, shown);
    if (pictured) drawing().show(mapped ?? shown, how(state, before));
    else (state.view === "matrix" ? matrix : table).show(shown.claims);
    filters.show(state);
    timeline.show(state);
    // below the picture on a narrow screen, where it would change unseen
    const read = (state.claim !== "" && state.claim !== before?.claim) || (state.between.length > 0 && !before?.between.length);
    if (before && window.matchMedia("(max-width: 759px)").matches && (read || (!pictured && state.entity !== before.entity))) {
      side.scrollIntoView({ block: "start" });
    }
    status.textContent = side.querySelector("h2")?.textContent ?? "";
    if (!before) performance.mark("first picture"); // benchmarks/explorer.py reads it
  };
  app.listeners.push(follow);
  if (app.source) main.prepend(trouble(context, main));
  if (window.matchMedia("(min-width: 1000px) and (min-height: 900px)").matches) key.setAttribute("open", "");

  for (const [name, sign, act] of /** @type {[string, string, () => void][]} */ ([
    ["zoom_in", "+", () => drawing().zoom(1.3)],
    ["zoom_out", "−", () => drawing().zoom(1 / 1.3)],
    ["fit", "⤢", () => drawing().fit()],
    ["help", "?", () => help.showModal()],
  ])) {
    tools.append(el("button", { type: "button", title: words.t(name), "aria-label": words.t(name), onclick: act }, sign));
  }
  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !help.open) {
      if (side.contains(document.activeElement)) drawing().focus(drawing().focused);
      else app.nothing();
    } else if (event.key === "/") {
      event.preventDefault();
      input.focus();
    } else if (event.key === "?") help.showModal();
  });
  app.set(app.state);
}

/**
 * Whether the view is fitted to a new picture, moved only if something is out of it, or left alone.
 * @param {import("./state.js").State} state
 * @param {import("./state.js").State | null} before
 */
function how(state, before) {
  if (!before || before.view !== state.view) return "fit";
  if (state.from !== before.from || state.top !== before.top || state.path.join("\u0000") !== before.path.join("\u0000")) return "fit";
  return state.open.length > before.open.length || state.full.length > before.full.length ? "keep" : "stay";
}

/**
 * @param {import("./cards.js").Context} context
 * @param {import("./views.js").Shown} shown
 */
function counts({ model, words }, { total }) {
  const { claims, entities, articles } = model.served ?? { claims: model.data.claims.length, entities: model.data.entities.length, articles: model.data.articles.length };
  const first = total < claims ? words.t("claims_of", { n: total, all: claims }) : words.count(claims, "claims");
  return [first, words.count(entities, "entities"), words.count(articles, "articles")].map((text) => el("span", {}, text));
}

/**
 * What a page says that asks a server: that it waits, or that there is no answer.
 * @param {import("./cards.js").Context} context
 * @param {HTMLElement} main
 */
function trouble({ app, words }, main) {
  const text = el("span", {});
  const again = () => {
    app.source?.again();
    app.set({ ...app.state });
  };
  const notice = el("p", { class: "trouble notice", role: "alert", hidden: true }, text, " ", el("button", { type: "button", class: "small", onclick: again }, words.t("try_again")));
  const waiting = el("span", { class: "waiting", role: "status" });
  byId("counts").after(waiting);
  app.onbusy = (busy) => {
    main.setAttribute("aria-busy", String(busy));
    waiting.textContent = busy ? words.t("loading") : "";
    const why = app.source?.trouble ?? "";
    notice.hidden = busy || why === "";
    text.textContent = `${words.t("no_answer")} (${why})`;
  };
  main.setAttribute("aria-busy", "false");
  return notice;
}

void start();
