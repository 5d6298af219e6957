import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OfficerMessages } from "../../../i18n/officer/words.load.ts";
import { passkeyLabelBytes } from "../../../envelope/sizes.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Failure } from "../../transport.ts";
import { useTools } from "../tools.ts";
import type { Adding } from "./passkey-desk.ts";

type Problem = Extract<keyof OfficerMessages, `passkeys.problem.${string}`>;

/** Adds a passkey: a name for it and, once more, the passphrase. */
export function PasskeyForm({ onAdded }: { readonly onAdded: () => void }): JSX.Element {
  const { conductor, words } = useTools();
  const { say } = words;
  const label = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    const typed = { label: label.current?.value.trim() ?? "", passphrase: passphrase.current?.value ?? "" };
    if (isWorking) return;
    if (typed.label === "" || typed.passphrase.trim() === "") {
      setProblem("passkeys.problem.missing");
      return;
    }
    setWorking(true);
    setProblem(null);
    const answer = await conductor.askPasskeys(
      async (passkeys) => await passkeys.add(typed.passphrase, typed.label),
    );
    setWorking(false);
    if (answer === undefined) return;
    if (answer.kind !== "added") {
      setProblem(problemOf(answer));
      return;
    }
    for (const field of [label, passphrase]) if (field.current !== null) field.current.value = "";
    onAdded();
  };
  return (
    <form
      class="passkey-form"
      aria-label={say("passkeys.add")}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p>{say("passkeys.shared-device")}</p>
      <div class="field">
        <label class="field-label" for="passkey-label">
          {say("passkeys.label")}
        </label>
        <p class="field-hint" id="passkey-label-hint">
          {say("passkeys.label-hint")}
        </p>
        <input
          class="field-input"
          id="passkey-label"
          ref={label}
          maxLength={Math.floor(passkeyLabelBytes / 3)}
          readOnly={isWorking}
          aria-describedby="passkey-label-hint"
          autocomplete="off"
        />
      </div>
      <div class="field">
        <label class="field-label" for="passkey-passphrase">
          {say("passkeys.passphrase")}
        </label>
        <p class="field-hint" id="passkey-passphrase-hint">
          {say("passkeys.passphrase-hint")}
        </p>
        <input
          class="field-input passphrase"
          id="passkey-passphrase"
          type="password"
          ref={passphrase}
          readOnly={isWorking}
          aria-describedby="passkey-passphrase-hint"
          autocomplete="current-password"
        />
      </div>
      <div role="alert">
        {problem !== null && (
          <Notice tone="bad">
            <p>{say(problem)}</p>
          </Notice>
        )}
      </div>
      <button type="submit" class="button button-primary" aria-disabled={isWorking ? "true" : undefined}>
        {say("passkeys.add")}
      </button>
      <p class="progress" aria-live="polite">
        {isWorking && (
          <>
            <span class="spinner" aria-hidden="true" />
            {say("passkeys.working")}
          </>
        )}
      </p>
    </form>
  );
}

function problemOf({ kind }: Exclude<Adding, { readonly kind: "added" }> | Failure): Problem {
  switch (kind) {
    case "wrong":
    case "full":
    case "cancelled":
    case "already-there":
    case "without-secret":
    case "unreachable":
      return `passkeys.problem.${kind}`;
    case "added":
    case "busy":
    case "failed":
    case "refused":
      return "passkeys.problem.failed";
    default:
      return kind satisfies never;
  }
}
