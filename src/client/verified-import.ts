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

function preload(name: string): Promise<void> {
  const entry = chunks.get(name);
  // Chunks of the first load carry their hash in the HTML and are not listed.
  if (entry === undefined) return Promise.resolve();
  const known = preloaded.get(name);
  if (known !== undefined) return known;
  const loading = preloadLink(name, entry.integrity).catch((error: unknown) => {
    preloaded.delete(name);
    throw error;
  });
  preloaded.set(name, loading);
  return loading;
}

function preloadLink(name: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.crossOrigin = "anonymous";
    link.integrity = integrity;
    link.href = `/${name}`;
    link.addEventListener("load", () => {
      resolve();
    });
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error("chunk did not load"));
    });
    document.head.append(link);
  });
}

globalThis.loadVerified = async (specifier) => {
  const url = new URL(specifier, import.meta.url);
  const name = url.pathname.slice(1);
  await Promise.all([name, ...(chunks.get(name)?.needs ?? [])].map(preload));
  return (await import(/* @vite-ignore */ url.href)) as unknown;
};
