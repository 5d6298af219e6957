import type { Trust } from "../../src/api/directory.schema.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import { stretchReporterAtOnce } from "../../src/crypto/argon2.ts";
import { nothingAsked } from "../../src/crypto/letter.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import type { AccusedRole } from "../../src/domain/conflict.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { concat } from "../../src/envelope/bytes.ts";
import type { ReceiptCode } from "../../src/envelope/receipt-code.ts";
import type { Language } from "../../src/i18n/language.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";

/** The server cannot tell how a code was stretched. */
const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));

/** What is unlike in a letter: by itself it is in Vietnamese, about somebody below the commune's committee, and never come back to. */
export type Unlike = {
  readonly language?: Language;
  readonly about?: AccusedRole;
  /** Sent where a letter about this person goes, whatever the answers in it say: as a page that was tampered with would. */
  readonly sentAsAbout?: AccusedRole;
  /** Its writer will come back: the code is stretched as the page does it, which takes its time. */
  readonly comesBack?: boolean;
};

/** Sends letters from a commune as a browser does, and gives their codes. */
export type LetterPost = { readonly send: (text: string, unlike?: Unlike) => Promise<ReceiptCode> };

export async function openLetterPost(origin: string, trust: Trust): Promise<LetterPost> {
  const transport: Transport = { origin, fetch: hostFetch };
  const text = await fetchDirectory(transport);
  const reading = knownOrganisation(text ?? "", trust, vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return { send: (letter, unlike = {}) => sendOne(transport, reading.organisation, letter, unlike) };
}

async function sendOne(
  transport: Transport,
  organisation: KnownOrganisation,
  text: string,
  { language = "vi", about = "somebody-else", sentAsAbout = about, comesBack = false }: Unlike,
): Promise<ReceiptCode> {
  const choices = { unit: "gr-hoa-thuan" as UnitId, about, excluded: [], levelAbove: false };
  const route = findRoute(organisation.tree, { ...choices, about: sentAsAbout });
  if (route.kind !== "routed") throw new Error("no route");
  const stretch = comesBack ? stretchReporterAtOnce : quickStretch;
  const { code, caseId, keys } = prepareLetter(organisation.fingerprint, stretch);
  const work = await workFor(transport, caseId);
  if (work.kind !== "proof") throw new Error(work.kind);
  const content = {
    language,
    self: null,
    ...nothingAsked,
    route: { ...choices, on: organisation.today, steps: [...route.steps] },
    text,
  };
  const wanted = { caseId, keys: await keys, proof: work.proof, route, content };
  const sealed = await sealLetterRequest(transport, organisation, wanted);
  if (sealed.kind !== "sealed") throw new Error(sealed.fault);
  const delivery = await deliver(transport, sealed.request);
  if (delivery.kind !== "accepted") throw new Error(delivery.kind);
  return code;
}
