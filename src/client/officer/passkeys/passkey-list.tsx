import type { JSX } from "preact";
import { formatDate } from "../../../i18n/format.ts";
import { useTools } from "../tools.ts";
import type { Known } from "./removal.ts";

/** The officer's passkeys, each with a button that takes it away; where they could not be had, one that asks again. */
export function PasskeyList({
  known,
  onRemove,
  onRetry,
}: {
  readonly known: Known;
  readonly onRemove: (passkey: string) => void;
  readonly onRetry: () => void;
}): JSX.Element {
  const { words } = useTools();
  const { say, language } = words;
  if (known === "loading") return <p class="remark">…</p>;
  if (known === "failed") return <NoList onRetry={onRetry} />;
  if (known.length === 0) return <p class="remark">{say("passkeys.none")}</p>;
  return (
    <ul class="passkey-list">
      {known.map(({ passkey, note }) => (
        <li key={passkey}>
          <span>
            <strong>{note?.label ?? say("passkeys.unreadable")}</strong>
            {note?.on != null && <> {say("passkeys.since", { date: formatDate(language, note.on) })}</>}
          </span>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              onRemove(passkey);
            }}
          >
            {say("passkeys.remove")} <span class="visually-hidden">{note?.label ?? passkey}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function NoList({ onRetry }: { readonly onRetry: () => void }): JSX.Element {
  const { say } = useTools().words;
  return (
    <div class="passkey-none">
      <p role="alert">{say("passkeys.failed")}</p>
      <button type="button" class="button button-secondary" onClick={onRetry}>
        {say("inbox.retry")}
      </button>
    </div>
  );
}
