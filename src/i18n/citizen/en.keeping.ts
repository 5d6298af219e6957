import type { Translation } from "../message.ts";
import type { citizenKeepingVi } from "./vi.keeping.ts";

export const citizenKeepingEn = {
  "keep.title": "How will you keep the code?",
  "keep.hand": "Writing it down on paper is safest.",
  "keep.a4": "Print an A4 sheet",
  "keep.a4.hint":
    "The code, the receiver, the promised dates, and how to see the answer. Whoever sees the sheet knows that you sent a letter.",
  "keep.slip": "Print a small slip",
  "keep.slip.hint": "The 24 digits alone, and not what they are for. It can lie in a wallet.",
  "keep.slip.address": "Print this page’s address on the slip too",
  "keep.slip.address.hint": "With the address, whoever finds the slip knows where the code is used.",
  "keep.printer": "Do not print at the office or in a shop: a printer may remember what it printed.",
  "keep.qr": "Show a QR code",
  "keep.qr.hide": "Put the QR code away",
  "keep.qr.label": "QR code of the 24 digits",
  "keep.qr.what":
    "The QR code holds the 24 digits alone, no address. Scan it with another device, then paste the digits into the code field under “See a letter you sent”.",
  "keep.qr.warning": "**The scanning app may remember the code.** After scanning, clear the app’s history.",
  "keep.qr.missing":
    "The part that draws the QR code has not been loaded. The 24 digits above are all you need.",

  "paper.title": "Letterbox receipt",
  "paper.code": "Receipt code",
  "paper.secret":
    "Whoever has this code can see the answers. If it is lost, nobody can get it back. Keep it hidden.",
  "paper.released": "Passed to the committee: {date}",
  "paper.what": "How do you see the answer?",
  "paper.what.open": "Open {address} on a device and a network of your own, not the office’s.",
  "paper.what.check": "Compare the address on the screen with the one on this sheet.",
  "paper.what.type": "Choose “See a letter you sent” and type the 24 digits.",
  "paper.what.leave": "When you have read, press “Quick exit”.",
  "paper.roots": "The numbers of this letterbox",
  "paper.roots.hint":
    "These numbers stand on the posters and at the end of the first page. All three must be the same.",

  "done.leave": "Leave the page now",
  "done.next.title": "What now?",
  "done.next.date":
    "Look for the answer on the promised dates. Open this page, choose “See a letter you sent”, type the code.",
  "done.next.quiet":
    "Tell nobody that you sent a letter. Read the code to nobody, not even to an official: nobody needs your code.",
  "done.next.ask": "The committee may ask for more. You see its question when you come back with the code.",
} as const satisfies Translation<typeof citizenKeepingVi>;
