import type { Context, Handler } from "hono";
import type { StaticFiles } from "../platform/platform.ts";
import { answerRefusal } from "./errors.ts";
import type { Side } from "./headers.ts";

/** Plain names only: nothing that some layer below could decode into another path. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;

/** Built files whose name holds the digest of their content. */
const hashedPath = /^\/assets\//;

/** All of one length, padded with spaces, which any compression on the way would take out again. */
const keyRecordPath = /^\/keys\/[a-z0-9-]+\.json$/;

/** Whom a case may be wrapped to: for officers alone. */
const rosterPath = /^\/rosters\/[a-z0-9-]+\.json$/;

/**
 * Serves a host's own files, and the directory and key records, which both hosts share. The citizen's host answers
 * `no-store` for everything: after a visit no file of it may lie in a cache of the phone. Officers sit at their
 * desks, so hashed files are kept there.
 */
export function createFileHandler(files: StaticFiles, side: Side, demo: boolean): Handler {
  return async function serveFile(c: Context): Promise<Response> {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return answerRefusal(c, "not-found");
    const path = new URL(c.req.url).pathname;
    if (!plainPath.test(path) || (isDemoPath(path) && !(demo && side === "citizen"))) {
      return answerRefusal(c, "not-found");
    }
    const kept = side === "officer" && hashedPath.test(path);
    const response = await fetchFirst(
      files,
      filesFor(side, path),
      kept ? c.req.header("if-none-match") : undefined,
    );
    if (response === undefined) return answerRefusal(c, "not-found");
    return kept ? keepForever(response) : passOn(response, keyRecordPath.test(path));
  };
}

function isDemoPath(path: string): boolean {
  return /^\/demo(?:[./]|$)/.test(path);
}

/** Where the file of a path may lie, in the built site. */
function filesFor(side: Side, path: string): readonly string[] {
  if (path === "/directory.json" || keyRecordPath.test(path)) return [`/org${path}`];
  if (rosterPath.test(path)) return side === "officer" ? [`/org${path}`] : [];
  if (path.endsWith("/")) return [`/${side}${path}index.html`];
  if (/\.[a-z0-9]+$/.test(path)) return [`/${side}${path}`];
  return [`/${side}${path}.html`, `/${side}${path}/index.html`];
}

async function fetchFirst(
  files: StaticFiles,
  paths: readonly string[],
  etag: string | undefined,
): Promise<Response | undefined> {
  for (const path of paths) {
    const response = await files.fetch(path, etag ?? null);
    if (response.status === 200 || response.status === 304) return response;
    await response.body?.cancel();
  }
  return undefined;
}

function passOn(response: Response, asItIs: boolean): Response {
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  const headers = new Headers({ "content-type": type });
  if (asItIs) headers.set("cache-control", "no-store, no-transform");
  return new Response(response.body, { headers });
}

function keepForever(response: Response): Response {
  const headers = new Headers({ "cache-control": "public, max-age=31536000, immutable" });
  for (const name of ["content-type", "etag"]) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers });
}
