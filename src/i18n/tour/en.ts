import type { Translation } from "../message.ts";
import type { TourMessages } from "./vi.ts";

export const tourEn = {
  title: "Try the letterbox in fifteen minutes",
  lead: "You will write a letter, see what the server holds, read that letter as an officer, and then move the day to see what happens when nobody answers. Every organisation here is a demonstration.",
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
  "late.title": "Move the day until the letter is overdue",
  "late.do":
    "Do not classify the letter. Press **21 days later**: the server believes that three weeks have passed and does what time has to do. Your letter is overdue for classification.",
  "superior.title": "The superior sees who is late, and no content",
  "superior.do":
    "Sign in as **tinhuy.vanphong**. Among the late cases of those below there is a number and a date, and no content. Demand an explanation.",
  "open-late.title": "After the last limit the superior opens the letter",
  "open-late.do":
    "Press **35 days later** and look again. Now the province’s committee can open the letter, with the part that was sealed for it when you sent it. It can also take the case over.",
  "steps.title": "The sender sees every step",
  "steps.do":
    "Enter the code again. The day it became overdue, the day the superior demanded an explanation, the day it opened the letter: every step is there, reckoned in your own browser. At the end press **Back to the real day**.",
  "clock.later": "{days} days later",
  "clock.real": "Back to the real day",
  "clock.working": "Moving the day…",
  "clock.failed": "The day could not be moved. See whether the demonstration is running, and try again.",
  "clock.today": "For the server it is {day} today.",
} as const satisfies Translation<TourMessages>;
