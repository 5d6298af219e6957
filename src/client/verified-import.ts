// Every dynamic import of the built pages becomes a call of `loadVerified` (src/client/build/integrity.ts): the
// chunk and all it needs are preloaded with the hash that stands in the HTML, and only then imported.

declare global {
  var loadVerified: (specifier: string) => Promise<unknown>;
}

type ChunkEntry = { readonly integrity: string; readonly needs: readonly string[] };

function readChunks(): ReadonlyMap<string, ChunkEntry> {
  const content = document.querySelector('meta[name="chunks"]')?.getAttribute("content") ?? "";
  const entries = content.split(" ").filter((part) => part !== "");
  return new Map(
    entries.map((part) => {
      const [described = "", ...needs] = part.split(",");
      const at = described.indexOf("=");
      return [described.slice(0, at), { integrity: described.slice(at + 1), needs }];
    }),
  );
}

const chunks = readChunks();
const preloaded = new Map<string, Promise<void>>();
const canPreload = document.createElement("link").relList.supports("modulepreload");

function preload(name: string): Promise<void> {
  const entry = chunks.get(name);
  // Chunks of the first load carry their hash in the HTML and are not listed.
  if (entry === undefined) return Promise.resolve();
  const known = preloaded.get(name);
  if (known !== undefined) return known;
  const loading = (canPreload ? settled(linkTo(name, entry)) : runAfterNeeds(name, entry)).catch(
    (error: unknown) => {
      preloaded.delete(name);
      throw error;
    },
  );
  preloaded.set(name, loading);
  return loading;
}

function linkTo(name: string, { integrity }: ChunkEntry): HTMLElement {
  const link = document.createElement("link");
  return Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity, href: `/${name}` });
}

/**
 * Firefox before 115 and Safari before 17 know no preloading of modules and would say nothing for ever. A script
 * element carries a hash too, and what has run once is what an import then gets; its needs must have run before, or
 * they would be fetched without a hash. These browsers do not enforce trusted types, which would forbid the address.
 */
async function runAfterNeeds(name: string, { integrity, needs }: ChunkEntry): Promise<void> {
  await Promise.all(needs.map(preload));
  const script = document.createElement("script");
  await settled(
    Object.assign(script, { type: "module", crossOrigin: "anonymous", integrity, src: `/${name}` }),
  );
}

function settled(element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => {
      resolve();
    });
    element.addEventListener("error", () => {
      element.remove();
      reject(new Error("chunk did not load"));
    });
    document.head.append(element);
  });
}

globalThis.loadVerified = async (specifier) => {
  const url = new URL(specifier, import.meta.url);
  const name = url.pathname.slice(1);
  await Promise.all([name, ...(chunks.get(name)?.needs ?? [])].map(preload));
  return (await import(/* @vite-ignore */ url.href)) as unknown;
};
