import type { JSX } from "preact";
import { Button } from "../../ui/button.tsx";
import type { OpenCase } from "./case-desk.ts";
import { type ChosenDeed, deedChoices } from "./permissions.ts";
import type { ReturnWords } from "./words.ts";

/** What else the reporter can do; what cannot be done yet says why, and stays where it is. */
export function DeedList({
  words: { say },
  opened: { organisation, view },
  isBusy,
  onChoose,
}: {
  readonly words: ReturnWords;
  readonly opened: OpenCase;
  readonly isBusy: boolean;
  readonly onChoose: (kind: ChosenDeed) => void;
}): JSX.Element {
  return (
    <section class="wishes">
      <h2>{say("deeds.title")}</h2>
      {deedChoices(view, organisation).map(({ kind, obstacle }) => (
        <div key={kind}>
          <Button
            waiting={isBusy || obstacle !== null}
            describedBy={`d-${kind}`}
            onPress={() => {
              onChoose(kind);
            }}
          >
            {say(`deed.${kind}`)}
          </Button>
          <p class="field-hint" id={`d-${kind}`}>
            {obstacle === null ? say(`deed.${kind}.hint`) : say(obstacle)}
          </p>
        </div>
      ))}
    </section>
  );
}
