import { conclude } from "./command/outcome.ts";
import { demoPlace } from "./demo/place.ts";
import { dayOf } from "./local/day.ts";
import { runNoticesCommand } from "./notices/command.ts";

// `npm run --silent notices -- add COMMITTEE ADDRESS|URL`, `… remove ADDRESS|URL`, `… list`, `… status`

conclude(await runNoticesCommand(demoPlace, process.argv.slice(2), () => dayOf(demoPlace)));
