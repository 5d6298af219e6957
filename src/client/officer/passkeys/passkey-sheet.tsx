import type { JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Notice, type NoticeTone } from "../../ui/notice.tsx";
import { useTools } from "../tools.ts";
import { useUnsupported } from "./passkey-entrance.tsx";
import { PasskeyForm } from "./passkey-form.tsx";
import { PasskeyList } from "./passkey-list.tsx";
import { type Known, type Removal, removalOf, type Removing } from "./removal.ts";

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
  const [did, setDid] = useState<Did>(null);
  const title = useFocusWhereGone(known);
  const load = async () => {
    const answer = await conductor.askPasskeys(async (passkeys) => await passkeys.list());
    setKnown(answer?.kind === "passkeys" ? answer.passkeys : "failed");
  };
  useEffect(() => void load(), []);
  const remove = async (passkey: string) => {
    setDid(null);
    const answer = await conductor.askPasskeys(async (passkeys) => await passkeys.remove(passkey));
    // The desk was locked meanwhile: there is no sheet any more to say anything on.
    if (answer === undefined) return;
    await load();
    setDid({ passkey, answer });
  };
  const retry = () => {
    setKnown("loading");
    void load();
  };
  return (
    <dialog class="help-sheet passkey-sheet" ref={dialog} aria-labelledby="passkeys-title" onClose={onClose}>
      <h2 id="passkeys-title">{say("passkeys.title")}</h2>
      <p>{say("passkeys.intro")}</p>
      <h3 tabIndex={-1} ref={title}>
        {say("passkeys.list")}
      </h3>
      <PasskeyList known={known} onRemove={(passkey) => void remove(passkey)} onRetry={retry} />
      <div class="passkey-news" aria-live="polite">
        <News news={newsOf(did, known)} />
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

/** What was done here last; null: nothing yet, or something that is still under way. */
type Did = "added" | Removing | null;

const tones: Readonly<Record<"added" | Removal, NoticeTone>> = {
  added: "good",
  removed: "good",
  "not-removed": "bad",
  "not-known": "bad",
};

function newsOf(did: Did, known: Known): "added" | Removal | null {
  return did === null || did === "added" ? did : removalOf(did, known);
}

function News({ news }: { readonly news: "added" | Removal | null }): JSX.Element | null {
  const { say } = useTools().words;
  if (news === null) return null;
  return (
    <Notice tone={tones[news]}>
      <p>{say(`passkeys.${news}`)}</p>
    </Notice>
  );
}

/** The heading of the list, which takes the focus when the button that had it has gone with its line. */
function useFocusWhereGone(known: Known): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (known !== "loading" && document.activeElement === document.body) title.current?.focus();
  }, [known]);
  return title;
}

function useShownDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return dialog;
}
