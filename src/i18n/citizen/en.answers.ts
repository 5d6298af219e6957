import type { Translation } from "../message.ts";
import type { CitizenAnswerMessages } from "./vi.answers.ts";

export const citizenAnswersEn = {
  "self.title": "Would you like to say who you are?",
  "self.member.next": "The next page has three things to know before you write.",
  "self.union":
    "If your branch is small, it is easy to guess who wrote. Leave out what only its members know.",

  "member.title": "Three things to know before you write",
  "member.for": "For officials and Party members. You can send the letter as anybody can.",
  "member.details": "1. Leave out details that give you away",
  "member.usual": "A Party cell usually has few people. A reader who knows you may guess who wrote.",
  "member.small":
    "**{unit}** has few people. If you are one of them, a single detail is enough to guess who you are.",
  "member.own":
    "The letter goes to **{committee}**, inside **{unit}** itself. Its readers may know you. If that worries you, you can send it one level higher.",
  "member.own.route": "Look again at who reads it",
  "member.leave-out": "Do not write:",
  "member.leave-out.date": "the day or hour of a cell meeting",
  "member.leave-out.said": "who said what in a meeting",
  "member.leave-out.duty": "duties that only you have",
  "member.leave-out.papers": "minutes or messages that only members of the cell have",
  "member.instead": "Tell what happened, and where others can check it.",
  "member.notice": "2. This is a report, not a formal denunciation",
  "member.notice.rule":
    "The Party does not allow members to write a **đơn tố cáo** (formal denunciation) without a name or under another’s name.",
  "member.notice.this":
    "This place takes **phản ánh** (reports): you tell of a matter so that the committee can check it. Still, somebody may see it otherwise. If that worries you, give your name.",
  "member.notice.basis":
    "Regulation 207-QĐ/TW of 26 July 2026 on what Party members must not do, which replaced Regulation 37-QĐ/TW. (Not yet checked against the original.)",
  "member.named": "3. You can give your name",
  "member.named.open": "I want to give my name",
  "member.named.what":
    "Giving your name means writing a **đơn tố cáo**: with the date, your name, address and signature. The competent body must look at it and tell you what it does.",
  "member.named.whom":
    "Hand it to the inspection commission or the committee **one level above the person denounced**. Send it by post, or hand it in and ask for a receipt.",
  "member.named.protected":
    "The law demands that your name, address and handwriting are kept secret, and forbids revenge on you and your family. If you are threatened, you have the right to ask for protection.",
  "member.named.basis":
    "Law on Denunciations 2018, Article 9 and Chapter VI; Regulation 231-QĐ/TW of 17 January 2025 on the protection of those who report corruption, waste and wrongdoing. (Article numbers not yet checked against the original.)",
  "member.named.later":
    "If you cannot decide yet, send your report here and keep the code. With the code you can **turn it into a tố cáo** later. Your name is then sealed to the committee in charge alone; nobody else can open it.",
  "member.continue": "I have read this; write the letter",

  "topic.title": "Which question is closest to what happened?",
  "topic.hint": "Choose one. If there are several things, choose the worst.",
  "topic.other": "None of these",
  "topic.unsure": "I am not sure",
  "topic.required": "Choose one. If you are not sure, choose “I am not sure”.",
  "topic.missing":
    "The questions could not be loaded. Check your connection and try again, or skip this question.",
  "topic.skip": "Skip this question",
  "manifestation.title": "A little more exactly: what was it?",
  "manifestation.none": "None of the above",
  "manifestation.required": "Choose one, or “None of the above”.",
  "manifestation.official": "The resolution says (in Vietnamese):",
  "manifestation.official.unverified": "Not yet checked against the original.",

  "write.prompts.member":
    "Do not write the day of a cell meeting, who said what in it, or duties that only you have.",
  "traces.title": "This may give you away",
  "traces.live": "What you wrote has: {names}. The page explains it below the field.",
  "traces.decide":
    "If it belongs to the person you report, leave it. You decide; the letter can be sent either way. Only your own device has looked.",
  "traces.phone": "A telephone number",
  "traces.phone.why": "A number leads to the person who owns the phone.",
  "traces.email": "An e-mail address",
  "traces.email.why": "It is usually tied to a name and a telephone number.",
  "traces.identity": "An identity card number",
  "traces.identity.why": "Only one person has it.",
  "traces.plate": "A number plate",
  "traces.plate.why": "It leads to the owner of the vehicle.",
  "traces.name": "You say who you are",
  "traces.name.why": "Your name or work tells who wrote this letter.",
  "traces.signature": "A place for a signature",
  "traces.signature.why": "This letter needs no signature. Do not put your name under it.",
  "traces.address": "Where you live",
  "traces.address.why": "Only a few houses are there.",
  "traces.few": "Something that few people know",
  "traces.few.why": "The person reported will think of these people at once.",
  "traces.circle": "Your family or your workplace",
  "traces.circle.why": "Knowing whose relative you are, or where you work, makes you easy to guess.",

  "facts.title": "A few more questions, if you know",
  "facts.hint": "You may leave any of them empty.",
  "facts.when": "When did it happen?",
  "facts.where": "Where?",
  "facts.when.hint": "For example: about March this year. An exact day and hour may give you away.",
  "facts.where.hint": "Where it happened, not where you live.",
  "facts.knowledge.close": "If only a few people saw it, tell it in more general words.",
  "facts.knowledge": "How do you know?",
  "facts.knowledge.none": "I would rather not say",
  "facts.knowledge.saw": "I saw or heard it myself",
  "facts.knowledge.affected": "It happened to me or my family",
  "facts.knowledge.papers": "I saw papers",
  "facts.knowledge.told": "Somebody told me",
  "facts.knowledge.inferred": "I concluded it",
  "facts.continuing": "Does it still go on?",
  "facts.continuing.none": "I would rather not say",
  "facts.continuing.goes-on": "Yes",
  "facts.continuing.over": "It has stopped",
  "facts.continuing.unknown": "I do not know",
  "facts.too-long":
    "This answer has more than {count} characters. Shorten it and write the rest in the letter.",
  "check.topic": "What it is about",
  "check.topic.none": "Not chosen",
  "check.facts": "When, where",
  "check.facts.none": "Left empty",
} as const satisfies Translation<CitizenAnswerMessages>;
