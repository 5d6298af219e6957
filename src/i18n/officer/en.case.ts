import type { Translation } from "../message.ts";
import type { viCase } from "./vi.case.ts";

export const enCase = {
  "preview.loading": "Loading the reporter’s page for the preview…",
  "preview.failed":
    "The preview could not be loaded. Your words are untouched; send them, or close and open the form to try again.",
  "preview.language": "The reporter’s page, in the letter’s language: {language}.",
  "preview.incomplete": "Fill in the other fields to see the dates that the reporter will see.",

  "template.which": "Template",
  "template.undo": "Undo the insertion",
  "template.unfilled": "There is still a gap in the words.",
  "template.message": "Blank message",
  "template.reply": "Answer to what the reporter wrote",
  "template.progress": "Under examination, with the date",
  "template.late": "Apology for being late",
  "template.withdrawal": "About the withdrawal",
  "template.missing": "A part of the letter is missing",
  "template.question": "A question of your own",
  "template.place-time": "When, where, what traces",
  "template.still": "Whether it still goes on",
} as const satisfies Translation<typeof viCase>;
