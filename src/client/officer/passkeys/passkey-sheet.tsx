import type { JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDate } from "../../../i18n/format.ts";
import type { KnownPasskey } from "../../desk/passkeys.ts";
import { Notice } from "../../ui/notice.tsx";
import { useTools } from "../tools.ts";
import { PasskeyForm } from "./passkey-form.tsx";
import { useUnsupported } from "./passkey-entrance.tsx";

type Known = readonly KnownPasskey[] | "loading" | "failed";

/** The button that opens the officer's passkeys, and the sheet behind it. */
export function PasskeyButton(): JSX.Element {
  const { say } = useTools().words;
  const [isShown, setShown] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          setShown(true);
        }}
      >
        {say("console.passkeys")}
      </button>
      {isShown && (
        <PasskeySheet
          onClose={() => {
            setShown(false);
          }}
        />
      )}
    </>
  );
}

function PasskeySheet({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { conductor, words } = useTools();
  const { say } = words;
  const dialog = useShownDialog();
  const unsupported = useUnsupported();
  const [known, setKnown] = useState<Known>("loading");
  const [did, setDid] = useState<"added" | "removed" | null>(null);
  const load = async () => {
    const answer = await conductor.askPasskeys(async (passkeys) => await passkeys.list());
    setKnown(answer?.kind === "passkeys" ? answer.passkeys : "failed");
  };
  useEffect(() => void load(), []);
  const remove = async (passkey: string) => {
    const answer = await conductor.askPasskeys(async (passkeys) => await passkeys.remove(passkey));
    setDid(answer?.kind === "removed" ? "removed" : null);
    await load();
  };
  return (
    <dialog class="help-sheet passkey-sheet" ref={dialog} aria-labelledby="passkeys-title" onClose={onClose}>
      <h2 id="passkeys-title">{say("passkeys.title")}</h2>
      <p>{say("passkeys.intro")}</p>
      <h3>{say("passkeys.list")}</h3>
      <PasskeyList known={known} onRemove={(passkey) => void remove(passkey)} />
      <div class="passkey-news" aria-live="polite">
        {did !== null && (
          <Notice tone="good">
            <p>{say(`passkeys.${did}`)}</p>
          </Notice>
        )}
      </div>
      {unsupported === null && (
        <PasskeyForm
          onAdded={() => {
            setDid("added");
            void load();
          }}
        />
      )}
      {unsupported !== null && unsupported !== "asking" && (
        <p class="remark">{say(`sign-in.no-passkey.${unsupported}`)}</p>
      )}
      <button type="button" class="button button-secondary" onClick={() => dialog.current?.close()}>
        {say("passkeys.close")}
      </button>
    </dialog>
  );
}

function PasskeyList({
  known,
  onRemove,
}: {
  readonly known: Known;
  readonly onRemove: (passkey: string) => void;
}): JSX.Element {
  const { words } = useTools();
  const { say, language } = words;
  if (known === "loading") return <p class="remark">…</p>;
  if (known === "failed") return <p role="alert">{say("passkeys.failed")}</p>;
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

function useShownDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return dialog;
}
