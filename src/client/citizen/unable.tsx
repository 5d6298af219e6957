import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import type { Words } from "./words.ts";

/** Whether this browser can seal and prove its work at all. Known before anything is written, so that nothing is written in vain. */
export const canSeal = typeof WebAssembly === "object" && "subtle" in crypto;

/** In place of the form and of the way back: what this browser lacks, what to do, and where else to go. */
export function Unable({
  words,
  onBack,
}: {
  readonly words: Words;
  readonly onBack: () => void;
}): JSX.Element {
  const { say } = words;
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("crypto.unable")}</h1>
      <Notice tone="warn">{say("crypto.unsupported")}</Notice>
      <p>
        <a class="link" href="/giup">
          {say("home.help")}
        </a>
      </p>
      <h2>{say("home.else.title")}</h2>
      <Elsewhere words={words} />
      <Button onPress={onBack}>{say("step.back")}</Button>
    </div>
  );
}
