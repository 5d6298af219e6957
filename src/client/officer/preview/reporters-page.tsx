import type { JSX } from "preact";
import { Promised } from "../../citizen/return/dates.tsx";
import { Item } from "../../citizen/return/item.tsx";
import { type ItemWords, itemWords } from "../../citizen/return/item-words.ts";
import { statusSentences } from "../../citizen/return/status.ts";
import { loadReturnWords, type ReturnWords } from "../../citizen/return/words.ts";
import type { Language } from "../../../i18n/language.ts";
import { Rich } from "../../ui/rich.tsx";
import type { Foreseen } from "./foreseen.ts";

/** The words of the reporter's page in every language. Rejects if those of one cannot be had: see `preview.tsx`. */
export async function loadEveryLanguage(): Promise<Readonly<Record<Language, ReturnWords>>> {
  const [vi, en, km] = await Promise.all([
    loadReturnWords("vi"),
    loadReturnWords("en"),
    loadReturnWords("km"),
  ]);
  return { vi, en, km };
}

/** Whether the reporter's page tells of the act at all. */
export function isTold(words: ReturnWords, foreseen: Foreseen): boolean {
  return toldOf(words, foreseen) !== null;
}

function toldOf(words: ReturnWords, { organisation, view, item, isWhole }: Foreseen): ItemWords | null {
  if (isWhole) return itemWords({ words, organisation, view }, item);
  return { head: words.law.say(`event.${item.type}`), lines: [] };
}

/** The dates that the act moves; where it moves none, the one that the reporter waits for, because words may promise it. */
function datesOf({ moved, view, item }: Foreseen): Foreseen["moved"] {
  if (moved.length > 0 || item.text === null) return moved;
  return view.promises.filter(
    ({ isCurrent, known }) => isCurrent && known.name === "result" && known.stoppedOn === null,
  );
}

/**
 * The part of the reporter's page that an act changes, drawn by that page's own components in its own words: the line in
 * the thread, where the case stands, and the dates that move, each with its arithmetic.
 */
export function ReportersPage({
  words,
  foreseen,
}: {
  readonly words: ReturnWords;
  readonly foreseen: Foreseen;
}): JSX.Element | null {
  const told = toldOf(words, foreseen);
  if (told === null) return null;
  const { organisation, view, item, isWhole } = foreseen;
  const dates = datesOf(foreseen);
  return (
    <div class="reporters-page" lang={words.language}>
      <ol class="thread">
        <Item words={words} opened={{ organisation }} item={item} told={told} />
      </ol>
      {isWhole && (
        <>
          <div class="reporters-status">
            <p>
              <strong>
                {words.say("case.status")}: {words.law.say(`status.${view.state.status}`)}
              </strong>
            </p>
            {statusSentences(words, organisation, view).map((sentence) => (
              <p key={sentence}>
                <Rich text={sentence} />
              </p>
            ))}
          </div>
          {dates.length > 0 && (
            <ul class="dates">
              {dates.map((promise) => (
                <Promised
                  key={promise.known.name}
                  words={words}
                  opened={{ organisation, view }}
                  promise={promise}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
