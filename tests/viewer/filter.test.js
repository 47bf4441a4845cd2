import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, originSteps, passing } from "../../graph/export/viewer/filter.js";
import { NO_FILTER } from "../../graph/export/viewer/state.js";
import { claim, modelOf, said } from "./sample.js";

const model = modelOf(
  [
    claim("gave", "iran supplies shahed russia", { origins: 3 }),
    claim("denied", "iran supplies shells yemen", { modalities: [["denied", 1]] }),
    claim("made", "iran produces shahed"),
  ],
  {
    entities: { shahed: { category: "aircraft" } },
    evidence: {
      gave: [
        said({ days: ["2022-09-01", "2022-12-31"] }),
        said({ modality: "planned", days: ["2024-01-01", null], article: "a2" }),
      ],
      denied: [said({ modality: "denied", days: ["2023-05-02", "2023-05-02"] })],
      made: [said({ days: null, article: "a2" })],
    },
  },
);
const ids = (filter) => passing(model, { ...NO_FILTER, ...filter }).map(({ id }) => id);

test("each filter alone", () => {
  assert.deepEqual(ids({}), ["gave", "denied", "made"]);
  assert.deepEqual(ids({ relations: ["produces"] }), ["made"]);
  assert.deepEqual(ids({ categories: ["aircraft"] }), ["gave", "made"]);
  assert.deepEqual(ids({ categories: ["-"] }), ["denied"]);
  assert.deepEqual(ids({ modalities: ["planned", "denied"] }), ["gave", "denied"]);
  assert.deepEqual(ids({ grades: ["-"] }), ["gave", "made"]);
  assert.deepEqual(ids({ origins: 2 }), ["gave"]);
});

test("a period takes in what overlaps it; what has no time is out", () => {
  assert.deepEqual(ids({ since: "2022-12", until: "2022-12" }), ["gave"]);
  assert.deepEqual(ids({ since: "2030" }), ["gave"], "since 2024 has no end");
  assert.deepEqual(ids({ until: "2022-08" }), []);
  assert.deepEqual(ids({ since: "2023-05-02", until: "2023-05-02" }), ["denied"]);
});

test("one assertion must have all that is asked of assertions", () => {
  assert.deepEqual(ids({ modalities: ["planned"], until: "2023" }), [], "the plan is of 2024");
  assert.deepEqual(ids({ modalities: ["planned"], grades: ["B"] }), []);
  assert.deepEqual(ids({ modalities: ["planned"], grades: ["-"] }), ["gave"]);
});

test("counts say what each choice would leave", () => {
  assert.deepEqual([...counts(model, NO_FILTER, "relations")], [["supplies", 2], ["produces", 1]]);
  assert.deepEqual([...counts(model, { ...NO_FILTER, relations: ["supplies"] }, "relations")], [["supplies", 2], ["produces", 1]]);
  assert.deepEqual([...counts(model, { ...NO_FILTER, until: "2023" }, "modalities")], [["reported", 1], ["denied", 1]]);
  assert.deepEqual(originSteps(model, NO_FILTER), [[1, 3], [3, 1]]);
});
