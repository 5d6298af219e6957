import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Transport } from "../transport.ts";
import { Button } from "../ui/button.tsx";
import { Live } from "../ui/live.tsx";
import { Notice } from "../ui/notice.tsx";
import { backToTheRealDay, moveDaysOn } from "./clock.ts";
import type { TourWords } from "./words.ts";

type State =
  | { readonly kind: "asking" | "working" | "failed" }
  | { readonly kind: "moved"; readonly today: PlainDate };

/** One move of the demonstration's day: so many days on, or (null) back to the real one. */
export function ClockMover({
  tour: { tell, words },
  transport,
  days,
}: {
  readonly tour: TourWords;
  readonly transport: Transport;
  readonly days: number | null;
}): JSX.Element {
  const { language } = words;
  const [state, setState] = useState<State>({ kind: "asking" });
  const move = () => {
    const go = async () => {
      setState({ kind: "working" });
      const moving = days === null ? backToTheRealDay(transport) : moveDaysOn(transport, days);
      const today = await moving.catch(() => undefined);
      setState(today === undefined ? { kind: "failed" } : { kind: "moved", today });
    };
    void go();
  };
  return (
    <div class="stack-small">
      <p>
        <Button kind="secondary" waiting={state.kind === "working"} onPress={move}>
          {days === null ? tell("clock.real") : tell("clock.later", { days: formatNumber(language, days) })}
        </Button>
      </p>
      <Live>
        {state.kind === "working" && <p>{tell("clock.working")}</p>}
        {state.kind === "failed" && <Notice tone="warn">{tell("clock.failed")}</Notice>}
        {state.kind === "moved" && (
          <Notice tone="good">{tell("clock.today", { day: formatDate(language, state.today) })}</Notice>
        )}
      </Live>
    </div>
  );
}
