import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withoutFormatting } from "../../src/client/build/static-pages.ts";
import { renderFirstPage, renderNoscript, renderStalled } from "../support/first-page.tsx";

const file = fileURLToPath(new URL("../../src/client/citizen/index.html", import.meta.url));

/** White space between elements is the formatter's; everything else must be as the components say it. */
const plain = (html: string) =>
  html
    .replaceAll(/\s+/g, " ")
    .replaceAll(/> </g, "><")
    .replaceAll(/ ?(\/?>) ?/g, "$1")
    .replaceAll("/>", ">")
    .replaceAll(/ ?(<) ?/g, "$1");

test("the first page that is read before any script runs is the one that the script takes over", () => {
  const expected = { app: renderFirstPage(), noscript: renderNoscript(), stalled: renderStalled() };
  if (process.env["UPDATE_FIRST_PAGE"] === "1") {
    const html = readFileSync(file, "utf8").replace(
      /(?:<noscript\s*><section[\s\S]*<\/noscript\s*>\s*)?<div id="app">[\s\S]*<\/div>(?=\s*<\/body>)/,
      () => `${expected.noscript}\n    <div id="app">${expected.app}</div>\n    ${expected.stalled}`,
    );
    writeFileSync(file, html);
  }
  const html = plain(readFileSync(file, "utf8"));
  expect(html).toContain(plain(`<div id="app">${expected.app}</div>`));
  expect(html).toContain(plain(expected.noscript));
  expect(html).toContain(plain(expected.stalled));
});

test("what the script takes over is built without the formatter's white space: nothing is taken out, nothing laid out anew", () => {
  const built = withoutFormatting(readFileSync(file, "utf8"));
  const rendered = renderFirstPage().replaceAll("/>", "></path>");
  expect(built).toContain(`<div id="app">${rendered}</div>`);
});

test("the page of the posters says the same without a script, and when it does not start", () => {
  const html = plain(readFileSync(file.replace("index.html", "poster.html"), "utf8"));
  expect(html).toContain(plain(renderNoscript()));
  expect(html).toContain(plain(renderStalled()));
});

test("the first page names no unit of a level that may be abolished", () => {
  expect(renderFirstPage()).not.toMatch(/(?<!c)huyện/i);
});
