import assert from "node:assert/strict";
import { test } from "node:test";

import { Finder, plain } from "../../graph/export/viewer/find.js";
import { claim, modelOf } from "./sample.js";

const finder = new Finder(modelOf([claim("1", "iran supplies shahed russia"), claim("2", "russia supports shahed dprk")], {
  entities: {
    dprk: { name: "North Korea", aliases: ["DPRK", "Pjöngjang", "КНДР", "朝鮮"] },
    iran: { name: "Iran", aliases: ["Islamic Republic"] },
    shahed: { name: "Shahed-136", aliases: ["Geran-2"] },
  },
}));
const ids = (words) => finder.find(words, 5).map(({ entity }) => entity.id);

test("case, accents, hyphens and scripts do not matter", () => {
  for (const words of ["dprk", "PJÖNGJANG", "pjongjang", "pjoengjang", "кндр", "朝鮮", "north  korea", "korea"]) assert.deepEqual(ids(words), ["dprk"], words);
  assert.deepEqual(ids("shahed136"), ["shahed"]);
  assert.deepEqual(ids("shahed 136"), ["shahed"]);
  assert.equal(finder.find("geran", 1)[0].by, "Geran-2");
});

test("a plural finds its singular, and ae may stand for ä beside an ae that is none", () => {
  const items = new Finder(modelOf([claim("1", "idf operates guns"), claim("2", "idf operates shells")], {
    entities: {
      idf: { name: "IDF", aliases: ["Israelische Streitkräfte"] },
      guns: { name: "artillery pieces", aliases: ["Artilleriegeschütz", "Geschütz"] },
      shells: { name: "shells", aliases: ["Granate", "Granatenhülse"] },
    },
  }));
  const first = (words) => items.find(words, 1)[0]?.entity.id;
  assert.equal(first("Israelische Streitkraefte"), "idf");
  for (const words of ["Geschütze", "geschuetze", "Artilleriegeschuetzen"]) assert.equal(first(words), "guns", words);
  assert.deepEqual(items.find("Granaten", 5).map(({ by }) => by), ["Granate"]);
  assert.equal(first("ns"), undefined);
});

test("nothing is found by nothing, or by signs alone", () => {
  assert.deepEqual(ids(""), []);
  assert.deepEqual(ids(" -/() "), []);
  assert.equal(plain("Straße É"), "strasse e");
});

test("the same name comes first, then what begins so", () => {
  const many = new Finder(modelOf([claim("1", "iranian-guard supplies x new-iran"), claim("2", "iran supplies x y")]));
  assert.deepEqual(many.find("iran", 5).map(({ entity }) => entity.id), ["iran", "iranian-guard", "new-iran"]);
});
