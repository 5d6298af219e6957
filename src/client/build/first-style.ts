import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { firstStyleHash } from "../../api/first-style.ts";

const stylesheet = /<link rel="stylesheet"[^>]* href="\/(assets\/[^"]+\.css)"[^>]*>/;

/**
 * Puts the first page's style sheet into the page itself: on a slow line it would come one way there and back later, and
 * nothing is painted before it. The content security policy names its hash, as it stands in the source; a build whose sheet
 * is another one fails here, and not in somebody's browser.
 */
export function firstStylePlugin(page: string): Plugin {
  return {
    name: "hop-thu-first-style",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const html = bundle[page];
      if (html?.type !== "asset") throw new Error(`no such page in the bundle: ${page}`);
      const text = String(html.source);
      const [link, name = ""] = stylesheet.exec(text) ?? [];
      const sheet = bundle[name];
      if (link === undefined || sheet?.type !== "asset") throw new Error(`${page} has no style sheet`);
      const style = String(sheet.source).trim();
      const hash = `sha256-${createHash("sha256").update(style).digest("base64")}`;
      if (hash !== firstStyleHash)
        throw new Error(
          `the first page's style sheet has changed: write ${hash} into src/api/first-style.ts`,
        );
      html.source = text.replace(link, () => `<style>${style}</style>`);
      delete bundle[name];
    },
  };
}
