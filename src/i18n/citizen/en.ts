import type { Translation } from "../message.ts";
import { citizenAloudEn } from "./en.aloud.ts";
import { citizenAnswersEn } from "./en.answers.ts";
import { citizenKeepingEn } from "./en.keeping.ts";
import type { CitizenMessages } from "./vi.ts";

export const citizenEn = {
  ...citizenAloudEn,
  ...citizenAnswersEn,
  ...citizenKeepingEn,
  "brand.name": "Letterbox",
  "exit.button": "Quick exit",
  "exit.hint": "Pressing Esc twice leaves quickly too.",
  "language.label": "Language",
  "language.unreviewed": "Not yet reviewed by a native speaker.",
  "demo.label": "Demonstration",
  "demo.banner": "Demonstration: do not send real matters.",
  "demo.tour": "See the tour",
  "skip.link": "To the main content",

  "home.title": "Tell the Party committee what is wrong, without giving your name",
  "home.lead":
    "Have you seen an official, a party member or a Party organisation do wrong? Write it here. No name, phone number or account is needed.",
  "home.write": "Write a report",
  "home.write.hint": "It takes about five minutes",
  "home.return": "See a letter you sent",
  "home.return.hint": "You need your receipt code of 24 digits",
  "home.who.title": "Who reads your letter?",
  "home.who.only": "Only the committee responsible for the unit you write about.",
  "home.who.head":
    "A letter about the head goes straight to the level above. The head does not receive it and cannot read it.",
  "home.who.shown": "Before you send, you see exactly who can read it and who cannot.",
  "home.safe.title": "What is kept secret",
  "home.safe.sealed": "Your letter is sealed on your own device. Those who run the server cannot open it.",
  "home.safe.server":
    "The server knows only which committee a letter goes to and on which day. It does not know who you are or what you wrote.",
  "home.safe.device": "This page stores nothing on your device.",
  "home.unsafe.title": "What cannot be hidden",
  "home.unsafe.network":
    "Your network and the Cloudflare service know that this device visited the page. **Do not use the phone, computer or Wi-Fi of your workplace.**",
  "home.unsafe.history":
    "Your device may still show that you were here. Better open the page in a private window.",
  "home.unsafe.details":
    "Details that only a few people know can give you away. The page reminds you while you write.",
  "home.kind.title": "This is a report, not a formal denunciation",
  "home.kind.text":
    "By law a formal denunciation (tố cáo) must carry a name and an address. This letterbox takes **reports** (phản ánh): the committee uses them for inspection and oversight, and answers you in time.",
  "home.else.title": "Where else you can go",
  "home.else.danger": "In danger now: call the police, 113.",
  "home.else.reception":
    "The citizens’ reception of the commune or the province: speak there, or hand in a signed letter.",
  "home.else.inspection":
    "The inspection commission of the committee above: hand in a signed denunciation of a party member.",
  "home.else.box": "The suggestion box at the office: put in a paper letter.",
  "home.real": "Is this the real page?",
  "home.real.address":
    "First compare every letter of the address in the address bar with the one printed on a poster or a receipt.",
  "home.real.groups": "Then compare these numbers with those on the paper:",
  "home.real.proof":
    "One number differs: do not send here. All the same: page and paper speak of the same letterbox. But a false page can copy the numbers, so the address counts most.",
  "home.help": "The page does not work? See what to do",
  "home.poster": "Print posters for a unit",

  "step.of": "Step {step} of {total}",
  "step.back": "Back",
  "step.continue": "Continue",
  "step.loading": "Loading…",
  "errors.title": "Something needs to be corrected",

  "unit.title": "In which unit did it happen?",
  "unit.search": "Name of the Party cell, agency, commune, hamlet or school",
  "unit.search.hint": "You may leave out the accents. Former names work too.",
  "unit.found": "Units found: {count}",
  "unit.found.title": "Choose the unit",
  "unit.none": "No name is like “{query}”. Type less of it, or choose level by level below.",
  "unit.former": "Formerly: {name}",
  "unit.ended": "No longer exists",
  "unit.browse": "Choose level by level",
  "unit.browse.up": "One level up",
  "unit.browse.inside": "Inside",
  "unit.browse.more": "Show more units",
  "unit.choose": "Choose “{unit}”",
  "unit.unknown": "I do not know the unit",
  "unit.unknown.hint": "The letter goes to the general intake. They pass it to the right place.",
  "unit.unknown.name": "Unit not known",
  "unit.loading": "Loading the list of units… You can type already.",
  "unit.missing":
    "The list of units has not been loaded. Check your connection and press “Load the list again”.",
  "unit.reload": "Load the list again",

  "whom.title": "Whom is the letter about?",
  "whom.hint": "No name is needed. Your answer decides who may read the letter.",
  "whom.unit": "Unit: {unit}",
  "whom.collective": "The whole of {unit}",
  "whom.collective.unknown": "The unit or its committee as a whole",
  "whom.committee-head": "The head of the committee",
  "whom.agency-head": "The head of the agency or unit",
  "whom.deputy": "A deputy",
  "whom.member": "A member of the committee",
  "whom.somebody-else": "Somebody else in the unit",
  "whom.somebody-else.hint": "Holds none of these positions",
  "whom.unknown": "I do not know",
  "whom.unknown.hint": "To be safe, the letter goes one level up",
  "whom.required": "Choose whom the letter is about. If you are not sure, choose “I do not know”.",

  "route.title": "Who will read your letter",
  "route.again": "The way of the letter has changed. Please look again.",
  "route.receives": "Receives and reads the letter",
  "route.people": "The people there:",
  "route.reader": "can read the letter",
  "route.reader.other": "Case officer who holds a key",
  "route.bypassed": "Does not receive it and cannot read it",
  "route.bypassed.none": "No level is passed over.",
  "route.overdue": "May open it when the answer is overdue",
  "route.overdue.from":
    "Only if the receiver does not answer in time. After **{date}** at the latest it may open the letter. Nobody can put this date off.",
  "route.overdue.none": "Nobody further up may open this letter.",
  "route.why": "Why does the letter go this way?",
  "route.ask": "Is the person reported among the people listed above?",
  "route.ask.no": "No",
  "route.ask.receiver": "Yes, in {committee}",
  "route.ask.unsure": "I am not sure",
  "route.ask.unsure.hint": "The letter will go one level higher",
  "route.ask.required": "Say whether the person reported is among the people listed.",
  "route.excluded": "You have excluded: {committee}",
  "route.include": "Include it again",
  "route.more": "Do you want another receiver?",
  "route.exclude": "Exclude {committee}",
  "route.higher": "Send one level higher",
  "route.higher.on": "The letter goes one level higher, as you asked.",
  "route.higher.undo": "Send to the usual level after all",
  "route.dates": "If you send it today, when will you be answered?",
  "route.nowhere.title": "Nobody may receive this letter",
  "route.nowhere.text":
    "In every committee there may be the person reported, or it has no mailbox. To keep you safe, this page **does not send it**.",
  "route.nowhere.change": "You can exclude less, change your answers, or go somewhere else:",

  "write.title": "What happened?",
  "write.text": "Your letter",
  "write.text.hint":
    "In your own words: who did what, and what harm it does. The next page asks when and where.",
  "write.prompts.title": "So that you are not recognised",
  "write.prompts.few": "Do only a few people know of this? Then leave out details that could give you away.",
  "write.prompts.self": "Do not write your name, phone number, seat or position.",
  "write.prompts.style": "Do not use phrases that everybody knows as yours.",
  "write.free": "{percent} still free, about {count} characters",
  "write.parts": "A long letter: it will be sent in {count} parts by itself. You need not do anything.",
  "write.over": "The letter is too long by {count} characters. Shorten it; nothing has been lost.",
  "write.self": "Who are you? (optional)",
  "write.self.hint": "Sealed with the letter. The committee sees it marked “self-declared, not verified”.",
  "write.self.none": "I would rather not say",
  "write.self.citizen": "A citizen",
  "write.self.party-member": "An official or party member",
  "write.self.union-member": "A member of a union or association",
  "write.required": "Write your letter.",
  "write.too-long": "The letter is too long. Shorten it by {count} characters.",
  "write.has-code":
    "Your receipt code is in the letter. Delete it: whoever has the code can read every answer.",

  "check.title": "Check before you send",
  "check.unit": "Unit",
  "check.whom": "The letter is about",
  "check.reads": "Who can read it",
  "check.overdue": "Who may open it when overdue",
  "check.not": "Who cannot read it",
  "check.self": "You are",
  "check.text": "Your letter",
  "check.change": "Change",
  "check.change.of": "Change: {what}",
  "check.nobody": "Nobody",
  "check.send": "Send the letter",
  "check.after": "When it is sent you get a code of 24 digits. Have pen and paper ready.",

  "sending.title": "Sending the letter",
  "sending.preparing": "Sealing the letter on your device…",
  "sending.proving": "Asking leave to send. Your device calculates a little…",
  "sending.delivering": "Sending…",
  "sending.busy":
    "The letterbox is busy. The page will **send again by itself**. The letter is kept here; you need not do anything.",
  "sending.unreachable":
    "No connection. The letter is kept here and will be **sent again by itself** when the network is back. Do not close this page.",
  "sending.again": "Send again now",
  "sending.keep": "However often it is tried, the letter is sent only once.",
  "sending.failed": "The letter has not been sent",
  "sending.kept": "The letter is still on this page. Not a word has been lost.",
  "sending.back": "Back to the letter",

  "text.whole": "Show the whole letter",
  "rest.going": "A long letter. Part {part} of {whole} is being sent… **Do not close this page.**",
  "rest.sent": "All {whole} parts of the letter have been sent.",
  "rest.busy": "The letterbox is busy. The page goes on by itself; you need not do anything.",
  "rest.unreachable": "No connection. The page goes on by itself when it is back.",
  "rest.hold": "The code is right. The rest of the letter is being sent; then the page goes on by itself.",
  "rest.failed":
    "The letter has arrived, but not all of it: from part {part} of {whole} on it could not be sent",
  "rest.failed.then":
    "Keep the code. If trying again does not help, come back with the code and write what is missing. The committee sees that it is.",

  "receipt.title": "The letter is sent. Write this code down",
  "receipt.code": "Receipt code",
  "receipt.only":
    "Only this code shows you the answers. **If you lose it, nobody can bring it back.** Show it to nobody.",
  "receipt.copy": "Copy the code",
  "receipt.copied":
    "Copied. Paste it somewhere private. Then copy any other word, so that the device forgets the code.",
  "receipt.copy.failed": "Your device does not allow copying. Write the code on paper.",
  "receipt.noted": "I have written the code down",
  "receipt.dates": "When will you be answered?",
  "receipt.sent-to": "Sent to",
  "receipt.address": "To see the answer, open this page again and choose “See a letter you sent”.",
  "receipt.release.demo": "In this demonstration the letter is passed on at once.",
  "receipt.release":
    "The letter is passed to the committee on {date} at {hour} o’clock, together with all others. So nobody knows when you sent it.",
  "confirm.title": "Did you write the code down correctly?",
  "confirm.hint": "Look at what you wrote down and type two of its groups.",
  "confirm.group": "Group {group}",
  "confirm.wrong": "Group {group} is not right. Compare it with the code.",
  "confirm.show": "Show the code again",
  "confirm.done": "Done",
  "done.title": "All is done",
  "done.text": "The letter is sent and you have kept the code. You can close this page now.",
  "done.exit":
    "Press “Quick exit” to leave the page. If this is not a private window, delete the browser’s history.",
  "done.home": "To the first page",

  "dates.first-open": "The letter is opened",
  "dates.acknowledge": "You are told that it was received and classified",
  "dates.result": "You are told the result",
  "dates.escalation": "The superior may open the letter",
  "dates.by": "By the end of **{date}** at the latest",
  "dates.after": "After **{date}**, if there is no result",
  "dates.review":
    "If the letter is not looked into, is passed on, or the result is not right, you have **{amount}** to ask the superior to look again.",
  "dates.overdue":
    "Every date that the receiver misses is shown on this page. The superior sees that the receiver is late and demands an explanation.",
  "dates.group":
    "Letters about morals and way of life: the committee must keep these dates. Other letters: it tries to.",
  "amount.working-day": "{amount} working days",
  "amount.calendar-day": "{amount} days",
  "dates.how": "How it is counted",
  "dates.none": "Nobody further up may open this letter.",

  "code.title": "Enter your receipt code",
  "code.label": "The code has 24 digits in six groups",
  "code.hint": "For example 1234 5678 9012 3456 7890 1234. With or without spaces.",
  "code.typed": "{count} of 24 digits entered",
  "code.open": "See the letter",
  "code.opening": "Finding and opening the letter on your device…",
  "code.bad-character": "Group {group} has a character that is not a digit. Look at this group again.",
  "code.too-short": "Digits missing: {count}.",
  "code.too-long": "Digits too many: {count}.",
  "code.check-digits": "The code does not fit: at least one digit is wrong. Compare every group again.",
  "code.several-codes":
    "There are two different codes here. Only one letter can be seen at a time: leave one code.",
  "code.required": "Enter your receipt code.",
  "code.unknown":
    "There is no letter with this code. Compare the code again. If you have only just sent it, try again in a few minutes.",
  "code.private": "The code does not leave your device.",

  "directory.unreadable":
    "The directory of committees is damaged. The page does not send. Try again in a few minutes.",
  "directory.bad-signature":
    "The directory of committees **is not rightly signed**. Somebody may have altered it. The page does not send. Do not send from this network; try another one, or go somewhere else.",
  "directory.signer-out-of-date":
    "The signer of the directory is out of date. The page does not send until it is signed again. Come back in a few days.",
  "directory.wrong-subtree":
    "The directory names places for which its signer may not speak. The page does not send. Try again later, or go somewhere else.",
  "directory.rolled-back":
    "This directory is older than the one this page knows. The page does not send. Close the page, open it again and retry.",
  "directory.expired":
    "The directory of committees has expired. The page does not send until there is a new one. Come back in a few days.",
  "directory.clock-ahead":
    "The date on your device seems wrong: it says {date}. Set the date of your device right and try again.",
  "directory.missing":
    "The directory of committees has not been loaded. Check your connection and try again.",
  "crypto.missing":
    "The part that seals letters has not been loaded. Check your connection and try again. What you wrote is still here.",
  "crypto.unsupported": "This browser is too old to seal letters. Open the page in a newer browser.",
  "crypto.unable": "This browser cannot seal letters",

  "fault.doubtful": "The record does not fit together, so the page sends nothing. Look again later.",
  "fault.other-case-key":
    "The key of the case **is not the one that the committee signed**. The page does not send, because somebody who was shut out of the case might read it. Try again later.",
  "fault.key-unreadable":
    "The committee’s key is damaged. The page does not send. Try again in a few minutes.",
  "fault.substituted":
    "The committee’s key **does not match the signed directory**. Somebody may have exchanged it. The page does not send. Try another network, or try later.",
  "fault.out-of-date":
    "The committee’s key has expired. The page does not send until there is a new one. Come back in a few days.",
  "fault.no-mailbox":
    "The receiver no longer has a mailbox or anybody who holds a key. Go back and choose the unit again, so that the letter goes elsewhere.",
  "fault.unreachable": "The committee’s key has not been loaded. Check your connection and try again.",

  "error.malformed":
    "The server did not accept this envelope. The fault is the letterbox’s, not yours. Try again in a few minutes.",
  "error.too-large":
    "The server says the envelope is too large. The fault is the letterbox’s, not yours. Try again in a few minutes.",
  "error.wrong-type":
    "The server did not accept this envelope. The fault is the letterbox’s, not yours. Try again in a few minutes.",
  "error.proof-refused": "The leave to send has run out. Send again; your device will ask for a new one.",
  "error.signature-refused": "The server did not accept the envelope’s signature. Try to send again.",
  "error.id-taken": "The number of this envelope is already in use. Try to send again.",
  "error.directory-changed":
    "The directory of committees has just changed. Go back, look again who reads the letter, and send again.",
  "error.busy": "The letterbox is busy. The page will try again by itself.",
  "error.login-failed": "The server refused. Try again in a few minutes.",
  "error.signed-out": "The server refused. Try again in a few minutes.",
  "error.not-found": "Not found. Try again in a few minutes.",
  "error.conflict": "Something has just changed. Look again and send again.",
  "error.refused": "This cannot be done now. Look at your letter again and retry.",
  "error.message-waiting": "A message waits to be passed on. Try again when it has been.",
  "error.wrong-day": "A new day has just begun. Try again.",
  "error.method-not-allowed": "The server refused. Try again in a few minutes.",
  "error.internal": "The server had a fault. Try again in a few minutes.",
  "error.unreachable": "No connection. Check your network and try again.",
  "error.unreadable":
    "The server’s answer **is not this letterbox’s**, or it was altered. Try another network, or try later.",
  "error.retry": "Try again",
} as const satisfies Translation<CitizenMessages>;
