import assert from "node:assert/strict";
import { test } from "node:test";

import { passing } from "../../graph/export/viewer/filter.js";
import { sceneOf } from "../../graph/export/viewer/scene.js";
import { Source } from "../../graph/export/viewer/source.js";
import { parse, START } from "../../graph/export/viewer/state.js";
import { claim, modelOf, said } from "./sample.js";

const SERVED = { first: 2, claims: 9, entities: 20, articles: 5, choices: {} };
const part = (claims, more = {}) => ({ unquoted: 0, entities: [], articles: [], claims, evidence: [], places: [], ...more });

/** A page with two claims of nine, and a server that answers with what is given for a question. */
function served(answers = {}) {
  const model = modelOf([claim("1", "iran supplies shahed russia", { origins: 3 }), claim("2", "russia supports shahed dprk", { origins: 2 })], { served: SERVED });
  const source = new Source(model, SERVED);
  const asked = [];
  source.fetched = async (name, values) => {
    asked.push(`${name}?${new URLSearchParams(values)}`);
    const answer = answers[name];
    if (answer instanceof Error) throw answer;
    return answer ?? part([]);
  };
  return { model, source, asked };
}

const names = (questions) => questions.map(({ name, ids, top }) => [name, ...ids, top].join(" "));
const lacking = (source, fragment) => names(source.lacking(parse(fragment)));

test("the first page lacks nothing; every other state says what it needs", () => {
  const { source } = served();
  assert.deepEqual(lacking(source, ""), []);
  assert.deepEqual(lacking(source, "top=120"), ["strongest 120"]);
  assert.deepEqual(lacking(source, "relation=supplies"), ["strongest 2"]);
  assert.deepEqual(lacking(source, "view=table"), ["strongest 500"]);
  assert.deepEqual(lacking(source, "from=china&open=iran&full=iran"), ["around china 200", "around iran 1500"]);
  assert.deepEqual(lacking(source, "path=iran,dprk"), ["path iran dprk 1"]);
  assert.deepEqual(lacking(source, "between=iran,dprk"), ["between iran dprk 200"]);
  assert.deepEqual(lacking(source, "claim=7"), ["claim 7 1"]);
  assert.deepEqual(lacking(source, "pin=china@1@2&hide=iran,cuba"), ["entities china cuba 1"]);
  assert.deepEqual(lacking(source, `open=${Array.from({ length: 99 }, (_, i) => `e${i}`)}`).length, 60);
});

test("what was answered is not asked again, but more of it is", async () => {
  const { source, model, asked } = served({ around: part([claim("3", "china supplies shells russia")], { number: 7 }) });
  const state = parse("from=china&since=2024");
  for (const question of source.lacking(state)) await source.ask(question);
  assert.deepEqual(asked, ["around?id=china&top=200&since=2024"]);
  assert.deepEqual(source.lacking(state), []);
  assert.equal(model.numberOf("china", state.filter), 7);
  assert.equal(model.numberOf("china", START.filter), null);
  source.wish("china");
  assert.deepEqual(names(source.lacking(state)), ["around china 400"]);
});

test("what comes in stands in its order, and replaces nothing by less", () => {
  const { model } = served();
  model.add(part([claim("0", "iran produces shahed", { origins: 2 }), claim("3", "cuba supplies x y", { origins: 5 })], {
    entities: [{ id: "iran", name: "Iran", kind: "state", claims: 40 }],
    evidence: [{ claim: "1", items: [said(), said()] }],
  }));
  assert.deepEqual(model.data.claims.map(({ id }) => id), ["3", "1", "2", "0"]);
  assert.equal(model.claimsOf("iran").length, 2);
  model.add(part([], { entities: [{ id: "iran", name: "Iran", kind: "state" }], evidence: [{ claim: "1", items: [said()] }] }));
  assert.equal(model.entities.get("iran").claims, 40);
  assert.equal(model.evidence.get("1").length, 2);
  assert.equal(model.isPartial(claim("1", "a supplies b", { assertions: 3 })), true);
});

test("signs tell how much the store has, a filter passes what the server says that passes", () => {
  const { model } = served();
  model.add(part([], { entities: [{ id: "russia", name: "russia", kind: "state", claims: 30 }], evidence: [{ claim: "1", items: [said({ modality: "denied" })] }] }));
  const drawn = (filter) => sceneOf(model, { ...START, filter }, passing(model, filter), { top: 9 }).nodes.get("russia");
  assert.deepEqual([drawn(START.filter).claims, drawn(START.filter).more], [30, 28]);
  const filter = { ...START.filter, modalities: ["planned"] };
  assert.deepEqual(passing(model, filter), []);
  model.passes([model.claims.get("1")], filter, "", 4);
  assert.deepEqual(passing(model, filter).map(({ id }) => id), ["1"]);
  assert.equal(model.numberOf("", filter), 4);
  assert.equal(model.numberOf("", START.filter), 9);
});

test("without an answer the page goes on, and asks again when it is told to", async () => {
  const { source } = served({ around: new Error("gone"), search: new Error("gone") });
  const state = parse("from=china");
  for (const question of source.lacking(state)) await source.ask(question);
  assert.equal(source.trouble, "gone");
  assert.deepEqual(source.lacking(state), []);
  assert.deepEqual(await source.search("x"), []);
  source.again();
  assert.deepEqual([source.trouble, names(source.lacking(state))], ["", ["around china 200"]]);
});
