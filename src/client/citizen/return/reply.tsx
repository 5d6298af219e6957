import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import type { DeedPageProps } from "./deed-page.tsx";
import { withText } from "./drafts.ts";
import { Progress } from "./progress.tsx";
import { WordsField, wordsFault } from "./words-field.tsx";

/** Writing back, on the page of the case itself: it is what people come for. */
export function Reply({
  words,
  opened,
  desk,
  drafts,
  onDraft,
  deedSending,
}: Omit<DeedPageProps, "onBack">): JSX.Element {
  const { say } = words;
  const [fault, setFault] = useState<string | undefined>(undefined);
  const text = drafts.texts.message;
  const written = { deed: { kind: "message" }, text } as const;
  return (
    <section class="stack-small">
      <h2>{say("case.reply")}</h2>
      <ErrorSummary
        title={say("errors.title")}
        faults={fault === undefined ? [] : [{ field: "h", text: fault }]}
      />
      <WordsField
        words={words}
        id="h"
        label={say("case.reply.text")}
        fault={fault}
        rows={5}
        isReadOnly={deedSending.isBusy}
        room={desk.roomFor(written)}
        text={text}
        onType={(typed) => {
          setFault(undefined);
          onDraft(withText(drafts, "message", typed));
        }}
      />
      <Progress words={words} deedSending={deedSending} />
      <Button
        kind="primary"
        waiting={deedSending.isBusy}
        onPress={() => {
          const found = wordsFault(words, desk, opened, written, say("case.reply.required"));
          setFault(found);
          if (found === undefined) deedSending.send(opened, written);
        }}
      >
        {say("case.reply.send")}
      </Button>
    </section>
  );
}
