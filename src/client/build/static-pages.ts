import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { helpPage } from "./help-page.ts";

const noScriptSheet = fileURLToPath(new URL("../citizen/no-script.css", import.meta.url));
const empty = "<main></main>";

/** The part that the script takes over, and nothing after it. */
const takenOver = /<div id="app">[\s\S]*?(?=<div class="stalled")/;

/**
 * Takes the formatter's white space out of what the script takes over. Each such text would be taken out by the script,
 * and the page be laid out anew, before the first press is obeyed. A space between words and an element stays.
 */
export function withoutFormatting(html: string): string {
  return html.replace(takenOver, (app) =>
    app
      .replaceAll(/\s+/g, " ")
      .replaceAll(/ (?=\/?>)/g, "")
      .replaceAll(/(<[a-z][^>]*>) /g, "$1")
      .replaceAll(/ (?=<\/)/g, "")
      .replaceAll(/(<\/[^>]+>) (?=<)/g, "$1"),
  );
}

/**
 * What is there without a script: the body of the help page, and the sheet that takes away the first page's buttons.
 * The sheet keeps its name and stands in a `noscript`, where the bundler would take it for one of every visitor's.
 */
export function staticPagesPlugin(): Plugin {
  return {
    name: "hop-thu-static-pages",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => withoutFormatting(html).replace(empty, helpPage),
    },
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "no-script.css",
        source: readFileSync(noScriptSheet, "utf8"),
      });
    },
  };
}
