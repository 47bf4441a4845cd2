import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, nearest, toPlane, toScreen, zoomed } from "../../graph/export/viewer/camera.js";
import { asCsv, asTsv } from "../../graph/export/viewer/copy.js";
import { sidesOf } from "../../graph/export/viewer/disagree.js";
import { curveBetween, pointAt, strikePath } from "../../graph/export/viewer/geometry.js";
import { balanced } from "../../graph/export/viewer/dom.js";
import { apart, aroundSign, boxAround, Taken, wrapped } from "../../graph/export/viewer/labels.js";
import { Wording } from "../../graph/export/viewer/wording.js";
import { said } from "./sample.js";

test("a camera shows everything and leads back", () => {
  const points = [{ x: -900, y: 3 }, { x: 800, y: 500 }, { x: 0, y: -400 }];
  const size = { width: 390, height: 500 };
  const camera = fitting(points, size);
  for (const point of points) {
    const at = toScreen(camera, point);
    assert.ok(at.x > 0 && at.x < size.width && at.y > 0 && at.y < size.height);
    const back = toPlane(camera, at);
    assert.ok(Math.hypot(back.x - point.x, back.y - point.y) < 1e-6);
  }
  const closer = zoomed(camera, 2, { x: 100, y: 100 });
  const kept = toScreen(closer, toPlane(camera, { x: 100, y: 100 }));
  assert.ok(Math.hypot(kept.x - 100, kept.y - 100) < 1e-6);
  assert.equal(fitting([], size).k, 1);
});

test("arrow keys find the nearest sign in their direction", () => {
  const points = new Map([["a", { x: 0, y: 0 }], ["right", { x: 100, y: 10 }], ["far", { x: 300, y: 0 }], ["up", { x: 5, y: -80 }]]);
  assert.equal(nearest(points, "a", { x: 1, y: 0 }), "right");
  assert.equal(nearest(points, "a", { x: 0, y: -1 }), "up");
  assert.equal(nearest(points, "a", { x: -1, y: 0 }), null);
  assert.equal(nearest(points, "gone", { x: 1, y: 0 }), "a");
});

test("lines between two stay apart, and begin and end outside of the signs", () => {
  const [from, to] = [{ x: 0, y: 0 }, { x: 200, y: 0 }];
  const heights = [0, 1, 2].map((slot) => {
    const curve = curveBetween(from, to, { radii: [20, 20], slot, slots: 3, turned: false, gap: 17 });
    assert.ok(curve.from.x > 15 && curve.to.x < 185);
    return pointAt(curve, 0.5).y;
  });
  assert.ok(Math.abs(heights[0] - heights[1]) > 12 && Math.abs(heights[1] - heights[2]) > 12);
  const there = curveBetween(from, to, { radii: [0, 0], slot: 0, slots: 2, turned: false, gap: 17 });
  const back = curveBetween(to, from, { radii: [0, 0], slot: 1, slots: 2, turned: true, gap: 17 });
  assert.ok(Math.abs(pointAt(there, 0.5).y - pointAt(back, 0.5).y) > 12);
  const same = { x: 1, y: 1 };
  assert.ok(!curveText(curveBetween(same, same, { radii: [9, 9], slot: 0, slots: 1, turned: false, gap: 17 })).includes("NaN"));
  assert.equal(strikePath(there, 3, 5).match(/M/g)?.length, 3);
});

/** @param {object} curve */
const curveText = (curve) => JSON.stringify(curve, (_, value) => (Number.isNaN(value) ? "NaN" : value));

test("no label lies on another", () => {
  const taken = new Taken();
  const boxes = [];
  for (let i = 0; i < 60; i++) {
    const spot = taken.take(aroundSign({ x: (i * 37) % 200, y: (i * 53) % 150 }, 12, 70, 1, 12));
    if (spot) boxes.push(spot.box);
  }
  assert.ok(boxes.length > 5 && boxes.length < 60);
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.ok(apart(a, b))));
});

test("long names are wrapped and cut, and turn nothing around", () => {
  assert.deepEqual(wrapped("Shahed Aviation Industries"), ["Shahed Aviation", "Industries"]);
  assert.deepEqual(wrapped("a\u202eb\u0000\n c"), ["a b c"]);
  assert.ok(wrapped("W".repeat(1_000_000)).join("").length < 30);
  assert.ok(wrapped("one two three four five six seven eight nine ten eleven twelve").at(-1)?.endsWith("…"));
});

test("cells are no formulas and no new columns", () => {
  assert.equal(asTsv([["=1+1", "a\tb\nc", "-5"]]), "'=1+1\ta b c\t-5");
  assert.equal(asCsv([['say "hi", all', "@x"]]), "\"say \"\"hi\"\", all\",'@x\r\n");
});

test("what contradicts itself has sides", () => {
  const number = (quantity, more = {}) => said({ quantity, unit: "guns", ...more });
  const kinds = (items) => sidesOf(items).map(({ kind, items: own }) => `${kind} ${own.length}`);
  assert.deepEqual(kinds([number(120), number(370)]), ["number 1", "number 1"]);
  assert.deepEqual(kinds([number(200, { qualifier: "about" }), number(210)]), []);
  assert.deepEqual(kinds([number(5, { qualifier: "at_least" }), number(900)]), []);
  assert.deepEqual(kinds([number(100, { quantityMax: 150 }), number(140), number(151)]), ["number 2", "number 1"]);
  assert.deepEqual(kinds([number(5), said({ quantity: 900, unit: "tonnes" })]), [], "other units are not compared");
  assert.deepEqual(kinds([said(), said({ modality: "denied" })]), ["said 1", "denied 1"]);
  assert.deepEqual(kinds([said({ modality: "denied" })]), []);
});

test("a name keeps off what it should not lie on, if it can", () => {
  const spots = () => aroundSign({ x: 100, y: 100 }, 12, 40, 1, 12).filter(({ far }) => !far);
  const [below, above] = spots();
  const [heads, strokes] = [new Taken(), new Taken()];
  heads.add(boxAround({ x: 100, y: 118 }, 4));
  assert.deepEqual(new Taken().take(spots(), [heads]), above, "a line ends below");
  for (const { x, y } of [{ x: 100, y: 78 }, { x: 140, y: 100 }, { x: 60, y: 100 }]) strokes.add(boxAround({ x, y }, 4));
  assert.deepEqual(new Taken().take(spots(), [heads, strokes]), above, "rather on a line than on its head");
  const full = new Taken();
  for (const spot of spots()) if (spot.y !== below.y) full.add(spot.box);
  assert.deepEqual(full.take(spots(), [heads, strokes]), below, "rather on a head than nowhere");
});

test("marks of direction end with the text that they stand in", () => {
  assert.equal(balanced("a\u2067b"), "a\u2067b\u2069");
  assert.equal(balanced("a\u2069\u2069b\u2066c\u2069"), "ab\u2066c\u2069");
  assert.equal(balanced("\u202eplain"), "\u202eplain");
});

test("quantities are told in the page's language", () => {
  const german = new Wording({ at_least: "mindestens", about: "etwa" }, "de");
  assert.equal(german.figures(["at least 14,000 rounds", "about 200", "2400"]), "mindestens 14.000 rounds; etwa 200; 2.400");
  assert.equal(new Wording({ at_most: "at most" }, "en").figures(["at most 6000000 rounds", "0.5", "155 mm", "about face"]), "at most 6,000,000 rounds; 0.5; 155 mm; about face");
});
