import { type LetterRoom, planLetter, roomInLetter, type WholeLetter } from "../../../crypto/letter.parts.ts";
import type { LetterLanguage } from "../../../crypto/letter.schema.ts";
import { type ReporterKeys, wipeReporterKeys } from "../../../crypto/receipt.ts";
import { sodiumReady } from "../../../crypto/sodium.ts";
import { type PlainDate, vietnamDateAt } from "../../../domain/plain-date.ts";
import type { Bytes } from "../../../envelope/bytes.ts";
import {
  containsAnyReceiptCode,
  containsReceiptCode,
  type ReceiptCode,
} from "../../../envelope/receipt-code.ts";
import { type KnownOrganisation, knownOrganisation } from "../../organisation.ts";
import {
  type LetterPreparation,
  prepareLetter,
  type ProofOfWork,
  workFor,
} from "../../reporter/prepare-letter.ts";
import {
  forgetRest,
  type LetterRest,
  type LetterTrail,
  type PartRequest,
  requestOf,
  restOf,
  sealUpTo,
} from "../../reporter/letter-rest.ts";
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
  // Both at once: the code is stretched behind everything else, and the proof gives way between any two tries.
  const firstProof = workFor(transport, preparation.caseId);
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
): WholeLetter {
  const { unit, about, excluded, levelAbove, self, facts, text } = draft;
  return {
    language,
    self,
    category: categoryOf(draft, asksGroupC(organisation.tree, route)),
    facts,
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

/** How much may still be written, in bytes: in the letter, or in it and the messages in which it goes on. */
export function roomFor(sealing: Sealing, draft: Draft, route: Routed, language: LetterLanguage): LetterRoom {
  return roomInLetter(contentOf(sealing, draft, route, language));
}

/** Whether a text gives the receipt code away, or that of an earlier letter. */
export function holdsCode({ preparation }: Sealing, text: string): boolean {
  return containsReceiptCode(text, preparation.code) || containsAnyReceiptCode(text);
}

/** The code of the letter: shown only once the letter has been accepted. */
export function codeOf({ preparation }: Sealing): ReceiptCode {
  return preparation.code;
}

/** How one letter is sealed and delivered, and then what of it did not fit. */
export type LetterErrand = {
  readonly seal: () => Promise<SealedLetter | Failure>;
  readonly deliver: (request: Bytes) => ReturnType<typeof deliver>;
  /** Once the letter was accepted: the parts behind it. Null: it was all. */
  readonly rest: (releasedOn: PlainDate) => RestErrand | null;
};

/** The parts behind a letter. They count from 1, and each is sealed after the one before. */
export type RestErrand = {
  readonly of: number;
  readonly seal: (part: number) => Promise<PartRequest | Failure>;
  readonly deliver: LetterErrand["deliver"];
  /** Forgets the keys: everything has arrived, or nothing more is tried. */
  readonly forget: () => void;
};

/** What the courier needs for one letter. Ask it once for each: it knows what was sealed. */
export function errandFor(
  transport: Transport,
  sealing: Sealing,
  draft: Draft,
  route: Routed,
  language: LetterLanguage,
  onProving: () => void,
): LetterErrand {
  const { organisation, preparation } = sealing;
  const plan = planLetter(contentOf(sealing, draft, route, language));
  let first: Promise<ProofOfWork> | undefined = sealing.firstProof;
  let known: { readonly keys: ReporterKeys; readonly trail: LetterTrail } | undefined;
  const seal = async (): Promise<SealedLetter | Failure> => {
    // The page that is written on lets no such text go.
    if (plan.kind === "too-long") return { kind: "refused", code: "too-large" };
    preparation.hurry();
    const keys: ReporterKeys = await preparation.keys;
    onProving();
    const begun = await first;
    first = undefined;
    const work = begun?.kind === "proof" ? begun : await workFor(transport, preparation.caseId);
    if (work.kind !== "proof") return work;
    const { caseId } = preparation;
    const { proof } = work;
    const content = plan.letter;
    const sealed = await sealLetterRequest(transport, organisation, { caseId, keys, proof, route, content });
    if (sealed.kind === "sealed") known = { keys, trail: sealed.trail };
    return sealed;
  };
  const deliverBytes = async (request: Bytes) => await deliver(transport, request);
  const rest = (releasedOn: PlainDate) => {
    if (plan.kind === "too-long" || plan.rest.length === 0 || known === undefined) return null;
    const { keys, trail } = known;
    const letter = { caseId: preparation.caseId, keys, texts: plan.rest };
    return restErrand(transport, restOf(letter, trail, releasedOn), deliverBytes);
  };
  return { seal, deliver: deliverBytes, rest };
}

function restErrand(
  transport: Transport,
  rest: LetterRest,
  deliverBytes: LetterErrand["deliver"],
): RestErrand {
  let known = rest;
  const seal = async (part: number) => {
    known = sealUpTo(known, part);
    return await requestOf(transport, known, part);
  };
  const forget = () => {
    forgetRest(known);
  };
  return { of: rest.texts.length, seal, deliver: deliverBytes, forget };
}
