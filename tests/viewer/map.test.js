import assert from "node:assert/strict";
import { test } from "node:test";

import { degrees, hold } from "../../graph/export/viewer/atlas.js";
import { onMap } from "../../graph/export/viewer/onmap.js";
import { placed, projected, RIM } from "../../graph/export/viewer/projection.js";
import { parse } from "../../graph/export/viewer/state.js";
import { viewOf } from "../../graph/export/viewer/views.js";
import { claim, modelOf } from "./sample.js";

const near = (a, b, most = 1e-6) => assert.ok(Math.abs(a - b) < most, `${a} is not ${b}`);

test("the projection has the proportions of Equal Earth, and north is up", () => {
  const [middle, edge, pole] = [projected(0, 11), projected(0, 191), projected(90, 11)];
  assert.deepEqual([middle.x, Math.abs(middle.y)], [0, 0]);
  assert.ok(pole.y < 0);
  near(edge.x / -pole.y, 2.7066299836 / 1.3173627591, 1e-6); // half the equator by a quarter of the meridian
});

test("areas keep their proportions", () => {
  const area = (lat, lon, d = 1e-4) => {
    const [o, e, n] = [projected(lat, lon), projected(lat, lon + d), projected(lat + d, lon)];
    return Math.abs((e.x - o.x) * (n.y - o.y) - (e.y - o.y) * (n.x - o.x)) / Math.cos(((lat + d / 2) * Math.PI) / 180);
  };
  for (const [lat, lon] of [[60, 11], [-45, 150], [80, -100]]) near(area(lat, lon) / area(0, 11), 1, 1e-4);
});

test("the far end of Russia lies in the east, Alaska in the west", () => {
  assert.ok(placed([65, -175]).x > placed([65, 175]).x);
  assert.ok(placed([65, -168]).x < placed([65, 0]).x);
});

test("a line is its first point and the steps from there", () => {
  assert.deepEqual(degrees([200, 1000, 20, -10, 0, 5], 20), [[50, 10], [49.5, 11], [49.75, 11]]);
  assert.deepEqual(degrees([], 20), []);
});

test("a large map leaves no gap, a small one stands in the middle", () => {
  const [left, right] = [projected(0, RIM.west).x, projected(0, RIM.east).x];
  const large = hold({ k: 1, x: 99_999, y: -99_999 }, { width: 900, height: 600 });
  near(left + large.x, 0);
  near(projected(RIM.south, 0).y + large.y, 600);
  const small = hold({ k: 0.02, x: -500, y: 0 }, { width: 900, height: 600 });
  near(left * 0.02 + small.x, 900 - (right * 0.02 + small.x));
});

const CLAIMS = [
  claim("1", "iran supplies shahed russia"),
  claim("2", "russia supports shahed dprk"),
  claim("3", "baykar supplies drones ukraine"),
  claim("4", "dprk supplies shells russia"),
];
const at = { iran: [32, 55], russia: [58, 45], dprk: [40, 126], ukraine: [50, 32] };
const model = modelOf(CLAIMS, { entities: Object.fromEntries(Object.entries(at).map(([id, place]) => [id, { at: place }])) });
const mapped = (fragment, top = 10) => {
  const state = parse(fragment);
  return onMap(model, state, viewOf(model, state, { tall: false, top }), top);
};
const lines = ({ shown }) => shown.scene.lines.map(({ from, to }) => `${from}>${to}`).sort();

test("the map has what has a place, and says what has none", () => {
  const map = mapped("view=map");
  assert.deepEqual([...map.shown.points.keys()].sort(), ["dprk", "iran", "russia"]);
  assert.deepEqual(lines(map), ["dprk>russia", "iran>russia", "russia>dprk"]);
  assert.deepEqual(map.placeless, ["baykar"]);
  assert.equal(map.shown.scene.left, 1);
  assert.deepEqual(map.shown.points.get("iran"), placed([32, 55]));
});

test("the overview is made of claims that the map can draw", () => {
  assert.deepEqual(lines(mapped("view=map", 3)), ["dprk>russia", "iran>russia", "russia>dprk"]);
});

test("what is made somewhere leads to the place", () => {
  const made = claim("5", "russia produces shahed -", { place: "yelabuga" });
  const places = { ...at, yelabuga: [55.8, 52] };
  const other = modelOf([made, claim("6", "baykar produces drones -", { place: "yelabuga" })],
    { entities: Object.fromEntries(Object.entries({ ...places }).map(([id, place]) => [id, { at: place }])) });
  const state = parse("view=map");
  const map = onMap(other, state, viewOf(other, state, { tall: false, top: 9 }), 9);
  assert.deepEqual(lines(map), ["russia>yelabuga"]);
  assert.equal(map.shown.scene.lines[0].claims[0], made);
  assert.deepEqual([...map.shown.points.keys()].sort(), ["russia", "yelabuga"]);
});

test("a line goes past an item that was opened, from the one end to the other", () => {
  const map = mapped("view=map&from=shahed&entity=shahed");
  assert.deepEqual(lines(map), ["iran>russia", "russia>dprk"]);
  assert.deepEqual(map.placeless, []);
  assert.deepEqual([...map.shown.lit.claims].sort(), ["1", "2"]);
});

test("selection and hiding are the picture's", () => {
  const map = mapped("view=map&claim=4&hide=iran");
  assert.deepEqual(lines(map), ["dprk>russia", "russia>dprk"]);
  assert.deepEqual([...map.shown.chosen.claims], ["4"]);
});
