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

  "form.field.covered": "What to cover",
  "form.missing.covered": "Look through what is to be covered.",
  "note.covered": "Cover names in the letter",
  "said.covered": "{count} words or names of the letter covered",
  "said.uncovered": "Covers taken off: the letter is shown as written",
  "cover.lead":
    "This device looks for what may be names, telephone numbers and addresses; it cannot find all. Read the letter below and add what is left.",
  "cover.not":
    "The letter itself stays as it was sealed; whoever may read the case can see the original at one press. Covering keeps names off the screen, out of papers and out of the copy that is sent elsewhere.",
  "cover.add": "Cover this too",
  "cover.add-button": "Add to the list",
  "cover.add-selected": "Cover what is selected",
  "cover.times": "places: {count}",
  "cover.absent":
    "Not covered: nowhere in the letter does this stand, written this way, as words of its own. Check the letter shown below.",
  "cover.refused.empty": "Not added: nothing is typed or selected yet.",
  "cover.refused.long": "Not added: this is longer than 200 characters. Cover it in parts.",
  "cover.refused.absent":
    "Not added: these words are not in the letter as you gave them. Write capitals and marks as the letter does, and take whole words.",
  "cover.nothing": "No name or number was found here.",
  "cover.kind": "It is",
  "cover.preview": "The letter will be shown like this",
  "cover.as.person": "person {number}",
  "cover.as.phone": "telephone number",
  "cover.as.email": "e-mail address",
  "cover.as.identity": "number of a paper",
  "cover.as.plate": "number plate",
  "cover.as.address": "address",
  "cover.as.writer": "detail about the reporter",
  "cover.as.other": "covered",
  "cover.name.person": "a person’s name",
  "cover.name.phone": "a telephone number",
  "cover.name.email": "an e-mail address",
  "cover.name.identity": "the number of a paper",
  "cover.name.plate": "a number plate",
  "cover.name.address": "an address",
  "cover.name.writer": "the reporter about themselves",
  "cover.name.other": "something else",
  "cover.shown": "Names are covered.",
  "cover.original": "Show the original",
  "cover.again": "Cover again",
  "cover.begin": "Cover names before passing on",
  "cover.change": "Change what is covered",
  "cover.copy": "Copy without names, for papers",
  "cover.insert": "Insert the letter without names",
  "cover.before":
    "Names in the letter are not covered. Whoever gets it sees them at once. You can cover them first.",
  "cover.travels":
    "The covers go with the case: whoever gets it sees the covered letter first, and can still see the original.",

  "case.route-in-form":
    "The letter came to another place than the rules say. Whatever is recorded here bears your committee’s name: tell the superior before you go on.",

  "batch.hand-over": "Hand over when somebody leaves…",
  "batch.from": "Who leaves",
  "batch.reason": "Why they are handed over",
  "batch.hand-over-means":
    "Each case is given to the colleague; one with a key of its own is sealed anew, and whoever leaves can no longer open it. Narrow the list to their cases first. If you stop half-way, you can go on later.",
  "batch.hand-over-means-self":
    "Each case is given to the colleague. Because you hand over yourself, you can still open these cases until your key is taken back; to have them sealed anew without you, let a colleague hand them over. If you stop half-way, you can go on later.",
  "batch.begin.hand-over": "Hand over {count} cases",
} as const satisfies Translation<typeof viCase>;
