import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/**
 * Subresource integrity for everything that runs. Scripts and preloads in the HTML carry their hash. A chunk that
 * is loaded later cannot (an import map would have to stand inline), so the HTML lists its hash in a meta element
 * and every dynamic import becomes a call of `loadVerified` (`src/client/verified-import.ts`), which preloads the
 * chunk with that hash first: an altered chunk never runs.
 */
export function integrityPlugin(): Plugin {
  return {
    name: "hop-thu-integrity",
    apply: "build",
    enforce: "pre",
    load: (id) => (id.includes(bundlersPreload) ? "export const __vitePreload = (load) => load();" : null),
    renderChunk: (code) => ({
      code: code.replaceAll(dynamicImport, "globalThis.loadVerified("),
      map: null,
    }),
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "asset" && file.fileName.endsWith(".html")) {
            file.source = withIntegrity(String(file.source), bundle);
          }
        }
      },
    },
  };
}

/** The bundler's own preloading, for which there is nothing left to do: a kilobyte before the first page works. */
const bundlersPreload = "vite/preload-helper";

const dynamicImport = /(?<![\w$.])import\((?=\s*["'`])/g;

/** `sha384-…` of a file's final text. */
function integrityOf(file: Bundle[string]): string {
  const content = file.type === "chunk" ? file.code : file.source;
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

function withIntegrity(html: string, bundle: Bundle): string {
  const tagged = html.replaceAll(
    /<(script|link)\b[^>]*?\b(?:src|href)="\/([^"]+)"[^>]*>/g,
    (tag, _, path: string) => {
      const file = bundle[path];
      return file === undefined ? tag : tag.replace(/\s*\/?>$/, ` integrity="${integrityOf(file)}">`);
    },
  );
  const preloadOf = (name: string) =>
    `<link rel="modulepreload" crossorigin href="/${name}" integrity="${integrityAt(bundle, name)}">`;
  const entries = chunksOf(bundle).filter(({ fileName }) => html.includes(`"/${fileName}"`));
  const early = new Set(entries.flatMap((entry) => [entry.fileName, ...staticImports(entry, bundle)]));
  const late = new Set(
    entries.flatMap((entry) => reachable(entry, bundle)).filter((name) => !early.has(name)),
  );
  const preloads = [...early]
    .filter((name) => !entries.some(({ fileName }) => fileName === name))
    .map(preloadOf);
  const list = [...late].sort().map((name) => describeChunk(bundle, name));
  const meta = list.length === 0 ? [] : [`<meta name="chunks" content="${list.join(" ")}">`];
  return tagged.replace("</head>", `${[...preloads, ...meta].join("\n    ")}\n  </head>`);
}

/** `name=hash`, then `,name` for each chunk that must be preloaded with it. */
function describeChunk(bundle: Bundle, name: string): string {
  const chunk = bundle[name];
  const needs = chunk?.type === "chunk" ? [...staticImports(chunk, bundle)] : [];
  return [`${name}=${integrityAt(bundle, name)}`, ...needs].join(",");
}

function integrityAt(bundle: Bundle, name: string): string {
  const file = bundle[name];
  if (file === undefined) throw new Error(`no such file in the bundle: ${name}`);
  return integrityOf(file);
}

function chunksOf(bundle: Bundle): Chunk[] {
  return Object.values(bundle).filter((file): file is Chunk => file.type === "chunk");
}

function staticImports(chunk: Chunk, bundle: Bundle, seen: Set<string> = new Set()): Set<string> {
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type !== "chunk" || seen.has(name)) continue;
    seen.add(name);
    staticImports(next, bundle, seen);
  }
  return seen;
}

function reachable(chunk: Chunk, bundle: Bundle, seen: Set<string> = new Set()): string[] {
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    const next = bundle[name];
    if (next?.type !== "chunk" || seen.has(name)) continue;
    seen.add(name);
    reachable(next, bundle, seen);
  }
  return [...seen];
}
