import type { Translation } from "../message.ts";
import type { HelpMessages } from "./vi.ts";

export const helpEn = {
  "noscript.title": "JavaScript is switched off in your browser",
  "noscript.why": "Without it this page takes no letters: they would not be kept secret.",
  "noscript.how": "See how to switch it on, step by step",
  stalled: "The page has not started. If the network is slow, wait a minute more.",
  "stalled.how": "See what to do",

  title: "The page does not work? Do this",
  lead: "This page is for reading only. There is no field to write in, and nothing is sent.",
  "why.title": "Why is JavaScript needed?",
  "why.text":
    "A letter must be sealed on your own device before it is sent. That needs JavaScript and a browser that is not too old. What cannot be sealed the letterbox does not take, because others could read it.",
  "first.title": "Try these three things first",
  "first.reload": "Load the page again. If the network is slow, wait a minute.",
  "first.update": "Update your browser from the app store, or open the page in another browser.",
  "first.phone": "Use another phone that you trust. Do not use the office’s devices or Wi-Fi.",
  "on.title": "Switch JavaScript on",
  "on.chrome":
    "**Chrome:** press the three dots [⋮], choose [Settings], [Site settings], [JavaScript], and switch it on. Open the page again.",
  "on.samsung":
    "**Samsung Internet:** press the three lines [≡], choose [Settings], look for [JavaScript] in the part about sites, and switch it on. Open the page again.",
  "on.firefox":
    "**Firefox:** JavaScript is always on unless an add-on blocks it. Allow this page in that add-on.",
  "on.safari":
    "**iPhone:** open the phone’s [Settings], choose [Safari], [Advanced], [JavaScript], and switch it on. If the phone is in [Lockdown Mode], use another one.",
  "on.tor":
    "**Tor Browser:** press the shield, choose [Settings], change from [Safest] to [Safer]. If the page still says that the browser is too old, choose [Standard]; change it back when you have written.",
  "paper.title": "Send a paper letter safely",
  "paper.box":
    "Put it into the box at the committee’s or the people’s committee’s office, when nobody is about.",
  "paper.hand":
    "Write in block letters, with an ordinary pen on ordinary paper. Do not use the office’s paper, envelopes or printer. Do not type it at the office.",
  "paper.who":
    "Say which unit, what happened, when and where. Leave out what you alone know. Without a name, nobody can answer you.",
  "paper.head":
    "If the letter is about the head, do not put it into the box of that very place. Send it to the level above.",
  "paper.copy": "Keep a copy at home, hidden.",
  "else.title": "Where else you can go",
  "else.danger": "In danger now: call the police, 113.",
  "else.reception":
    "The citizens’ reception office of the commune or the province: speak in person, or hand in a signed petition.",
  "else.inspection":
    "The inspection commission of the committee above: hand in a denunciation of a party member, signed.",
  leave: "Quick exit",
  back: "To the letterbox’s first page",
} as const satisfies Translation<HelpMessages>;
