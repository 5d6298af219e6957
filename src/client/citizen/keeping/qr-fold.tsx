import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReceiptCode } from "../../../envelope/receipt-code.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Rich } from "../../ui/rich.tsx";
import { usePart } from "../part.ts";
import type { AllWords } from "../words.ts";

const loadQrCode = async () => (await import("./qr-code.tsx")).QrCode;

/**
 * The code as a picture for another device, on press. It holds the digits alone: an address with the code in it
 * would stay in the other device's history. What draws it is fetched with the receipt and not on the press, which
 * would tell the server that somebody scans.
 */
export function QrFold({
  words: { say },
  code,
}: {
  readonly words: AllWords;
  readonly code: ReceiptCode;
}): JSX.Element {
  const [isShown, setShown] = useState(false);
  const [part, fetchAgain] = usePart(loadQrCode, true);
  const QrCode = part.kind === "ready" ? part.value : null;
  const press = () => {
    setShown(!isShown);
    if (part.kind === "failed") fetchAgain();
  };
  return (
    <div class="stack-small">
      <div>
        <Button describedBy="qr-what" onPress={press}>
          {say(isShown ? "keep.qr.hide" : "keep.qr")}
        </Button>
      </div>
      <p class="beneath" id="qr-what">
        {say("keep.qr.what")}
      </p>
      {isShown && (
        <>
          <Notice tone="warn" live="status">
            <p>
              <Rich text={say(part.kind === "failed" ? "keep.qr.missing" : "keep.qr.warning")} />
            </p>
          </Notice>
          {QrCode !== null && <QrCode text={code} label={say("keep.qr.label")} />}
        </>
      )}
    </div>
  );
}
