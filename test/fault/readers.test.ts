import { nothingAsked } from "../../src/crypto/letter.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import { type CaseAnswer, readLetterAgain, viewCase } from "../../src/client/desk/act.ts";
import { transferTargets } from "../../src/client/desk/movements.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import { type Desk, signIn } from "../../src/client/desk/session.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { type KnownOrganisation, knownOrganisation } from "../../src/client/organisation.ts";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { prepareLetter, workFor } from "../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import type { Transport } from "../../src/client/transport.ts";
import type { ReporterKeys } from "../../src/crypto/receipt.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import { stretchOfficer } from "../../src/crypto/argon2.ts";
import type { CaseId, UnitId } from "../../src/domain/ids.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { findRoute } from "../../src/domain/routing.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { createKillableServer, type KillableServer } from "../support/killable-server.ts";

const officer = "hoathuan.vanphong";
const kills = Number(process.env["KILLS"] ?? 3);

/** Sealing costs what it costs; the server cannot tell how a code was stretched. */
const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));

let server: KillableServer;
let citizen: Transport;
let organisation: KnownOrganisation;
let desk: Desk;

beforeAll(async () => {
  server = await createKillableServer([officer]);
  await server.start();
  citizen = { origin: server.origin, fetch: hostFetch };
  const today = vietnamDateAt(Date.now());
  const reading = knownOrganisation((await fetchDirectory(citizen)) ?? "", server.trust, today);
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  organisation = reading.organisation;
  const credentials = { loginName: officer, passphrase: server.passphraseOf(officer) };
  const transport = { origin: server.officerOrigin, fetch: hostFetch };
  const signedIn = await signIn(transport, organisation, credentials, stretchOfficer);
  if (signedIn.kind !== "desk") throw new Error(signedIn.kind);
  desk = signedIn.desk;
}, 120_000);

afterAll(async () => {
  await server.remove();
});

type Sent = { readonly id: CaseId; readonly keys: ReporterKeys };

/** A letter to the officer's committee, opened, met and classified. */
async function begin(text: string): Promise<Sent & { readonly file: CaseFile }> {
  const choices = {
    unit: "gr-hoa-thuan" as UnitId,
    about: "somebody-else" as const,
    excluded: [],
    levelAbove: false,
  };
  const route = findRoute(organisation.tree, choices);
  if (route.kind !== "routed") throw new Error("no route");
  const { caseId, keys } = prepareLetter(organisation.fingerprint, quickStretch);
  const work = await workFor(citizen, caseId);
  if (work.kind !== "proof") throw new Error(work.kind);
  const content = {
    language: "vi" as const,
    self: null,
    ...nothingAsked,
    route: { ...choices, on: organisation.today, steps: [...route.steps] },
    text,
  };
  const known = await keys;
  const sealed = await sealLetterRequest(citizen, organisation, {
    caseId,
    keys: known,
    proof: work.proof,
    route,
    content,
  });
  if (sealed.kind !== "sealed") throw new Error(sealed.fault);
  expect((await deliver(citizen, sealed.request)).kind).toBe("accepted");
  let file = fileOf(await viewCase(desk, caseId));
  const orders: readonly Order[] = [
    { command: "open" },
    { command: "acknowledge", message: "Đã nhận." },
    { command: "classify", kind: "report", substance: "report", category: null, eligible: true, remark: "" },
  ];
  for (const order of orders) file = fileOf(await carryOut(desk, file, order));
  return { id: caseId, keys: known, file };
}

function fileOf(answer: CaseAnswer): CaseFile {
  if (answer.kind !== "file") throw new Error(JSON.stringify(answer));
  return answer.file;
}

/** Gives an order and pulls the plug shortly after. */
async function orderUntilKilled(file: CaseFile, order: Order, milliseconds: number): Promise<CaseAnswer> {
  const answer = carryOut(desk, file, order);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await server.kill();
  const answered = await answer;
  await server.start();
  return answered;
}

/** How long the server is left alone, so that the plug is pulled before, while and after it writes. */
const delayOf = (round: number): number => 25 + ((round * 35) % 110);

describe("a power cut while a case changes hands", () => {
  test(
    "leaves a transferred case where it was or where it went, and its reporter sees which",
    async () => {
      for (let round = 0; round < kills; round++) {
        const { id, keys, file } = await begin(`chuyển ${round}`);
        const [target] = transferTargets(desk, file);
        if (target === undefined) throw new Error("nowhere to go");
        const order: Order = { command: "transfer", to: target.committee, message: "Chuyển đơn." };
        const answered = await orderUntilKilled(file, order, delayOf(round));
        const opening = await openCaseWithKeys(citizen, organisation, keys);
        if (opening.kind !== "case") throw new Error(opening.kind);
        const { state } = opening.view;
        const here = await viewCase(desk, id);
        const isGone = state.committee === target.committee;
        if (answered.kind === "left") expect(isGone).toBe(true);
        expect(opening.view.letter.body?.text).toBe(`chuyển ${round}`);
        expect(here).toMatchObject(isGone ? { kind: "refused", code: "not-found" } : { kind: "file" });
        if (isGone) continue;
        expect(await readAgain(here)).toBe(`chuyển ${round}`);
        expect((await carryOut(desk, fileOf(await readLetterAgain(desk, fileOf(here))), order)).kind).toBe(
          "left",
        );
      }
    },
    kills * 60_000,
  );

  test(
    "leaves a case that is handed over with its old key or its new one, and its readers open everything with it",
    async () => {
      for (let round = 0; round < kills; round++) {
        const { id, file } = await begin(`bàn giao ${round}`);
        const order: Order = { command: "hand-over", readers: [desk.officer.id], reason: "Bàn giao." };
        const answered = await orderUntilKilled(file, order, delayOf(round));
        const after = fileOf(await viewCase(desk, id));
        const isDone = after.row.caseKey !== null;
        if (answered.kind === "file") expect(isDone).toBe(true);
        expect(after.chain.end.sequence).toBe(isDone ? 4 : 3);
        expect(await readAgain({ kind: "file", file: after })).toBe(`bàn giao ${round}`);
        if (!isDone) {
          const done = fileOf(await carryOut(desk, fileOf(await readLetterAgain(desk, after)), order));
          expect(await readAgain({ kind: "file", file: done })).toBe(`bàn giao ${round}`);
        }
      }
    },
    kills * 60_000,
  );
});

/** The letter once more, with nothing in the case that does not add up or does not open. */
async function readAgain(answer: CaseAnswer): Promise<string | undefined> {
  const file = fileOf(await readLetterAgain(desk, fileOf(answer)));
  expect([file.faults, file.rowDisagrees]).toEqual([[], false]);
  expect(file.history.filter(({ unreadable }) => unreadable)).toEqual([]);
  return file.letter?.body.text;
}
