import assert from "node:assert/strict";
import { test } from "node:test";

import { Heap, shortest } from "../../graph/export/viewer/path.js";
import { claim } from "./sample.js";

const CLAIMS = [
  claim("1", "iran supplies shahed russia"),
  claim("2", "russia supports shahed dprk"),
  claim("3", "iran supplies shells dprk", { modalities: [["denied", 1]] }),
  claim("4", "france produces wine"),
];
const way = (from, to, claims = CLAIMS) => shortest(claims, from, to)?.map(({ claim: { id } }) => id);

test("what is done counts more than what is denied", () => {
  assert.deepEqual(way("iran", "russia"), ["1"]);
  assert.deepEqual(way("shahed", "dprk"), ["2"]);
  assert.deepEqual(way("iran", "dprk"), ["1", "2"]);
});

test("what goes the way that is asked for comes first", () => {
  const both = [claim("back", "dprk supplies shells russia", { origins: 9 }), claim("there", "russia supplies oil dprk")];
  assert.deepEqual(way("russia", "dprk", both), ["there"]);
  assert.deepEqual(way("dprk", "russia", both), ["back"]);
});

test("no way, no steps", () => {
  assert.equal(shortest(CLAIMS, "iran", "france"), null);
  assert.equal(shortest(CLAIMS, "iran", "nobody"), null);
  assert.deepEqual(shortest(CLAIMS, "iran", "iran"), []);
});

test("a heap gives the least first", () => {
  const heap = new Heap();
  const numbers = Array.from({ length: 200 }, (_, i) => (i * 7919) % 211);
  for (const number of numbers) heap.push(number, String(number));
  const sorted = [...numbers].sort((a, b) => a - b).map(String);
  assert.deepEqual(numbers.map(() => heap.pop()), sorted);
  assert.equal(heap.pop(), null);
});
