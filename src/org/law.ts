import { demoPlace } from "./demo/place.ts";
import { inBoth } from "./law-import/bilingual.ts";
import { runLawCommand } from "./law-import/command.ts";
import { dayOf } from "./local/day.ts";

// `npm run --silent law -- calendar FILE`, `npm run --silent law -- policy FILE`

const { code, lines } = await runLawCommand(demoPlace, process.argv.slice(2), () => dayOf(demoPlace));
const print = code === 0 ? console.log : console.error;
for (const line of lines) print(inBoth(line));
process.exitCode = code;
