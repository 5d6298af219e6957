import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { receiptGroups } from "../../../envelope/receipt-code.ts";
import { Button } from "../../ui/button.tsx";
import { Live } from "../../ui/live.tsx";
import type { Receipt } from "../journey.ts";
import type { Directory } from "../letter/directory.ts";
import type { AllWords } from "../words.ts";
import { type PaperKind, Papers } from "./paper.tsx";
import { QrFold } from "./qr-fold.tsx";
import { usePrinter } from "./use-printer.ts";

/** The ways to keep the code: by hand, copied, on a sheet, on a slip that says nothing, as a picture to be scanned. */
export function Keeping({
  words,
  directory,
  receipt,
}: {
  readonly words: AllWords;
  readonly directory: Directory;
  readonly receipt: Receipt;
}): JSX.Element {
  const { say } = words;
  const [kind, print] = usePrinter<PaperKind>("a4");
  const [hasAddress, setAddress] = useState(false);
  return (
    <section class="stack-small keeping">
      <h2>{say("keep.title")}</h2>
      <p>{say("keep.hand")}</p>
      <Copying words={words} code={receiptGroups(receipt.code).join(" ")} />
      <PrintButton name="a4" label={say("keep.a4")} hint={say("keep.a4.hint")} onPress={print} />
      <PrintButton name="slip" label={say("keep.slip")} hint={say("keep.slip.hint")} onPress={print} />
      <label class={hasAddress ? "choice choice-chosen" : "choice"} for="slip-address">
        <input
          type="checkbox"
          id="slip-address"
          autocomplete="off"
          checked={hasAddress}
          aria-describedby="slip-address-hint"
          onChange={(event) => {
            setAddress(event.currentTarget.checked);
          }}
        />
        <span class="choice-label">{say("keep.slip.address")}</span>
        <span class="choice-hint" id="slip-address-hint">
          {say("keep.slip.address.hint")}
        </span>
      </label>
      <p>{say("keep.printer")}</p>
      <QrFold words={words} code={receipt.code} />
      <Papers {...{ words, directory, receipt, kind, hasAddress }} />
    </section>
  );
}

function PrintButton({
  name,
  label,
  hint,
  onPress,
}: {
  readonly name: PaperKind;
  readonly label: string;
  readonly hint: string;
  readonly onPress: (kind: PaperKind) => void;
}): JSX.Element {
  return (
    <>
      <div>
        <Button
          describedBy={`print-${name}`}
          onPress={() => {
            onPress(name);
          }}
        >
          {label}
        </Button>
      </div>
      <p class="beneath" id={`print-${name}`}>
        {hint}
      </p>
    </>
  );
}

function Copying({ words: { say }, code }: { readonly words: AllWords; readonly code: string }): JSX.Element {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = async () => {
    try {
      // Absent where the page is not served over a safe connection; then this throws like a refusal.
      await navigator.clipboard.writeText(code);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <div class="stack-small">
      <div>
        <Button
          onPress={() => {
            void copy();
          }}
        >
          {say("receipt.copy")}
        </Button>
      </div>
      <Live look="keeping-state">
        {copied === "yes" && say("receipt.copied")}
        {copied === "failed" && say("receipt.copy.failed")}
      </Live>
    </div>
  );
}
