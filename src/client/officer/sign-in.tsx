import type { JSX, RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { vietnamDateAt } from "../../domain/plain-date.ts";
import { Notice } from "../ui/notice.tsx";
import { watchAbsence } from "./idle.ts";
import { PasskeyEntrance } from "./passkeys/passkey-entrance.tsx";
import type { Gate } from "./state.ts";
import { useTools } from "./tools.ts";

/** The way in: a name and a passphrase, which stays on this page. */
export function SignIn({ gate, isDemo }: { readonly gate: Gate; readonly isDemo: boolean }): JSX.Element {
  const { say } = useTools().words;
  return (
    <main class="gate">
      <h1 class="gate-title">{say("sign-in.title")}</h1>
      {gate.reason !== "start" && (
        <Notice live="status">
          <p>{say(`sign-in.reason.${gate.reason}`)}</p>
          {gate.kept && <p>{say("sign-in.kept")}</p>}
        </Notice>
      )}
      <SignInForm gate={gate} />
      <PasskeyEntrance gate={gate} />
      <p class="remark">{say("sign-in.intro")}</p>
      {isDemo && (
        <aside class="demo-box" aria-label={say("sign-in.demo.title")}>
          <strong>{say("sign-in.demo.title")}.</strong> {say("sign-in.demo.text")}
        </aside>
      )}
    </main>
  );
}

function SignInForm({ gate }: { readonly gate: Gate }): JSX.Element {
  const { conductor, words } = useTools();
  const { say } = words;
  const name = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const { step } = gate;
  const isWaiting = step === "waiting";
  useEffect(() => {
    if (!isWaiting) return;
    const field = name.current?.value === "" ? name : passphrase;
    field.current?.focus();
  }, [isWaiting, gate.problem]);

  return (
    <form
      class="gate-form"
      aria-label={say("sign-in.title")}
      onSubmit={(event) => {
        // Never sent as a form: what was typed would stand in the address or in a body.
        event.preventDefault();
        const typed = { name: name.current?.value ?? "", passphrase: passphrase.current?.value ?? "" };
        conductor.signIn(typed.name, typed.passphrase, vietnamDateAt(Date.now()));
      }}
    >
      <div class="field">
        <label class="field-label" for="login-name">
          {say("sign-in.login-name")}
        </label>
        <input
          class="field-input"
          id="login-name"
          ref={name}
          defaultValue={gate.loginName}
          readOnly={!isWaiting}
          autocomplete="username"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
        />
      </div>
      <Passphrase input={passphrase} readOnly={!isWaiting} isInterrupted={gate.problem === "interrupted"} />
      <div role="alert">
        {gate.problem !== null && (
          <Notice tone="bad">
            <p>{say(`sign-in.problem.${gate.problem}`)}</p>
          </Notice>
        )}
      </div>
      <button
        type="submit"
        class="button button-primary"
        aria-disabled={isWaiting && gate.pause === 0 ? undefined : "true"}
      >
        {say("sign-in.submit")}
      </button>
      <p class="progress" aria-live="polite">
        {step !== "waiting" && (
          <>
            <span class="spinner" aria-hidden="true" />
            {say(`sign-in.${step}`)}
          </>
        )}
        {gate.pause > 0 && say("sign-in.pause", { seconds: String(gate.pause) })}
      </p>
    </form>
  );
}

function Passphrase({
  input,
  readOnly,
  isInterrupted,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly readOnly: boolean;
  readonly isInterrupted: boolean;
}): JSX.Element {
  const { say } = useTools().words;
  const [isShown, setShown] = useState(false);
  // Without a desk there is no lock that would take it away, and whoever comes next could have it shown. In the field
  // itself and at once: a page that is put aside is not drawn any more.
  const forget = useCallback(() => {
    if (input.current !== null) input.current.value = "";
    setShown(false);
  }, [input]);
  useEffect(() => watchAbsence(forget), [forget]);
  useEffect(() => {
    if (isInterrupted) forget();
  }, [isInterrupted, forget]);
  return (
    <div class="field">
      <label class="field-label" for="passphrase">
        {say("sign-in.passphrase")}
      </label>
      <p class="field-hint" id="passphrase-hint">
        {say("sign-in.passphrase-hint")}
      </p>
      <div class="field-row">
        <input
          class="field-input passphrase"
          id="passphrase"
          ref={input}
          {...(isShown ? { type: "text" as const } : { type: "password" as const })}
          readOnly={readOnly}
          aria-describedby="passphrase-hint"
          autocomplete="current-password"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
        />
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? say("sign-in.hide") : say("sign-in.show")}{" "}
          <span class="visually-hidden">{say("sign-in.passphrase")}</span>
        </button>
      </div>
    </div>
  );
}
