// @ts-check
// A sign for each kind, drawn in a square of 24: the ground tells actor, item or place, the mark the kind.

const GROUNDS = {
  actor: "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z",
  item: "M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z",
  place: "M12 24C8 18.500 3 15 3 9.500a9 9 0 1 1 18 0C21 15 16 18.500 12 24z",
};

/** @type {Map<string, {ground: string, mark: string}>} */
const SIGNS = new Map([
  ["state", { ground: GROUNDS.actor, mark: "M8 5.500h1.600v13H8zM9.600 6h8l-2.400 3l2.400 3h-8z" }],
  [
    "organisation",
    {
      ground: GROUNDS.actor,
      mark: "M10 5.500h4v4h-4zM5.500 14.500h4v4h-4zM14.500 14.500h4v4h-4zM11.300 9.500h1.400v2h4.500v3h-1.400v-1.600H8.200v1.600H6.800v-3h4.500z",
    },
  ],
  ["company", { ground: GROUNDS.actor, mark: "M6 18V8.500l4 2.700V8.500l4 2.700V5.500h3.600V18z" }],
  ["armed-group", { ground: GROUNDS.actor, mark: "M12 5l7 12.500H5z" }],
  ["military-unit", { ground: GROUNDS.actor, mark: "M6 7l6 3.500L18 7v3.600l-6 3.500l-6-3.500zM6 13l6 3.500l6-3.500v3.600L12 20l-6-3.400z" }],
  ["person", { ground: GROUNDS.actor, mark: "M12 5.200a3.300 3.300 0 1 1 0 6.600a3.300 3.300 0 1 1 0-6.600zM5.800 18.500a6.200 6 0 0 1 12.400 0z" }],
  ["weapon-system", { ground: GROUNDS.item, mark: "M19 5l-2 5.500l-6.300 6.300l-.700 2.700l-2.300-3.200L4.500 14l2.700-.700L13.500 7z" }],
  ["ammunition", { ground: GROUNDS.item, mark: "M12 4c2 1.800 3 4 3 6.500V16H9v-5.500C9 8 10 5.800 12 4zM8.500 17.300h7V20h-7z" }],
  ["component", { ground: GROUNDS.item, mark: "M8 8h8v8H8zM9 4.500h1.700V8H9zM13.300 4.500H15V8h-1.700zM9 16h1.700v3.500H9zM13.300 16H15v3.500h-1.700zM4.500 9H8v1.700H4.500zM4.500 13.300H8V15H4.500zM16 9h3.500v1.700H16zM16 13.300h3.500V15H16z" }],
  ["technology", { ground: GROUNDS.item, mark: "M12 4.500a5.200 5.200 0 0 1 3 9.400v1.800H9v-1.800a5.200 5.200 0 0 1 3-9.400zM9.300 17h5.400v1.400H9.300zM10.300 19.400h3.400v1.200h-3.400z" }],
  ["personnel", { ground: GROUNDS.item, mark: "M8.500 7a2.400 2.400 0 1 1 0 4.800a2.400 2.400 0 1 1 0-4.800zM15.500 7a2.400 2.400 0 1 1 0 4.800a2.400 2.400 0 1 1 0-4.800zM4 17.500a4.300 4.600 0 0 1 7.600-2.900a6 6 0 0 0-.900 2.900zM12.300 17.500a4 4.600 0 0 1 7.700 0z" }],
  ["place", { ground: GROUNDS.place, mark: "M12 5.800a3.700 3.700 0 1 1 0 7.400a3.700 3.700 0 1 1 0-7.400z" }],
]);

const UNKNOWN = { ground: GROUNDS.item, mark: "M9 9h6v6H9z" };

/** @param {string} kind */
export function signOf(kind) {
  return SIGNS.get(kind) ?? UNKNOWN;
}

export const KINDS = [...SIGNS.keys()];

/**
 * The kind's sign as an SVG that takes its colours from the classes `ground` and `mark`.
 * @param {string} kind
 */
export function signSvg(kind) {
  const sign = signOf(kind);
  const svg = svgElement("svg", { viewBox: "0 0 24 24", class: "sign", "aria-hidden": "true" });
  svg.setAttribute("data-kind", kind);
  svg.append(
    svgElement("path", { d: sign.ground, class: "ground" }),
    svgElement("path", { d: sign.mark, class: "mark" }),
  );
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
export function svgElement(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
