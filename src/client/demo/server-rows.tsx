import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { readReceiptCode, sayCodeFault } from "../citizen/return/code.ts";
import { allWords } from "../citizen/words.all.ts";
import type { Transport } from "../transport.ts";
import { Button } from "../ui/button.tsx";
import { Field, privateInput } from "../ui/field.tsx";
import { Live } from "../ui/live.tsx";
import { Notice } from "../ui/notice.tsx";
import { fetchRows, type Rows } from "./rows.ts";
import { RowTables } from "./rows.tsx";
import type { TourWords } from "./words.ts";

type State =
  | { readonly kind: "asking" | "working" | "failed" }
  | { readonly kind: "found"; readonly rows: Rows };

/** Asks for a code and shows everything that the server holds about its letter. */
export function ServerRows({
  tour,
  transport,
}: {
  readonly tour: TourWords;
  readonly transport: Transport;
}): JSX.Element {
  const { tell } = tour;
  const words = allWords(tour.words);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [state, setState] = useState<State>({ kind: "asking" });
  const show = () => {
    const reading = readReceiptCode(typed);
    setFault(reading.kind === "fault" ? sayCodeFault(words, reading) : undefined);
    if (reading.kind === "fault") return;
    const go = async () => {
      setState({ kind: "working" });
      const rows = await fetchRows(transport, reading.code).catch(() => undefined);
      setState(rows === undefined ? { kind: "failed" } : { kind: "found", rows });
    };
    void go();
  };
  return (
    <div class="stack-small">
      <Field id="code" label={words.say("code.label")} fault={fault}>
        <input
          {...privateInput}
          class="field-input code-input"
          id="code"
          name="code"
          type="text"
          inputMode="numeric"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </Field>
      <p>
        <Button kind="primary" waiting={state.kind === "working"} onPress={show}>
          {tell("row.show")}
        </Button>
      </p>
      <Live>
        {state.kind === "working" && <p>{tell("row.working")}</p>}
        {state.kind === "failed" && <Notice tone="warn">{tell("row.failed")}</Notice>}
        {state.kind === "found" && <Notice tone="good">{tell("row.found")}</Notice>}
      </Live>
      {state.kind === "found" && <RowTables tour={tour} rows={state.rows} />}
    </div>
  );
}
