import type { CaseFile } from "../../desk/case-file.ts";

/** Everything in which covered words are covered: the letter, what was answered beside it, the reporter's messages. */
export function reportersWords({
  letter,
  letterText,
  history,
}: Pick<CaseFile, "letter" | "letterText" | "history">): string {
  if (letter === null) return "";
  const { facts, text } = letter.body;
  const messages = history.flatMap((item) => (item.by === "reporter" ? (item.text ?? []) : []));
  return [letterText?.text ?? text, facts.when, facts.where, ...messages]
    .filter((each) => each.trim() !== "")
    .join("\n\n");
}
