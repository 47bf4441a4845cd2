import assert from "node:assert/strict";
import { test } from "node:test";

import { placesOf, room } from "../../graph/export/viewer/place.js";
import { sceneOf } from "../../graph/export/viewer/scene.js";
import { START } from "../../graph/export/viewer/state.js";
import { claim, modelOf } from "./sample.js";

const CLAIMS = [
  claim("1", "iran supplies shahed russia"),
  claim("2", "russia supports shahed dprk"),
  claim("3", "dprk supplies shells russia"),
  claim("4", "iran supplies drones yemen"),
  claim("5", "china supplies shells russia"),
];
const model = modelOf(CLAIMS, { entities: { shahed: { parents: ["drones"] } } });
const scene = (state, how = { top: 0 }) => sceneOf(model, { ...START, ...state }, model.data.claims, how);
const lines = (drawn) => drawn.lines.map(({ from, to }) => `${from}>${to}`).sort();

test("the overview has the best attested claims, items as words", () => {
  const drawn = scene({}, { top: 2 });
  assert.deepEqual([...drawn.nodes.keys()].sort(), ["dprk", "iran", "russia"]);
  assert.deepEqual(lines(drawn), ["iran>russia", "russia>dprk"]);
  assert.equal(drawn.left, 3);
  assert.equal(drawn.nodes.get("russia").more, 2);
});

test("opening and hiding", () => {
  assert.deepEqual([...scene({ from: "yemen" }).nodes.keys()], ["yemen", "iran"]);
  assert.deepEqual([...scene({ from: "yemen", open: ["iran"] }).nodes.keys()], ["yemen", "iran", "russia"]);
  assert.deepEqual([...scene({ from: "yemen", open: ["iran"], hide: ["russia"] }).nodes.keys()], ["yemen", "iran"]);
  assert.deepEqual([...scene({ from: "yemen", pin: [{ id: "china", x: 0, y: 0 }] }).nodes.keys()], ["yemen", "iran", "china"]);
  assert.deepEqual([...scene({ from: "nobody" }).nodes.keys()], []);
});

test("an item that was asked for stands in the picture, its kinds with it", () => {
  const drawn = scene({ from: "drones" });
  assert.deepEqual(lines(drawn), ["drones>yemen", "iran>drones", "iran>shahed", "russia>shahed", "shahed>dprk", "shahed>russia"]);
});

test("more than four lines between two ends become one for each relation", () => {
  const many = modelOf(Array.from({ length: 6 }, (_, i) => claim(`c${i}`, `iran supplies item${i} russia`)));
  const at = (between) => sceneOf(many, { ...START, between }, many.data.claims, { top: 9 });
  assert.equal(at([]).lines.length, 1);
  assert.equal(at([]).lines[0].claims.length, 6);
  assert.equal(at(["russia", "iran"]).lines.length, 6);
});

test("places: stable, apart, givers left and takers right", () => {
  const how = { given: new Map(), names: (id) => id, path: [], tall: false };
  const before = placesOf(scene({ from: "russia" }), how);
  const after = placesOf(scene({ from: "russia", open: ["iran"] }), how);
  for (const [id, at] of before) assert.deepEqual(after.get(id), at, id);
  assert.ok(before.get("china").x < before.get("russia").x);
  const all = [...after];
  for (const [a, p] of all) {
    for (const [b, q] of all) {
      if (a === b) continue;
      const wide = (room(a).width + room(b).width) / 2;
      assert.ok(Math.abs(p.x - q.x) >= wide || Math.abs(p.y - q.y) >= room(a).height, `${a} ${b}`);
    }
  }
});

test("five hundred neighbours find room, too", () => {
  const hub = modelOf(Array.from({ length: 500 }, (_, i) => claim(`c${i}`, `state${i} supplies item hub`)));
  const drawn = sceneOf(hub, { ...START, from: "hub", full: ["hub"] }, hub.data.claims, { top: 0 });
  const points = placesOf(drawn, { given: new Map(), names: (id) => id, path: [], tall: true });
  assert.equal(new Set([...points.values()].map(({ x, y }) => `${x} ${y}`)).size, 501);
});
