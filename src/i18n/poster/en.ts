import type { Translation } from "../message.ts";
import type { PosterMessages } from "./vi.ts";

export const posterEn = {
  "page.title": "Print posters and slips",
  "page.lead":
    "Anybody may print them: a committee’s officer, or a citizen. This page does not record who printed. The QR code is nothing but the letterbox’s address, the same everywhere.",
  "page.careful":
    "If this is not your task, do not print or put anything up while somebody watches. Do not use the office’s printer.",
  "page.unit": "For which unit? (optional)",
  "page.unit.hint": "The unit’s name tells the reader what to type when the page asks. It may be left out.",
  "page.unit.chosen": "Unit on the paper: {unit}",
  "page.unit.drop": "Leave the unit out",
  "page.unit.missing": "The list of units has not been loaded. You can still print, without a unit’s name.",
  "page.languages": "Language on the paper",
  "page.poster": "Print one A4 poster",
  "page.slips": "Print one A4 sheet of 8 slips",
  "page.preview": "What the paper will look like",
  "page.home": "To the first page",

  title: "Have you seen wrongdoing? Report it without giving your name",
  seal: "You write on your phone. The letter is sealed on your own device.",
  reads: "Only the committee responsible can open it.",
  answer: "You get a code. With it you see the answer, and whether it came on time.",
  address: "Open this address, or scan the code:",
  "address.label": "QR code of the address {address}",
  unit: "When the page asks for the unit, type: {unit}",
  away: "Do not use the office’s Wi-Fi, phones or computers. Open the page at home, not here.",
  roots: "The numbers of this letterbox",
  "roots.how":
    "Compare the address first. Then compare these numbers with “Is this the real page?” at the end of the first page. One different number means that it is not.",
  "paper.title": "No phone?",
  "paper.how":
    "Put a paper letter into the suggestion box at the office, or speak in person at the citizens’ reception. In danger now: call 113.",
} as const satisfies Translation<PosterMessages>;
