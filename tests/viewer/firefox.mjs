// Goes through a page in a real Firefox that reaches no network: node firefox.mjs PROGRAM PAGE PROFILE
// The page is the demo's. Fails where something is not there, is asked for, or is said on the console.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

const PATIENCE = 60_000; // milliseconds for a step; two busy cores need some seconds
const NOBODY = { http: "127.0.0.1", http_port: 9, ssl: "127.0.0.1", ssl_port: 9 }; // a proxy that takes no call
const [program = "", file = "", userDataDir = ""] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const trouble = [];

const browser = await puppeteer.launch({
  browser: "firefox", executablePath: program, userDataDir, headless: true, timeout: 2 * PATIENCE, protocolTimeout: 2 * PATIENCE,
  extraPrefsFirefox: {
    "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": true,
    ...Object.fromEntries(Object.entries(NOBODY).map(([key, value]) => [`network.proxy.${key}`, value])),
    "datareporting.policy.dataSubmissionEnabled": false, "browser.aboutwelcome.enabled": false, "intl.accept_languages": "en-GB",
    "app.update.disabledForTesting": true, "toolkit.telemetry.enabled": false,
  },
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { trouble.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("request", (request) => {
    const own = request.url().startsWith(address) || /^(data|blob):/.test(request.url()); // Firefox has a font of its own as data
    if (!own) trouble.push(`request: ${request.url()}`);
  });
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(address);

  const count = (selector) => page.$$eval(selector, (all) => all.length);
  // asked from outside: the page's policy lets no driver wait within it
  const until = async (what, condition) => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const seen = await condition();
      if (seen) return seen;
      assert.ok(Date.now() < end, `${what}: not within ${PATIENCE} ms`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const said = (selector, words) => until(`${selector} says ${words}`, () => page.$$eval(selector, (all, text) => all.some((one) => one.textContent.includes(text)), words));
  const press = (selector) => page.$eval(selector, (one) => one.click());

  await until("the picture", async () => (await count("#canvas .node")) > 10 && (await count("#canvas .line")) > 10);

  // search, and begin there
  await page.focus(".search input");
  await page.keyboard.type("shahed");
  await until("a list of names", () => count("#found [role=option]"));
  await page.keyboard.press("Enter");
  await said("#panel h2", "Shahed");
  const before = await count("#canvas .node");
  assert.ok(before >= 2);

  // expand: a real click on a sign that has more neighbours
  const sign = await page.$("#canvas .node[data-node='russia']");
  assert.ok(sign, "Russia is drawn");
  await sign.click();
  await said("#panel h2", "Russia");
  await until("neighbours", async () => (await count("#canvas .node")) > before);

  // evidence: by the keyboard from the sign to a line
  await page.$eval("#canvas .node[data-node='russia']", (one) => one.focus());
  await page.keyboard.press("l");
  await page.keyboard.press("Enter");
  await until("quotes", () => count("#panel blockquote, #panel .card"));
  assert.match(await page.evaluate("location.hash"), /claim=|between=/);

  // the other views, the same state
  await press("#views [data-view=map]");
  await until("the map", async () => (await count("#atlas .ground-map path")) === 4 && (await count("#atlas .node")) > 1);
  await (await page.$("#atlas .node[data-node='russia']"))?.click();
  await said("#panel h2", "Russia");
  await press("#views [data-view=matrix]");
  await until("the matrix", () => count(".matrix td.filled"));
  await press(".matrix td.filled button");
  await until("what stands in a cell", async () => /claim=|between=/.test(await page.evaluate("location.hash")));
  await until("its quotes", () => count("#panel blockquote, #panel .card"));
  await press("#views [data-view=table]");
  await until("the table", () => count("#table tbody tr"));

  // back through them, as the browser does it
  await page.goBack();
  await until("the matrix again", () => count(".matrix td.filled"));
  assert.deepEqual(trouble, []);
} finally {
  await browser.close();
}
