import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { vietnamDateAt } from "../../../domain/plain-date.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Gate } from "../state.ts";
import { useTools } from "../tools.ts";
import { findUnsupported, type Unsupported } from "./authenticator.ts";

/** The second way in; where there is none, one sentence why. */
export function PasskeyEntrance({ gate }: { readonly gate: Gate }): JSX.Element | null {
  const { conductor, words } = useTools();
  const { say } = words;
  const unsupported = useUnsupported();
  if (unsupported === "asking") return null;
  if (unsupported !== null) return <p class="remark">{say(`sign-in.no-passkey.${unsupported}`)}</p>;
  const isWaiting = gate.step === "waiting" && gate.pause === 0;
  return (
    <div class="passkey-entrance">
      <p class="or">{say("sign-in.or")}</p>
      <button
        type="button"
        class="button button-secondary"
        aria-disabled={isWaiting ? undefined : "true"}
        onClick={() => {
          conductor.signInByPasskey(vietnamDateAt(Date.now()));
        }}
      >
        <Icon name="key" size={18} />
        {say("sign-in.passkey")}
      </button>
    </div>
  );
}

/** What this browser cannot do; it has to be asked first. */
export function useUnsupported(): Unsupported | "asking" {
  const [unsupported, setUnsupported] = useState<Unsupported | "asking">("asking");
  useEffect(() => {
    const find = async () => {
      setUnsupported(await findUnsupported());
    };
    void find();
  }, []);
  return unsupported;
}
