import { helpEn } from "../../i18n/help/en.ts";
import { helpKm } from "../../i18n/help/km.ts";
import { type HelpMessages, helpVi } from "../../i18n/help/vi.ts";
import { isReviewed, type Language, languageNames, languages } from "../../i18n/language.ts";
import type { Translation } from "../../i18n/message.ts";
import { citizenKm } from "../../i18n/citizen/km.ts";
import { neutralSite } from "../citizen/leave.ts";
import { withKhmerBreaks } from "./khmer-breaks.ts";

const help: Readonly<Record<Language, Translation<HelpMessages>>> = { vi: helpVi, en: helpEn, km: helpKm };

type Key = keyof HelpMessages;

/** The parts of the page in their order: a title, and the sentences under it. */
const parts: readonly { readonly title: Key; readonly items: readonly Key[]; readonly isSteps?: true }[] = [
  { title: "why.title", items: ["why.text"] },
  { title: "first.title", items: ["first.reload", "first.update", "first.phone"], isSteps: true },
  { title: "on.title", items: ["on.chrome", "on.samsung", "on.firefox", "on.safari", "on.tor"] },
  {
    title: "paper.title",
    items: ["paper.box", "paper.hand", "paper.who", "paper.head", "paper.copy"],
  },
  { title: "else.title", items: ["else.danger", "else.reception", "else.inspection"] },
];

/**
 * The body of the page for those whose browser cannot run the letterbox: every language below one another, because
 * without a script nobody can choose. No form, no field, no script.
 */
export function helpPage(): string {
  const links = languages.map(
    (language) => `<a href="#${language}" lang="${language}">${languageNames[language]}</a>`,
  );
  return [
    `<header class="bar"><div class="bar-inside"><span class="brand">Hộp thư</span>`,
    `<a class="exit" href="${neutralSite}" rel="noreferrer">${helpVi.leave}</a></div></header>`,
    `<div class="column"><nav class="help-languages" aria-label="Ngôn ngữ">${links.join("")}</nav>`,
    `<main class="sheet">${languages.map(section).join("")}</main></div>`,
  ].join("");
}

function section(language: Language): string {
  const say = (key: Key) => markUp(language, help[language][key]);
  const heading = language === "vi" ? "h1" : "h2";
  const below = language === "vi" ? "h2" : "h3";
  const marked = isReviewed[language] ? "" : `<p class="unreviewed">${citizenKm["language.unreviewed"]}</p>`;
  const told = parts.map(({ title, items, isSteps }) => {
    const list = items.map((item) => `<li>${say(item)}</li>`).join("");
    const body = items.length === 1 ? `<p>${items.map(say).join("")}</p>` : inList(list, isSteps === true);
    return `<${below}>${say(title)}</${below}>${body}`;
  });
  const title = `<${heading}>${say("title")}</${heading}>`;
  const back = `<p><a class="back" href="/">${say("back")}</a></p>`;
  return `<section id="${language}" class="help" lang="${language}">${title}${marked}<p class="lead">${say("lead")}</p>${told.join("")}${back}</section>`;
}

function inList(items: string, isSteps: boolean): string {
  return isSteps ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
}

/** `**` stands around what is strong, brackets around what the browser's own menus say. */
function markUp(language: Language, text: string): string {
  const plain = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const marked = plain
    .replaceAll(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replaceAll(/\[(.+?)\]/g, `<span class="menu">$1</span>`);
  return language === "km" ? withKhmerBreaks(marked) : marked;
}
