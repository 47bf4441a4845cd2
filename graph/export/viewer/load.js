// @ts-check
// The data that the page carries: as JSON, or packed where there is much of it.

import { byId } from "./dom.js";

/** @returns {Promise<import("./model.js").Payload>} */
export async function loadData() {
  const element = byId("data");
  const written = element.textContent ?? "{}";
  element.remove(); // read once; a large page need not keep it twice
  if (element.getAttribute("type") === "application/json") return JSON.parse(written);
  const bytes = Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
