import { Hono } from "hono";
import { createAuditRoutes } from "./audit/audit.routes.ts";
import { createCaseRoutes } from "./cases/cases.routes.ts";
import { createSearchRoutes } from "./cases/cases.search.routes.ts";
import type { DirectorySource } from "./committees/committees.directory.ts";
import { createDemoRoutes } from "./demo/demo.routes.ts";
import { answerError, answerRefusal } from "./http/errors.ts";
import { fixHeaders } from "./http/headers.ts";
import { createSessionGuard, type WithSession } from "./http/session.ts";
import { createFileHandler } from "./http/static-files.ts";
import { createBookRoutes } from "./officers/officers.book.routes.ts";
import { createLoginRoutes, createLogoutRoutes, createPasskeyRoutes } from "./officers/officers.routes.ts";
import type { Platform } from "./platform/platform.ts";
import { createBoxRoutes } from "./reports/reports.routes.ts";

/** What the citizen's host answers: the box, the pages, the directory; in a demonstration also its tour. */
export function createCitizenApp(platform: Platform, source: DirectorySource): Hono {
  const app = new Hono().route("/", createBoxRoutes(platform, source));
  if (platform.demo) app.route("/", createDemoRoutes(platform, source));
  return app
    .all("*", createFileHandler(platform.files, "citizen", platform.demo))
    .notFound((c) => answerRefusal(c, "not-found"))
    .onError(answerError);
}

/** What the officers' host answers. Under /api/officer only what stands above the guard is open. */
export function createOfficerApp(platform: Platform, source: DirectorySource): Hono<WithSession> {
  return new Hono<WithSession>()
    .route("/api/officer", createLoginRoutes(platform))
    .use("/api/officer/*", createSessionGuard(platform))
    .route("/api/officer", createLogoutRoutes(platform))
    .route("/api/officer", createPasskeyRoutes(platform))
    .route("/api/officer", createBookRoutes(platform))
    .route("/api/officer", createCaseRoutes(platform, source))
    .route("/api/officer", createSearchRoutes(platform, source))
    .route("/api/officer", createAuditRoutes(platform))
    .all("*", createFileHandler(platform.files, "officer", platform.demo))
    .notFound((c) => answerRefusal(c, "not-found"))
    .onError(answerError);
}

/** Both hosts behind one door. A host that is neither gets what a missing page gets. */
export function createServer(
  platform: Platform,
  source: DirectorySource,
  hosts: { readonly citizen: string; readonly officer: string },
): { fetch(request: Request): Promise<Response> } {
  const citizen = createCitizenApp(platform, source);
  const officer = createOfficerApp(platform, source);
  const nowhere = new Hono().notFound((c) => answerRefusal(c, "not-found"));
  return {
    async fetch(request) {
      const { host } = new URL(request.url);
      if (host === hosts.officer) return fixHeaders(await officer.fetch(request), "officer");
      return fixHeaders(await (host === hosts.citizen ? citizen : nowhere).fetch(request), "citizen");
    },
  };
}
