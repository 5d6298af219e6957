import { env } from "cloudflare:workers";
import { createServer } from "./app.ts";
import { type Bindings, parseSettings } from "./env.ts";
import { runHour } from "./jobs/jobs.hour.ts";
import { type CloudflareBindings, createCloudflarePlatform } from "./platform/cloudflare.ts";

const bindings = env as Bindings & CloudflareBindings;
const settings = parseSettings(bindings);
const { platform, source } = createCloudflarePlatform(bindings, settings);
const server = createServer(platform, source, settings.hosts);

/** The composition root: which machine, which settings, and what is done with them. */
export default {
  fetch: (request) => server.fetch(request),
  async scheduled() {
    await runHour(platform, source, settings.notices);
  },
} satisfies ExportedHandler;
