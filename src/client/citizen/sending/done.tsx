import type { JSX } from "preact";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { AllWords } from "../words.ts";

/** The end: nothing of the letter is left on the page. */
export function DonePage({
  words: { say },
  onHome,
}: {
  readonly words: AllWords;
  readonly onHome: () => void;
}): JSX.Element {
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("done.title")}</h1>
      <Notice tone="good">{say("done.text")}</Notice>
      <p>{say("done.exit")}</p>
      <Button onPress={onHome}>{say("done.home")}</Button>
    </div>
  );
}
