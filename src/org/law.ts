import { conclude } from "./command/outcome.ts";
import { demoPlace } from "./demo/place.ts";
import { runLawCommand } from "./law-import/command.ts";
import { dayOf } from "./local/day.ts";

// `npm run --silent law -- calendar FILE`, `npm run --silent law -- policy FILE`

conclude(await runLawCommand(demoPlace, process.argv.slice(2), () => dayOf(demoPlace)));
