import type { Words } from "../../i18n/officer/words.load.ts";
import type { FileFault } from "../desk/case-file.ts";

/** What does not add up, in a sentence, with the entry that it is about. */
export function sayFault({ say }: Pick<Words, "say">, fault: FileFault): string {
  const { place } = fault;
  const what = say(`fault.${fault.kind}`);
  const where = place === null ? [] : [say("fault.at", { place: String(place) })];
  return [...where, what, ...becauseOf({ say }, fault)].join(" ");
}

function becauseOf({ say }: Pick<Words, "say">, fault: FileFault): readonly string[] {
  if (fault.kind === "sealed-rule-broken") return [say(`because.sealed.${fault.reason}`)];
  return fault.kind === "misdirected" ? [say(`because.movement.${fault.obstacle}`)] : [];
}
