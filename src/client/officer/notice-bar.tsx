import type { JSX } from "preact";
import { formatList } from "../../i18n/format.ts";
import { Notice, type NoticeTone } from "../ui/notice.tsx";
import type { Notice as NoticeState } from "./state.ts";
import { useTools } from "./tools.ts";

const tones: Readonly<Record<NoticeState["tone"], NoticeTone>> = {
  done: "good",
  warning: "warn",
  error: "bad",
};

/** What came of the last act. It stays until it is closed or the next act: nobody has to read in a hurry. */
export function NoticeBar({ notice }: { readonly notice: NoticeState | null }): JSX.Element {
  const { words, dispatch } = useTools();
  return (
    <section class="notice-bar" aria-live="polite" aria-label={words.say("console.notices")}>
      {notice !== null && (
        <Notice tone={tones[notice.tone]}>
          {notice.events !== undefined && (
            <p>
              {words.say("notice.conflict.events", {
                events: formatList(
                  words.language,
                  notice.events.map((type) => words.law.say(`event.${type}`)),
                ),
              })}
            </p>
          )}
          {notice.keys.map((key) => (
            <p key={key}>{words.say(key)}</p>
          ))}
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              dispatch({ type: "notice-dismissed" });
            }}
          >
            {words.say("console.dismiss")}
          </button>
        </Notice>
      )}
    </section>
  );
}
