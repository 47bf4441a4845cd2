// @ts-check
// Light or dark, as the reader's system says; light on paper.

const dark = window.matchMedia("screen and (prefers-color-scheme: dark)");

/**
 * The colours of kinds and relations as properties of the page, set through the object model as its policy allows.
 * @param {import("./model.js").Look} look
 */
export function paintTheme({ kinds, relations }) {
  const set = () => {
    for (const [group, colours] of /** @type {const} */ ([["kind", kinds], ["relation", relations]])) {
      for (const [name, [light, night]] of Object.entries(colours)) {
        document.documentElement.style.setProperty(`--${group}-${name}`, dark.matches ? night : light);
      }
    }
  };
  set();
  dark.addEventListener("change", set);
}

export const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
