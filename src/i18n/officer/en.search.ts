import type { Translation } from "../message.ts";
import type { viSearch } from "./vi.search.ts";

/** Searching what has been opened, and cases that may be about one matter. */
export const enSearch = {
  "search.label": "Search the opened letters",
  "search.hint":
    "Words of a letter, the name of a unit or the number of a case; marks are not needed. What you type does not leave this machine.",
  "search.found": "{count} cases found.",
  "search.none": "No case has all of these words. Try fewer words, or take the filters away.",
  "search.coverage": "{known} of {opened} opened cases can be searched so far.",
  "search.coverage-all": "All {opened} opened cases can be searched.",
  "search.elsewhere": "The words stand further down in the letter, or in the messages.",
  "search.clear": "Clear the search",
  "inbox.group.found": "Found",

  "similar.title": "Perhaps the same matter",
  "similar.what":
    "This machine compares the opened letters: rare words in common, the same unit, near days. A suggestion and no more: the officer decides. The reporter is told nothing of it.",
  "similar.same-unit": "same unit",
  "similar.days": "{days} days apart",
  "similar.same-day": "received on the same day",
  "similar.shared": "rare words in common: {words}",
  "similar.compare": "Compare with letter {number}",
  "similar.warning": "To compare, the other letter has to be read. The log of that case records who did.",
  "similar.read": "Read and compare",
  "similar.cancel": "Do not",
  "similar.reading": "Reading the other letter…",
  "similar.failed": "The other letter could not be read. Open that case to see why.",
  "similar.side-by-side": "The two letters side by side",
  "similar.this": "The letter that is open",
  "similar.other": "Letter {number}",
  "similar.join": "Note that they are one matter",
  "similar.open": "Open case {number}",
  "similar.close": "Close the comparison",
} as const satisfies Translation<typeof viSearch>;
