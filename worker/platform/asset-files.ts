import type { StaticFiles } from "./platform.ts";

/**
 * Cloudflare's side of `StaticFiles`. The request that fetches a file is made here from the path alone: nothing
 * of the visitor's own request reaches it, so nothing of it can change the answer.
 */
export function createAssetFiles(assets: Fetcher): StaticFiles {
  return {
    async fetch(path, etag) {
      const headers = etag === null ? {} : { "if-none-match": etag };
      return assets.fetch(new Request(`https://files${path}`, { headers }));
    },
  };
}
