import type { JSX } from "preact";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { leaveQuickly } from "../leave.ts";
import type { AllWords } from "../words.ts";

/** The end: nothing of the letter is left on the page. What to do from now on, and to leave. */
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
      <section class="stack-small">
        <h2>{say("done.next.title")}</h2>
        <ul class="elsewhere">
          <li>{say("done.next.date")}</li>
          <li>{say("done.next.ask")}</li>
          <li>{say("done.next.quiet")}</li>
          <li>{say("done.exit")}</li>
        </ul>
      </section>
      <Button
        kind="primary"
        onPress={() => {
          // Nothing is left here to be wiped first; what leaves with the page is wiped by `guardLeaving`.
          leaveQuickly({ wipe: () => undefined });
        }}
      >
        {say("done.leave")}
      </Button>
      <Button onPress={onHome}>{say("done.home")}</Button>
    </div>
  );
}
