import { wipeReporterKeys } from "../../../crypto/receipt.ts";
import { sodiumReady } from "../../../crypto/sodium.ts";
import { vietnamDateAt } from "../../../domain/plain-date.ts";
import {
  containsAnyReceiptCode,
  containsReceiptCode,
  type ReceiptCode,
} from "../../../envelope/receipt-code.ts";
import { fetchDirectory } from "../../directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../organisation.ts";
import {
  type CaseOpening,
  type CaseView,
  openCase,
  openCaseWithKeys,
  type ShownCase,
} from "../../reporter/open-case.ts";
import { freeDeedBytes, sealDeed, type WrittenDeed } from "../../reporter/seal-deed.ts";
import { deliver } from "../../reporter/send-letter.ts";
import type { Transport } from "../../transport.ts";
import { trust } from "../../trust.ts";
import type { SendFault } from "../journey.ts";
import type { Errand } from "../sending/courier.ts";

// What the way back needs of the cryptography; fetched when a code has been entered.

/** A case on the table. The code is kept so that a message which gives it away is not sent. */
export type OpenCase = {
  readonly organisation: KnownOrganisation;
  readonly view: CaseView;
  readonly code: ReceiptCode;
};

/** As much of it as its page tells. */
export type ShownOpenCase = { readonly organisation: KnownOrganisation; readonly view: ShownCase };

export type Visit =
  | { readonly kind: "open"; readonly opened: OpenCase }
  | { readonly kind: "fault"; readonly fault: SendFault }
  | Exclude<CaseOpening, { kind: "case" }>;

/** Verifies the directory and opens the case of a code. */
export async function visit(transport: Transport, code: ReceiptCode): Promise<Visit> {
  await sodiumReady();
  const text = await fetchDirectory(transport);
  if (text === undefined) return directoryFault("missing");
  const reading = knownOrganisation(text, trust, vietnamDateAt(Date.now()));
  if (reading.kind === "fault") return directoryFault(reading.fault);
  const { organisation } = reading;
  return toVisit(organisation, code, await openCase(transport, organisation, code));
}

function directoryFault(fault: Extract<SendFault, { kind: "directory" }>["fault"]): Visit {
  return { kind: "fault", fault: { kind: "directory", fault } };
}

/** Looks again, with the keys that are there. */
export async function lookAgain(
  transport: Transport,
  { organisation, view, code }: OpenCase,
): Promise<Visit> {
  return toVisit(organisation, code, await openCaseWithKeys(transport, organisation, view.keys));
}

function toVisit(organisation: KnownOrganisation, code: ReceiptCode, opening: CaseOpening): Visit {
  if (opening.kind !== "case") return opening;
  return { kind: "open", opened: { organisation, view: opening.view, code } };
}

/** Whether a message gives the receipt code away. */
export function holdsCode({ code }: OpenCase, text: string): boolean {
  return containsReceiptCode(text, code) || containsAnyReceiptCode(text);
}

/** How one deed is sealed and delivered: what the courier needs. */
export function deedErrand(
  transport: Transport,
  { organisation, view }: OpenCase,
  written: WrittenDeed,
): Pick<Errand, "seal" | "deliver"> {
  return {
    seal: async () => await sealDeed(transport, organisation, view, written),
    deliver: async (request) => await deliver(transport, request),
  };
}

/** Bytes that are free for the words of a deed, and for none. */
export function roomFor(written: WrittenDeed): { readonly free: number; readonly whole: number } {
  return { free: freeDeedBytes(written), whole: freeDeedBytes({ ...written, text: "" }) };
}

/** Forgets the keys of a case. */
export function closeCase({ view }: OpenCase): void {
  wipeReporterKeys(view.keys);
}
