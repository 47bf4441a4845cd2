// @ts-check
// From the globe to the plane of the map: the Equal Earth projection, in which areas keep their proportions.
// B. Šavrič, T. Patterson, B. Jenny (2019): The Equal Earth map projection. International Journal of
// Geographical Information Science 33(3), 454-465, equations 5 to 10. doi.org/10.1080/13658816.2018.1504949

/** @typedef {{x: number, y: number}} Point */

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const RADIUS = 1450; // plane units: a degree at the equator is some 22 of them
const MIDDLE = 11; // degrees east: so that the rim runs through the Bering Strait, and cuts no state
const RADIAN = Math.PI / 180;

/**
 * @param {number} lat degrees north
 * @param {number} lon degrees east
 * @returns {Point}
 */
export function projected(lat, lon) {
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin(lat * RADIAN));
  const t2 = theta * theta;
  const t6 = t2 * t2 * t2;
  const slope = 9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1;
  return {
    x: (RADIUS * 2 * Math.sqrt(3) * ((lon - MIDDLE) * RADIAN) * Math.cos(theta)) / (3 * slope),
    y: -RADIUS * theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1),
  };
}

/**
 * A place on the map: degrees as they are written, with the far end of Russia in the east.
 * @param {[number, number]} at latitude, longitude
 * @returns {Point}
 */
export function placed([lat, lon]) {
  return projected(lat, lon < MIDDLE - 180 ? lon + 360 : lon);
}

export const RIM = /** @type {const} */ ({ west: MIDDLE - 180, east: MIDDLE + 180, south: -60, north: 84 });
