import { dueFromArguments } from "./due-request.ts";

const usage = "usage: npm run --silent due -- YYYY-MM-DD AMOUNT working-day|calendar-day";

const due = dueFromArguments(process.argv.slice(2));
if (typeof due === "string") {
  console.error(`${due}\n${usage}`);
  process.exitCode = 2;
} else {
  // On stderr, so that the date stands alone on the line that another program reads.
  if (due.provisional) console.error("provisional: it depends on a year whose calendar is not announced");
  console.log(due.on);
}
