import { conclude } from "../command/outcome.ts";
import { runClockCommand } from "./move-clock.ts";
import { demoPlace } from "./place.ts";

// `npm run --silent demo:clock -- 2026-03-04`, `npm run --silent demo:clock -- off`

conclude(await runClockCommand(demoPlace, process.argv.slice(2)));
