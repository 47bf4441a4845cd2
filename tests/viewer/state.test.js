import assert from "node:assert/strict";
import { test } from "node:test";

import { format, isFiltered, NO_FILTER, parse, START } from "../../graph/export/viewer/state.js";

test("a state comes back from its fragment as it was, whatever ids hold", () => {
  const state = {
    ...START, view: "table", from: "a,b&c=d#%", top: 30, open: ["x,y", "ü"], full: ["x,y"], pin: [{ id: "p@q", x: -3, y: 40 }],
    hide: ["</script>"], path: ["__proto__", "constructor"], entity: "e", claim: "c", between: ["a", "b"],
    filter: { relations: ["supplies"], categories: ["-"], modalities: ["denied"], grades: ["A", "B"], origins: 2, since: "2024", until: "2025-02" },
  };
  assert.deepEqual(parse(`#${format(state)}`), state);
  assert.equal(format(START), "");
});

test("what is broken counts as not said", () => {
  assert.deepEqual(parse("#entity=%E0%A4%A&top=-4&origins=none&since=yesterday&pin=x@1&pin=y@a@b&between=one&view=globe&&=="), START);
  assert.equal(parse("pin=a@1e9@2").pin.length, 0);
});

test("only filters count as filters", () => {
  assert.equal(isFiltered(NO_FILTER), false);
  assert.equal(isFiltered({ ...NO_FILTER, until: "2024" }), true);
});
