import type { Trust } from "../../src/api/directory.schema.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import { nothingAsked } from "../../src/crypto/letter.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";

/** The server cannot tell how a code was stretched. */
const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));

/** Sends letters to a commune's committee as a browser does. */
export type LetterPost = { readonly send: (text: string) => Promise<void> };

export async function openLetterPost(origin: string, trust: Trust): Promise<LetterPost> {
  const transport: Transport = { origin, fetch: hostFetch };
  const text = await fetchDirectory(transport);
  const reading = knownOrganisation(text ?? "", trust, vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  return { send: (letter) => sendOne(transport, reading.organisation, letter) };
}

async function sendOne(transport: Transport, organisation: KnownOrganisation, text: string): Promise<void> {
  const choices = {
    unit: "gr-hoa-thuan" as UnitId,
    about: "somebody-else" as const,
    excluded: [],
    levelAbove: false,
  };
  const route = findRoute(organisation.tree, choices);
  if (route.kind !== "routed") throw new Error("no route");
  const { caseId, keys } = prepareLetter(organisation.fingerprint, quickStretch);
  const work = await workFor(transport, caseId);
  if (work.kind !== "proof") throw new Error(work.kind);
  const content = {
    language: "vi" as const,
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
}
