// SPDX-License-Identifier: GPL-2.0-only
// Opens reports in Chromium with no network, as people would: node report-test.mjs CHROMIUM DDNNSIM SCENARIOS
// It is started in the folder in which npm has put playwright-core.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { chromium } = createRequire(join(process.cwd(), "package.json"))("playwright-core");
const [browserPath, ddnnsim, scenarios] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ddnnsim-browser-"));

function simulate(name, ...words) {
  execFileSync(ddnnsim, ["run", ...words, "--out", join(folder, name)]);
  return join(folder, name, "report.html");
}

function readRuns(name) {
  const [head, ...rows] = readFileSync(join(folder, name, "runs.csv"), "utf8").trim().split("\n");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, i) => [head.split(",")[i], cell])));
}

/** A page that is drawn, and everything in it that must not be there. */
async function open(browser, file, options = {}) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // a busy machine
  const complaints = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && request.url() !== "file://" + file) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  await page.goto("file://" + file);
  await page.waitForSelector('body[data-state="drawn"], body[data-state="failed"]');
  assert.equal(await page.getAttribute("body", "data-state"), "drawn", complaints.join("\n"));
  return { page, complaints };
}

async function checkFits(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `the page is ${content} pixels wide in a window of ${window}`);
}

async function testSixTopologies(browser) {
  const file = simulate("figure2", ..."abcdef".split("").map((name) => join(scenarios, "figure2", name + ".yaml")));
  assert.ok(statSync(file).size < 4e6);
  const { page, complaints } = await open(browser, file);
  await checkFits(page);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.match(policy, /script-src( 'sha256-[A-Za-z0-9+\/]{43}=')+;/); // nothing else, no eval

  // Three figures of (c) as they stand in runs.csv.
  await page.selectOption("#variant", { label: "c" });
  const run = readRuns("figure2")[2];
  const read = (metric) => page.textContent(`.tiles:not([hidden]) [data-metric="${metric}"]`);
  assert.equal(await read("accuracy_percent"), (100 * run.accuracy).toFixed(1) + " %");
  assert.equal(await read("latency_p95_ms"), (1e3 * run.decision_latency_p95_s).toFixed(2) + " ms");
  assert.equal(await read("payload_bytes"), Number(run.payload_bytes).toFixed(1) + " B");

  await testCharts(page);
  await checkNames(page, "#chart-accuracy", 5); // of (c) and (e), which are close, one may have no room
  await testGallery(page);
  await testKeyboard(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  await checkFits(page);
  assert.deepEqual(complaints, []);
}

/** Names of points that are to be seen, none on another or on a point. */
async function checkNames(page, chart, least) {
  const measure = (selector) => page.$$eval(`${chart} ${selector}`, (marks) =>
    marks.filter((mark) => mark.getAttribute("opacity") !== "0").map((mark) => {
      const { left, top, right, bottom } = mark.getBoundingClientRect();
      return { text: mark.textContent || "a point", left, top, right, bottom };
    }));
  const names = await measure(".names_marks text");
  assert.ok(names.length >= least, `${chart} has ${names.length} names`);
  const marks = [...names, ...(await measure(".points_marks path"))];
  const cover = (one, other) => one.left + 1 < other.right && other.left + 1 < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
  names.forEach((one, i) => marks.slice(i + 1).forEach((other) => assert.ok(!cover(one, other), `${one.text} is on ${other.text}`)));
  return names.map((name) => name.text);
}

/** The tabulator key gets to everything that can be operated, and the variant can be chosen with keys. */
async function testKeyboard(page) {
  const missed = () => page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, select, summary, [tabindex='0']")].filter((one) => one.checkVisibility() && !one.dataset.reached).map((one) => one.outerHTML.slice(0, 80)));
  await page.evaluate(() => document.activeElement.blur());
  await page.evaluate(() => addEventListener("focusin", (event) => { event.target.dataset.reached = "yes"; }));
  const count = (await missed()).length;
  assert.ok(count > 40, "what can be operated is not found");
  for (let i = 0; i < count + 5; ++i) {
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(await missed(), []);
  await page.focus("#variant");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getAttribute(".tiles:not([hidden])", "aria-label"), "Key figures of b");
}

async function testCharts(page) {
  for (const figure of await page.$$("figure.chart")) {
    const drawn = await figure.$$eval(".plot svg .mark-symbol path, .plot svg .mark-rect path, .plot svg .mark-line path, .plot svg .mark-rule line", (marks) => marks.length);
    assert.ok(drawn > 0, `${await figure.getAttribute("id")} is empty`);
    assert.ok(await figure.$(".plot svg[aria-label], .plot [aria-label]"), "no text instead of the picture");
  }
  const button = await page.$("figure.chart .legend button");
  if (button) {
    await testLegend(page, button);
  }
}

/** A series disappears at a click and comes back at a key. */
async function testLegend(page, button) {
  const figure = await button.evaluateHandle((element) => element.closest("figure"));
  const count = () => figure.$$eval(".plot svg .mark-symbol path, .plot svg .mark-rect path", (marks) => marks.length);
  const before = await count();
  await button.click();
  await page.waitForTimeout(200);
  assert.ok((await count()) < before, "the series is still there");
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  assert.equal(await count(), before);
}

async function testGallery(page) {
  if (!(await page.$(".filters"))) {
    return;
  }
  const visible = () => page.$$eval(".story", (stories) => stories.filter((story) => !story.hidden).map((story) => story.dataset.right));
  const before = await visible();
  await page.selectOption('.filters select[name="right"]', "no");
  const wrong = await visible();
  assert.ok(wrong.length > 0 && wrong.length < before.length);
  assert.ok(wrong.every((right) => right === "no"));
  const drawn = await page.$$eval(".story img", (images) => images.every((image) => image.naturalWidth === 32));
  assert.ok(drawn, "a picture is not shown");
}

/** A name that would be markup if anybody let it, and, in the files of the results, is very long. */
async function testHostileNames(browser) {
  const name = `</script><script>alert(1)</script><img src=x onerror=alert(2)>'"&{{title}}LONG`;
  const path = join(folder, "hostile.yaml");
  writeFileSync(path, `name: ${JSON.stringify(name)}\nnetwork: ${join(scenarios, "networks", "c.npz")}\nworkload: {samples: 20}\n`);
  const report = simulate("hostile", path);
  for (const file of ["runs.csv", "manifest.json"]) {
    const text = readFileSync(join(folder, "hostile", file), "utf8");
    writeFileSync(join(folder, "hostile", file), text.replaceAll("LONG", "x".repeat(10000)));
  }
  execFileSync(ddnnsim, ["report", join(folder, "hostile")]);
  const { page, complaints } = await open(browser, report);
  assert.equal(await page.$("img[src=x]"), null);
  assert.ok((await page.textContent("#head tbody th")).startsWith(name.slice(0, 60)));
  await checkFits(page);
  assert.deepEqual(complaints, []);
}

/** Variants of a sweep that are all in one place: numbers, and the legend says what they are. */
async function testSweep(browser) {
  const results = join(folder, "sweep");
  mkdirSync(results);
  const rates = Array.from({ length: 14 }, (_, i) => `${i + 1}Mbps`);
  const files = {
    "manifest.json": "{}",
    "runs.csv": "scenario,run,seed,replication,links.backhaul.rate,samples,accuracy,payload_bytes\n" +
      rates.map((rate, i) => `s,${i + 1},1,1,${rate},1,1,62\n`).join(""),
    "samples.csv": "run,capture_s,label\n",
    "links.csv": "run,link,direction,kind,bytes\n",
    "nodes.csv": "run,node,tier\n",
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(results, name), text);
  }
  execFileSync(ddnnsim, ["report", results]);
  const { page, complaints } = await open(browser, join(results, "report.html"));
  assert.deepEqual(await checkNames(page, "#chart-accuracy", 1), ["1, 2, \u2026 (14)"]);
  const last = page.locator("#chart-accuracy .legend button").last();
  assert.match(await last.textContent(), /14\s+rate 14Mbps/);
  await last.click();
  await page.waitForFunction(() => document.querySelector("#chart-accuracy .names_marks text").textContent.endsWith("(13)"));
  assert.deepEqual(complaints, []);
}

async function testSmallDarkAndPaper(browser) {
  const { page, complaints } = await open(browser, join(folder, "figure2", "report.html"), {
    viewport: { width: 400, height: 800 },
    colorScheme: "dark",
  });
  await checkFits(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(await background(), "rgb(255, 255, 255)");
  await page.emulateMedia({ media: "print" });
  assert.equal(await background(), "rgb(255, 255, 255)");
  assert.deepEqual(complaints, []);
}

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
try {
  await testSixTopologies(browser);
  await testHostileNames(browser);
  await testSweep(browser);
  await testSmallDarkAndPaper(browser);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
