// @ts-check
// Tables to the clipboard, as text that spreadsheets take in as cells.

import { el } from "./dom.js";

/**
 * @param {string[][]} rows
 */
export function asTsv(rows) {
  return rows.map((row) => row.map((cell) => guarded(cell.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n");
}

/**
 * A cell that no spreadsheet takes for a formula.
 * @param {string} cell
 */
export function guarded(cell) {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
}

/**
 * @param {string[][]} rows
 */
export function asCsv(rows) {
  return rows.map((row) => row.map((cell) => {
    const safe = guarded(cell);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }).join(",")).join("\r\n") + "\r\n";
}

/**
 * @param {import("./wording.js").Wording} words
 * @param {() => string[][]} rows
 */
export function copyButton(words, rows) {
  const button = el("button", { type: "button", class: "small" }, words.t("copy"));
  button.addEventListener("click", async () => {
    const done = await toClipboard(asTsv(rows()));
    button.textContent = words.t(done ? "copied" : "copy_failed");
    setTimeout(() => (button.textContent = words.t("copy")), 2000);
  });
  return button;
}

/** @param {string} text */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // where a page from disk may not, the old way
    const area = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "unseen", "aria-hidden": "true" }));
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
