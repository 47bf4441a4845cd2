// @ts-check
// Elements from values. Text goes in as text: nothing in the viewer parses HTML.

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | EventListener | null | undefined>} Properties
 */

/**
 * A new element. `on…` properties become listeners, null and false ones are left out.
 * @param {string} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A text from outside, kept apart so that its direction marks reach no further than itself.
 * @param {string} value
 * @param {string} [className]
 */
export function said(value, className = "") {
  // only a word that no line can hold may break anywhere; in a table every other would break too
  const classes = [className, /\S{25}/u.test(value) ? "long" : ""].join(" ").trim();
  return el("bdi", { class: classes || null }, balanced(value));
}

/**
 * A text whose direction marks are closed: an element's own isolation ends at a mark that closes more than was opened,
 * and is itself closed in place of one that was left open.
 * @param {string} value
 */
export function balanced(value) {
  let open = 0;
  const kept = value.replace(/[\u2066-\u2069]/gu, (mark) => {
    if (mark !== "\u2069") open += 1;
    else if (open > 0) open -= 1;
    else return "";
    return mark;
  });
  return kept + "\u2069".repeat(open);
}

/**
 * A link where the address is a web address, else the plain text.
 * @param {string | null} address
 * @param {string} value
 */
export function link(address, value) {
  const url = webAddress(address);
  if (!url) return said(value);
  return el(
    "span",
    {},
    el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer nofollow" }, said(value)),
    el("span", { class: "host" }, ` ${url.host}`),
  );
}

/**
 * @param {string | null} address
 * @returns {URL | null} null for anything that is not http or https
 */
export function webAddress(address) {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

/**
 * The element with this id, which the page's template has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
