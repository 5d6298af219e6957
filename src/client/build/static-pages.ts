import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { helpPage } from "./help-page.ts";

const noScriptSheet = fileURLToPath(new URL("../citizen/no-script.css", import.meta.url));
const empty = "<main></main>";

/**
 * What is there without a script: the body of the help page, and the sheet that takes away the first page's buttons.
 * The sheet keeps its name and stands in a `noscript`, where the bundler would take it for one of every visitor's.
 */
export function staticPagesPlugin(): Plugin {
  return {
    name: "hop-thu-static-pages",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => html.replace(empty, helpPage) },
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "no-script.css",
        source: readFileSync(noScriptSheet, "utf8"),
      });
    },
  };
}
