import { freeLetterBytes, type LetterContent } from "../../../crypto/letter.ts";
import type { LetterLanguage } from "../../../crypto/letter.schema.ts";
import { type ReporterKeys, wipeReporterKeys } from "../../../crypto/receipt.ts";
import { sodiumReady } from "../../../crypto/sodium.ts";
import { vietnamDateAt } from "../../../domain/plain-date.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import { containsReceiptCode, type ReceiptCode } from "../../../envelope/receipt-code.ts";
import { type KnownOrganisation, knownOrganisation } from "../../organisation.ts";
import {
  type LetterPreparation,
  prepareLetter,
  type ProofOfWork,
  workFor,
} from "../../reporter/prepare-letter.ts";
import { deliver, type Routed, type SealedLetter, sealLetterRequest } from "../../reporter/send-letter.ts";
import type { Failure, Transport } from "../../transport.ts";
import { trust } from "../../trust.ts";
import type { Draft, SendFault } from "../journey.ts";
import { asksGroupC, categoryOf } from "./category.ts";

// Everything that needs the cryptography: fetched when the person begins to write, so that it is ready at "Send".

/** A letter in the making: the verified directory, the code and its keys, the proof of work. */
export type Sealing = {
  readonly organisation: KnownOrganisation;
  readonly preparation: LetterPreparation;
  /** The proof that was begun first; a failed one is asked for again at sending. */
  readonly firstProof: Promise<ProofOfWork>;
};

export type SealingStart =
  | { readonly kind: "sealing"; readonly sealing: Sealing }
  | { readonly kind: "fault"; readonly fault: SendFault };

/** Verifies the directory and begins everything slow. */
export async function startSealing(transport: Transport, directoryText: string): Promise<SealingStart> {
  if (typeof WebAssembly === "undefined")
    return { kind: "fault", fault: { kind: "crypto", fault: "unsupported" } };
  await sodiumReady();
  const reading = knownOrganisation(directoryText, trust, vietnamDateAt(Date.now()));
  if (reading.kind === "fault") return { kind: "fault", fault: { kind: "directory", fault: reading.fault } };
  const { organisation } = reading;
  const preparation = prepareLetter(organisation.fingerprint);
  // One after the other: on a slow telephone both at once would be felt in the keystrokes.
  const firstProof = preparation.keys.then(async () => await workFor(transport, preparation.caseId));
  return { kind: "sealing", sealing: { organisation, preparation, firstProof } };
}

/** Gives up a letter in the making. */
export function stopSealing({ preparation }: Sealing): void {
  preparation.keys.then(wipeReporterKeys, () => undefined);
}

function contentOf(
  { organisation }: Sealing,
  draft: Draft,
  route: Routed,
  language: LetterLanguage,
): LetterContent {
  const { unit, about, excluded, levelAbove, self, facts, text } = draft;
  return {
    language,
    self,
    category: categoryOf(draft, asksGroupC(organisation.tree, route)),
    facts,
    parts: 0,
    route: {
      unit,
      about: about ?? "unknown",
      excluded: [...excluded],
      levelAbove,
      on: organisation.tree.date,
      steps: [...route.steps],
    },
    text,
  };
}

/** How much of the letter is free, in bytes, and of how much. */
export function roomFor(
  sealing: Sealing,
  draft: Draft,
  route: Routed,
  language: LetterLanguage,
): { readonly free: number; readonly whole: number } {
  const content = contentOf(sealing, draft, route, language);
  return { free: freeLetterBytes(content), whole: freeLetterBytes({ ...content, text: "" }) };
}

/** Whether the text gives the receipt code away. */
export function holdsCode({ preparation }: Sealing, text: string): boolean {
  return containsReceiptCode(text, preparation.code);
}

/** The code of the letter: shown only once the letter has been accepted. */
export function codeOf({ preparation }: Sealing): ReceiptCode {
  return preparation.code;
}

/** How one letter is sealed and delivered: what the courier needs. */
export function errandFor(
  transport: Transport,
  sealing: Sealing,
  draft: Draft,
  route: Routed,
  language: LetterLanguage,
  onProving: () => void,
): {
  readonly seal: () => Promise<SealedLetter | Failure>;
  readonly deliver: (request: Bytes) => ReturnType<typeof deliver>;
} {
  const { organisation, preparation } = sealing;
  const content = contentOf(sealing, draft, route, language);
  let first: Promise<ProofOfWork> | undefined = sealing.firstProof;
  const seal = async (): Promise<SealedLetter | Failure> => {
    const keys: ReporterKeys = await preparation.keys;
    onProving();
    const begun = await first;
    first = undefined;
    const work = begun?.kind === "proof" ? begun : await workFor(transport, preparation.caseId);
    if (work.kind !== "proof") return work;
    const { caseId } = preparation;
    return await sealLetterRequest(transport, organisation, {
      caseId,
      keys,
      proof: work.proof,
      route,
      content,
    });
  };
  return { seal, deliver: async (request) => await deliver(transport, request) };
}
