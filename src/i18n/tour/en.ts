import type { Translation } from "../message.ts";
import type { TourMessages } from "./vi.ts";

export const tourEn = {
  title: "Try the letterbox in ten minutes",
  lead: "You will write a letter, see what the server holds, then read that letter as an officer. Every organisation here is a demonstration.",
  "open.citizen": "Open the sender’s page",
  "open.officer": "Open the officer’s page",
  "new-window": "opens in a new window",

  "write.title": "Write about your own Party secretary",
  "write.do":
    "Choose “Write a report”. Type **giong rieng hoa thuan**, without accents. Choose **Đảng bộ xã Hòa Thuận**. The letter is about: **The head of the committee**.",
  "route.title": "See the letter’s way, in words",
  "route.do":
    "The page says it plainly: the commune’s committee **does not receive the letter and cannot read it**. It goes to the standing committee of the level above. If that is overdue, the province’s may open it, from a fixed day on. Answer “No”, write a few sentences and send. Note the code of 24 digits.",
  "row.title": "See what the server holds",
  "row.do":
    "Enter the receipt code. Your browser finds the number of the case and asks the server: what is **everything** that you hold about this letter?",
  "row.show": "Show the server’s rows",
  "row.working": "Looking…",
  "row.failed": "It could not be shown. Compare the code and try again.",
  "row.found": "This is everything. No text, no unit, no name, no hour or minute.",
  "row.table": "Table {table}",
  "row.column": "Column",
  "row.value": "Value",
  "row.nothing": "no rows",
  "row.rest": "… and {count} more characters",
  "wrong.title": "An officer of another committee sees nothing",
  "wrong.do":
    "Sign in as **hoathuan.vanphong** (the passphrase is printed in the terminal). The commune’s committee sees no letter, and no number that would betray one.",
  "right.title": "The right committee opens, reads and acknowledges",
  "right.do":
    "Sign in as **huyenuy.vanphong**. The letter is in the list, with its time limits. Open it, read it, and send the acknowledgement.",
  "return.title": "Come back with the code",
  "return.do":
    "Choose “See a letter you sent” and enter the code. You see where it stands, the promised dates, and the committee’s message with its signature checked. Answer if you like.",
} as const satisfies Translation<TourMessages>;
