// @ts-check
// Light or dark, as the reader's system says.

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** @param {[string, string]} pair */
export function shade(pair) {
  return dark.matches ? pair[1] : pair[0];
}

/**
 * A colour of the style sheet, for the canvas.
 * @param {string} name
 */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** @param {() => void} then */
export function onThemeChange(then) {
  dark.addEventListener("change", then);
}

export const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
