import { formatDate } from "../../../i18n/format.ts";
import { vietnamDateAt } from "../../../domain/plain-date.ts";
import type { ReaderFault } from "../../reporter/readers.ts";
import type { SendFault } from "../journey.ts";
import type { AllWords } from "../words.ts";

/** What went wrong, in a sentence that says what to do. */
export function sayFault({ language, say }: AllWords, fault: SendFault): string {
  if (fault.kind === "key") return sayKeyFault({ say }, fault.fault);
  if (fault.kind === "refused") return say(`error.${fault.code}`);
  if (fault.kind === "crypto") return say(`crypto.${fault.fault}`);
  if (fault.kind === "unreadable") return say("error.unreadable");
  return fault.fault === "clock-ahead"
    ? say("directory.clock-ahead", { date: formatDate(language, vietnamDateAt(Date.now())) })
    : say(`directory.${fault.fault}`);
}

/** Why nothing can be sealed, or a committee's key not be used. */
export function sayKeyFault({ say }: Pick<AllWords, "say">, fault: ReaderFault): string {
  return say(fault === "unreadable" ? "fault.key-unreadable" : `fault.${fault}`);
}
