// @ts-check
// The present view as a picture, the present selection as a table of values.

import { asCsv } from "./copy.js";
import { svgElement } from "./icons.js";
import { n } from "./geometry.js";

const FOOT = 54; // pixels below the picture, for what it is

/**
 * The picture as it is seen, as a file of its own: colours written out, title and counts below.
 * @param {SVGElement} picture
 * @param {{width: number, height: number, title: string, note: string}} what
 */
export function asSvg(picture, { width, height, title, note }) {
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  for (const gone of copy.querySelectorAll(".hit")) gone.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    // ids are not for reading, and may hold what XML cannot
    for (const { name } of [...element.attributes]) if (/^(tabindex|role|style|aria-|data-)/.test(name)) element.removeAttribute(name);
    if (element.childElementCount === 0 && element.textContent) element.textContent = written(element.textContent);
    const faint = element.classList.contains("faint");
    if (faint) element.setAttribute("opacity", element.classList.contains("line") ? "0.2" : element.classList.contains("name") ? "0.6" : "0.32");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", n(width));
  copy.setAttribute("height", n(height + FOOT));
  copy.setAttribute("viewBox", `0 0 ${n(width)} ${n(height + FOOT)}`);
  copy.setAttribute("role", "img");
  copy.prepend(svgElement("rect", { width: n(width), height: n(height + FOOT), fill: "var(--stage)" }));
  copy.append(
    svgElement("rect", { y: n(height), width: n(width), height: n(FOOT), fill: "var(--surface)" }),
    line(title, 24, height + 22, "600 15", "var(--ink)"),
    line(note, 24, height + 41, "400 12", "var(--muted)"),
  );
  const style = getComputedStyle(document.documentElement);
  return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)(?:, var\((--[\w-]+)\))?\)/g, (_, name, other) =>
    style.getPropertyValue(name).trim() || style.getPropertyValue(other ?? "").trim() || "#888");
}

/** XML has no way to write some characters. @param {string} value */
function written(value) {
  return value.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, " ");
}

/** @param {string} value @param {number} x @param {number} y @param {string} font @param {string} fill */
function line(value, x, y, font, fill) {
  const [weight = "", size = ""] = font.split(" ");
  const element = svgElement("text", { x: n(x), y: n(y), "font-family": "system-ui, sans-serif", "font-weight": weight, "font-size": size, fill });
  element.textContent = written(value).slice(0, 200);
  return element;
}

/**
 * @param {string} svg
 * @param {{width: number, height: number}} size
 * @param {number} [scale] pixels of the file for one of the screen
 * @returns {Promise<Blob>}
 */
export async function asPng(svg, { width, height }, scale = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, (height + FOOT) * scale];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

/**
 * One row for each assertion of the claims: what, who said so, where.
 * @param {import("./cards.js").Context} context
 * @param {import("./model.js").Claim[]} claims
 */
export function evidenceRows({ model }, claims) {
  const head = ["claim", "relation", "subject", "object", "recipient", "place", "modality", "quantity", "unit", "when", "origins", "origin", "speaker", "publisher", "reliability", "published", "title", "url", "quote"];
  const rows = claims.flatMap((claim) => (model.evidence.get(claim.id) ?? []).map((item) => {
    const article = model.articles.get(item.article);
    const quantity = item.quantityMax !== null && item.quantityMax !== item.quantity ? `${item.quantity}-${item.quantityMax}` : (item.quantity ?? "");
    return [
      claim.id, claim.relation, model.nameOf(claim.subject), model.nameOf(claim.object), model.nameOf(claim.recipient), model.nameOf(claim.place),
      item.modality, quantity, item.unit, item.when, claim.origins, item.originName ?? item.origin, item.speaker, article?.publisher,
      article?.grade, article?.published, article?.title, article?.url, item.quote,
    ].map((value) => String(value ?? ""));
  }));
  return [head, ...rows];
}

/** @param {string} name @param {Blob} blob */
export function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {import("./cards.js").Context} context @param {import("./model.js").Claim[]} claims */
export function csvBlob(context, claims) {
  // the mark tells spreadsheets that it is UTF-8
  return new Blob(["\ufeff", asCsv(evidenceRows(context, claims))], { type: "text/csv" });
}
