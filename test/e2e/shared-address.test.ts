import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { carry } from "../../src/client/citizen/sending/courier.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, type Routed, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import { stretchReporterAtOnce } from "../../src/crypto/argon2.ts";
import { nothingAsked } from "../../src/crypto/letter.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { countCases, launchBrowser, stack } from "../support/desk.ts";
import { journeyCommittees } from "../support/stack.ts";

// A school, a café, a whole province behind one provider: many people look like one to a server. Ours does not look.

const inARow = 40;
const atOnce = 8;

const transport: Transport = { origin: stack.citizenOrigin, fetch: globalThis.fetch };
const route: Routed = {
  kind: "routed",
  receiver: journeyCommittees.commune,
  fallback: journeyCommittees.district,
  oversight: journeyCommittees.district,
  steps: [],
};

let browser: Browser;
let organisation: KnownOrganisation;

beforeAll(async () => {
  browser = await launchBrowser();
  await sodiumReady();
  const text = (await fetchDirectory(transport)) ?? "";
  const reading = knownOrganisation(text, await keptTrust(stack), vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  ({ organisation } = reading);
});

afterAll(async () => {
  await browser.close();
});

type Sent = { readonly keys: ReporterKeys; readonly text: string };

/** One person's letter, by the code that the page runs, without the page. */
async function send(text: string): Promise<Sent> {
  const { caseId, keys: stretched } = prepareLetter(organisation.fingerprint, stretchReporterAtOnce);
  const keys = await stretched;
  const carried = await carry({
    seal: async () => {
      const work = await workFor(transport, caseId);
      if (work.kind !== "proof") return work;
      const { proof } = work;
      const content = {
        ...nothingAsked,
        self: null,
        language: "vi" as const,
        text,
        parts: 0,
        route: routeIn(organisation),
      };
      return await sealLetterRequest(transport, organisation, { caseId, keys, proof, route, content });
    },
    deliver: async (request) => await deliver(transport, request),
    pause: async (seconds) => {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    },
    report: () => undefined,
  });
  if (carried.kind === "failed") throw new Error(JSON.stringify(carried.fault));
  return { keys, text };
}

function routeIn({ tree }: KnownOrganisation) {
  return { unit: null, about: "unknown" as const, excluded: [], levelAbove: false, on: tree.date, steps: [] };
}

test("forty letters one after the other and eight at once from one address are all accepted, none twice", async () => {
  const before = await countCases(browser, "commune");
  const sent: Sent[] = [];
  for (let count = 0; count < inARow; count++) sent.push(await send(`Thư thứ ${count}`));
  sent.push(
    ...(await Promise.all(
      Array.from({ length: atOnce }, async (_, count) => await send(`Cùng lúc ${count}`)),
    )),
  );
  expect(await countCases(browser, "commune")).toBe(before + inARow + atOnce);
  for (const { keys, text } of [sent[0], sent[inARow - 1], ...sent.slice(inARow)].filter(
    (each) => each !== undefined,
  )) {
    const opening = await openCaseWithKeys(transport, organisation, keys);
    expect(opening.kind === "case" ? opening.view.letter.body?.text : opening.kind).toBe(text);
  }
});
