import { nothingAsked } from "../../../src/crypto/letter.ts";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { viewCase } from "../../../src/client/desk/act.ts";
import { carryOut } from "../../../src/client/desk/carry-out.ts";
import type { CaseFile } from "../../../src/client/desk/case-file.ts";
import { lockDesk, signIn } from "../../../src/client/desk/session.ts";
import { fetchDirectory } from "../../../src/client/directory.preview.ts";
import { knownOrganisation } from "../../../src/client/organisation.ts";
import { openCaseWithKeys } from "../../../src/client/reporter/open-case.ts";
import { prepareLetter, workFor } from "../../../src/client/reporter/prepare-letter.ts";
import { deliver, sealLetterRequest } from "../../../src/client/reporter/send-letter.ts";
import { sealDeed } from "../../../src/client/reporter/seal-deed.ts";
import { request, type Transport } from "../../../src/client/transport.ts";
import { stretchOfficer, stretchReporterAtOnce } from "../../../src/crypto/argon2.ts";
import type { OfficerId, PersonId, UnitId } from "../../../src/domain/ids.ts";
import { vietnamDateAt } from "../../../src/domain/plain-date.ts";
import { findRoute } from "../../../src/domain/routing.ts";
import { holdCeremony } from "../../../src/org/ceremony.ts";
import { hostFetch } from "../../../src/org/local/host-fetch.ts";
import {
  keepCeremony,
  keptTrust,
  officersSqlFile,
  publishOrganisation,
  secretsFile,
} from "../../../src/org/local/organisation-file.ts";
import { executeSql, type LocalPlace, migrate, startServer } from "../../../src/org/local/wrangler.ts";
import { commune, organisation } from "../crypto/organisation.ts";
import { freePort } from "../free-port.ts";

// Makes test/vectors/stored-case.json: one case, sent, opened, acknowledged and written back to through the client's
// own code against the real server, and then every row that the server holds of it, with the keys to open it. Run by
// hand (`npm run vectors`).

const today = vietnamDateAt(Date.now());
const secret = randomBytes(32).toString("base64url");
const [communeId] = [commune.committee];

function require<Value extends { readonly kind: string }, Kind extends Value["kind"]>(
  value: Value,
  kind: Kind,
): Extract<Value, { kind: Kind }> {
  if (value.kind !== kind) throw new Error(JSON.stringify(value));
  return value as Extract<Value, { kind: Kind }>;
}

async function prepare(place: LocalPlace) {
  const ceremony = await holdCeremony({
    stretch: stretchOfficer,
    organisation: {
      ...organisation,
      committees: organisation.committees.map((committee) => ({ ...committee, keyRecord: null })),
    },
    officers: [
      {
        id: "can-bo-1" as OfficerId,
        loginName: "can-bo.xa",
        title: "Cán bộ",
        person: "p-xa" as PersonId,
        committees: [communeId],
      },
    ],
    subtree: "tinh" as UnitId,
    releaseHour: null,
    today,
    sealFrom: today,
  });
  await mkdir(`${place.siteDirectory}/citizen`, { recursive: true });
  await writeFile(`${place.siteDirectory}/citizen/index.html`, "<!doctype html><title>-</title>");
  await keepCeremony(place, ceremony, today);
  await writeFile(secretsFile(place), `SECRET=${secret}\n`, { mode: 0o600 });
  await publishOrganisation(place, today);
  await migrate(place);
  await executeSql(place, officersSqlFile(place));
  return ceremony;
}

/** The whole life of a case so far, by the code that browsers run. */
async function live(citizen: Transport, officer: Transport, place: LocalPlace, passphrase: string) {
  const text = (await fetchDirectory(citizen)) ?? "";
  const known = require(knownOrganisation(text, await keptTrust(place), today), "organisation").organisation;
  const choices = { unit: "xa" as UnitId, about: "somebody-else" as const, excluded: [], levelAbove: false };
  const route = require(findRoute(known.tree, choices), "routed");
  const { code, caseId, keys } = prepareLetter(known.fingerprint, stretchReporterAtOnce);
  const reporter = await keys;
  const { proof } = require(await workFor(citizen, caseId), "proof");
  const content = {
    language: "vi" as const,
    self: "citizen" as const,
    ...nothingAsked,
    route: { ...choices, on: today, steps: [...route.steps] },
    text: "Tiền dân góp làm lộ bê tông chưa được công khai.",
  };
  const toSeal = { caseId, keys: reporter, proof, route, content };
  const letter = require(await sealLetterRequest(citizen, known, toSeal), "sealed");
  require(await deliver(citizen, letter.request), "accepted");
  const credentials = { loginName: "can-bo.xa", passphrase };
  const { desk } = require(await signIn(officer, known, credentials, stretchOfficer), "desk");
  const fileOf = (answer: Awaited<ReturnType<typeof viewCase>>): CaseFile => require(answer, "file").file;
  const received = fileOf(await viewCase(desk, caseId));
  const opened = fileOf(await carryOut(desk, received, { command: "open" }));
  const words = "Đã tiếp nhận phản ánh của ông (bà).";
  fileOf(await carryOut(desk, opened, { command: "acknowledge", message: words }));
  const { view } = require(await openCaseWithKeys(citizen, known, reporter), "case");
  const more = { deed: { kind: "message" as const }, text: "Cảm ơn, tôi xin bổ sung." };
  const message = require(await sealDeed(citizen, known, view, more), "sealed");
  require(await deliver(citizen, message.request), "accepted");
  await lockDesk(desk);
  const rows = require(await request(citizen, `/demo/api/rows/${caseId}`), "answer").response;
  return { code, rows: (await rows.json()) as unknown };
}

async function main(): Promise<void> {
  const folder = await mkdtemp(`${tmpdir()}/hop-thu-vectors-`);
  const place: LocalPlace = {
    stateDirectory: `${folder}/state`,
    siteDirectory: `${folder}/site`,
    port: await freePort(),
  };
  try {
    const ceremony = await prepare(place);
    const [enrolled] = ceremony.officers;
    if (enrolled === undefined) throw new Error("an officer");
    const server = await startServer(place, { DEMO: "1" });
    try {
      const citizen = { origin: server.citizenOrigin, fetch: hostFetch };
      const officer = { origin: server.officerOrigin, fetch: hostFetch };
      const { code, rows } = await live(citizen, officer, place, enrolled.passphrase);
      const { officer: who, ...account } = enrolled.account;
      const exported = {
        comment:
          "One case as a database holds it, exported from a running server, and the keys to open it. See src/crypto/PROTOCOL.md. Every key here is public: use none of them.",
        keys: {
          serverSecret: secret,
          receiptCode: code,
          loginName: who.loginName,
          passphrase: enrolled.passphrase,
        },
        trust: await keptTrust(place),
        files: {
          "directory.json": await readFile(`${place.siteDirectory}/org/directory.json`, "utf8"),
          ...Object.fromEntries([...ceremony.keyFiles].map(([id, file]) => [`keys/${id}.json`, file])),
          ...Object.fromEntries([...ceremony.rosterFiles].map(([id, file]) => [`rosters/${id}.json`, file])),
        },
        tables: {
          ...(rows as object),
          officers: [
            {
              id: who.id,
              login_name: who.loginName,
              title: who.title,
              login_key: account.loginKey,
              sign_key: account.signKey,
              kem_key: account.kemKey,
              wrapped_seed: account.wrappedSeed,
              person: who.person,
            },
          ],
          memberships: account.memberships.map((membership) => ({ officer: who.id, ...membership })),
        },
      };
      const target = fileURLToPath(new URL("../../vectors/stored-case.json", import.meta.url));
      await writeFile(target, `${JSON.stringify(exported, null, 1)}\n`);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
