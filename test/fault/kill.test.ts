import { nothingAsked } from "../../src/crypto/letter.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { type Delivery, deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import type { UnitId } from "../../src/domain/ids.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { concat, type Bytes } from "../../src/envelope/bytes.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { createKillableServer, type KillableServer } from "../support/killable-server.ts";

type Sealed = { readonly keys: ReporterKeys; readonly request: Bytes; readonly text: string };

const letterCount = 10;
const kills = Number(process.env["KILLS"] ?? 2);

/** Sealing costs what it costs; what is tested here is the server, which cannot tell how a code was stretched. */
const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));

let server: KillableServer;
let transport: Transport;
let organisation: KnownOrganisation;

async function seal(text: string): Promise<Sealed> {
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
  const known = await keys;
  const sealed = await sealLetterRequest(transport, organisation, {
    caseId,
    keys: known,
    proof: work.proof,
    route,
    content,
  });
  if (sealed.kind !== "sealed") throw new Error(sealed.fault);
  return { keys: known, request: sealed.request, text };
}

beforeAll(async () => {
  server = await createKillableServer();
  await server.start();
  transport = { origin: server.origin, fetch: hostFetch };
  const text = await fetchDirectory(transport);
  const reading = knownOrganisation(text ?? "", server.trust, vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  organisation = reading.organisation;
}, 120_000);

afterAll(async () => {
  await server.remove();
});

describe("a power cut while letters arrive", () => {
  test(
    "loses none that was acknowledged and doubles none that is sent again",
    async () => {
      for (let round = 0; round < kills; round++) {
        const letters = await Promise.all(
          Array.from({ length: letterCount }, (_, index) => seal(`${round}/${index}`)),
        );
        const before = await deliverUntilKilled(letters, 15 + round * 20);
        await server.start();
        const acknowledged = letters.filter((_, index) => before[index]?.kind === "accepted");
        for (const { keys, text } of acknowledged) {
          const opening = await openCaseWithKeys(transport, organisation, keys);
          expect(opening.kind === "case" && opening.view.letter.body?.text).toBe(text);
        }
        const again = await Promise.all(letters.map(({ request }) => deliver(transport, request)));
        expect(again.map(({ kind }) => kind)).toEqual(letters.map(() => "accepted"));
        for (const { keys, text } of letters) {
          const opening = await openCaseWithKeys(transport, organisation, keys);
          expect(opening.kind === "case" && opening.view.letter.body?.text).toBe(text);
        }
      }
    },
    kills * 60_000,
  );
});

/** Sends all at once and kills the server shortly after; what had no answer by then is `unreachable`. */
async function deliverUntilKilled(
  letters: readonly Sealed[],
  milliseconds: number,
): Promise<readonly Delivery[]> {
  const deliveries = Promise.all(letters.map(({ request }) => deliver(transport, request)));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await server.kill();
  return await deliveries;
}
