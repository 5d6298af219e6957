import type { Translation } from "../message.ts";
import type { viAudit } from "./vi.audit.ts";

/** Who did what: the log of a committee's officers, and what of it does not add up. */
export const enAudit = {
  "audit.case.title": "Who did what",
  "audit.case.lead":
    "Every opening, reading and act of {committee}, by the log. This device checks each signature and holds the log against the history above.",
  "audit.case.none": "Nobody has done anything on this case yet.",
  "audit.case.good": "The log agrees with the history of the case.",
  "audit.case.bad": "The log of this case does not add up",
  "audit.case.elsewhere": "Places in the committee's log that do not add up: {count}. Look at the whole log.",
  "audit.read": "Read the letter again",
  "audit.number": "no. {number}",
  "audit.loading": "Reading and checking the log…",
  "audit.failed.unreachable": "The log could not be fetched. Try again.",
  "audit.failed.busy": "The server is busy. Try again later.",
  "audit.failed.no-roster":
    "The list of officers is not the one that the signed directory stands for, so nobody's signature can be checked. If the committee has just got a new key or a new officer, press Lock and unlock again. If it persists, tell the administrator.",
  "audit.failed.other": "The log could not be fetched. Lock the desk and sign in again.",
  "audit.retry": "Try again",

  "audit.proof.signed": "signature verified",
  "audit.proof.unproven": "cannot be verified: this person is not on the present list of officers",
  "audit.proof.none": "not to be trusted",

  "audit.fault.gap": "At least one entry is missing before this one.",
  "audit.fault.broken-link":
    "The entry does not continue the one before: here an entry was changed, taken out, put in or moved.",
  "audit.fault.unreadable": "The entry is not in the right format.",
  "audit.fault.foreign-committee": "The entry belongs to another committee's log.",
  "audit.fault.bad-signature":
    "The officer who is named has not signed this entry: it was altered or invented.",
  "audit.fault.doubled": "The entry stands above already: the log repeats it.",

  "audit.fault.act-missing": "The history has entry {place}; the log does not say who made it.",
  "audit.fault.act-twice": "The log has entry {place} of the history twice.",
  "audit.fault.act-differs": "The log says of entry {place} of the history another act or another day.",
  "audit.fault.act-unknown":
    "No. {number} of the log is an act that the history of the case does not have: the history may have been cut short.",

  "audit.fault.shorter":
    "This device saw the log up to no. {seen} before; now it is shorter: its end was cut off.",
  "audit.fault.rewritten": "The log up to no. {seen} was another when this device saw it: it was rewritten.",
  "audit.fault.other-end": "The entries do not lead to where the server says that the log ends.",
  "audit.advice":
    "Delete and change nothing. Print this page, tell the administrator and the direct superior.",

  "audit.sheet.open": "Log",
  "audit.sheet.title": "Log of {committee}",
  "audit.sheet.lead":
    "Each act of each officer is signed and linked to the one before. This device has checked the whole chain, from the first entry on.",
  "audit.sheet.count": "Entries",
  "audit.sheet.signed": "Signature verified",
  "audit.sheet.unproven": "Cannot be verified (not on the present list)",
  "audit.sheet.withheld": "Not for you (cases that you could not read at the time)",
  "audit.sheet.good": "Everything adds up.",
  "audit.sheet.bad": "The log does not add up",
  "audit.sheet.empty": "The log has no entry yet.",
  "audit.sheet.groups": "Groups of digits to compare",
  "audit.sheet.groups-lead":
    "Two officers read the groups at the same number: if they are equal, it is the same log. Print them and keep them, to compare next time.",
  "audit.sheet.up-to": "Up to no.",
  "audit.sheet.no-place": "The log has no such number.",
  "audit.sheet.print": "Print",
  "audit.sheet.anew": "Check again from the beginning",
  "audit.sheet.close": "Close",
  "audit.sheet.more": "And {count} more places.",
} as const satisfies Translation<typeof viAudit>;
