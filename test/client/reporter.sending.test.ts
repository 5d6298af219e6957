import { describe, expect, it } from "vitest";
import { fetchSealingKeys } from "../../src/client/organisation.ts";
import { signBoxRequest } from "../../src/client/reporter/box.ts";
import { openCaseWithKeys } from "../../src/client/reporter/open-case.ts";
import { workFor } from "../../src/client/reporter/prepare-letter.ts";
import { sealDeed } from "../../src/client/reporter/seal-deed.ts";
import { deliver, sealLetterRequest } from "../../src/client/reporter/send-letter.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { addDays } from "../../src/domain/plain-date.ts";
import { encodeBoxResponse } from "../../src/envelope/box-response.ts";
import { boxResponseBytes, reporterEnvelopeBytes } from "../../src/envelope/sizes.ts";
import { act, startCase } from "../support/crypto/chains.ts";
import { dropped, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, district } from "../support/crypto/organisation.ts";
import {
  contentOf,
  createCommittee,
  createLetter,
  createReporter,
  randomCaseId,
  releasedOn,
  type TestLetter,
} from "../support/crypto/people.ts";
import {
  acts,
  answerWith,
  letter as honestLetter,
  neighbour,
  opened,
  realOrganisation,
  reporter,
  serverWith,
} from "../support/crypto/returning.ts";

const organisation = realOrganisation();

/** Any request that a server can take apart. */
const lookUpRequest = () =>
  signBoxRequest(
    {
      kind: "look-up",
      proof: "{}",
      requestId: randomBytes(16),
      cursor: 0,
      payload: randomBytes(reporterEnvelopeBytes),
    },
    reporter,
  );

describe("sending a letter", () => {
  const letter = async () => {
    const keys = await createReporter();
    const route = {
      kind: "routed",
      receiver: commune.committee,
      fallback: district.committee,
      oversight: district.committee,
      steps: [],
    } as const;
    return { caseId: randomCaseId(), keys, proof: "{}", route, content: contentOf("…") };
  };

  it("stops when any key record was exchanged, is missing, or cannot be fetched, and posts nothing", async () => {
    const forged = createCommittee("xa-uy").file;
    const faults: readonly (readonly [Parameters<typeof fakeServer>[0], string])[] = [
      [{ "/keys/xa-uy.json": () => forged }, "substituted"],
      [{ "/keys/huyen-uy.json": () => forged }, "substituted"],
      [{ "/keys/huyen-uy.json": () => `${district.file} ` }, "substituted"],
      [{ "/keys/xa-uy.json": () => ({ status: 404, body: "" }) }, "unreachable"],
      [{ "/keys/xa-uy.json": () => dropped }, "unreachable"],
    ];
    for (const [routes, fault] of faults) {
      const { transport, asked } = fakeServer(routes);
      expect(await sealLetterRequest(transport, organisation, await letter())).toEqual({
        kind: "fault",
        fault,
      });
      expect(asked).not.toContain("/api/box");
    }
  });

  it("stops for a committee that has no mailbox, and for a key whose last day is over", async () => {
    const { transport } = fakeServer({});
    const nobody = {
      ...(await letter()),
      route: { ...(await letter()).route, receiver: "khong-co" as typeof commune.committee },
    };
    expect(await sealLetterRequest(transport, organisation, nobody)).toEqual({
      kind: "fault",
      fault: "no-mailbox",
    });
    const later = { ...organisation, today: addDays(releasedOn, 400) };
    expect(await fetchSealingKeys(transport, later, commune.committee, null)).toEqual({
      kind: "fault",
      fault: "out-of-date",
    });
  });

  it("is the same request however often it is sent", async () => {
    const bodies: Uint8Array[] = [];
    const { transport } = fakeServer({
      "/api/box": (body) => {
        bodies.push(body);
        return bodies.length < 3
          ? dropped
          : encodeBoxResponse({ meta: { kind: "accepted", releasedOn }, blobs: [] });
      },
    });
    const sealed = await sealLetterRequest(transport, organisation, await letter());
    if (sealed.kind !== "sealed") throw new Error(sealed.fault);
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "unreachable" });
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "unreachable" });
    expect(await deliver(transport, sealed.request)).toEqual({ kind: "accepted", releasedOn });
    expect(bodies[0]).toEqual(bodies[2]);
  });

  it("names each refusal by the server's own code", async () => {
    const bytes = randomBytes(32_768);
    const refusals = [
      [409, "id-taken", { kind: "refused", code: "id-taken" }],
      [409, "conflict", { kind: "refused", code: "conflict" }],
      [412, "directory-changed", { kind: "refused", code: "directory-changed" }],
      [503, "busy", { kind: "busy", retryAfterSeconds: 10 }],
    ] as const;
    for (const [status, code, outcome] of refusals) {
      const body = JSON.stringify({ error: { code } });
      const { transport } = fakeServer({ "/api/box": () => ({ status, body }) });
      expect(await deliver(transport, bytes)).toEqual(outcome);
    }
    for (const body of ["", "<html>", '{"error":{"code":"?"}}', '{"error":1}']) {
      const { transport } = fakeServer({ "/api/box": () => ({ status: 409, body }) });
      expect(await deliver(transport, bytes)).toEqual({ kind: "refused", code: "internal" });
    }
  });

  it("believes no answer that is not the server's format", async () => {
    for (const answer of [randomBytes(boxResponseBytes), randomBytes(9), answerWith(opened)]) {
      const { transport } = serverWith(answer);
      expect(await deliver(transport, lookUpRequest())).toEqual({ kind: "unreadable" });
    }
  });

  it("works on no challenge that is none, or that would never end", async () => {
    const endless = JSON.stringify({
      parameters: {
        algorithm: "SHA-256",
        nonce: "",
        salt: "",
        cost: 1,
        keyLength: 32,
        keyPrefix: "00000000",
      },
      signature: "",
    });
    for (const answer of ["{}", "[", endless, ""]) {
      const { transport } = fakeServer({ "/api/box/challenge": () => answer });
      expect(await workFor(transport, randomCaseId())).toEqual({ kind: "unreachable" });
    }
  });
});

describe("the key records that are fetched", () => {
  const isKeyRecord = (path: string) => path.startsWith("/keys/");
  const route = (fallback: typeof district.committee | null) =>
    ({ kind: "routed", receiver: commune.committee, fallback, oversight: null, steps: [] }) as const;

  async function fetchedFor(letter: TestLetter) {
    const known = act(startCase(reporter, commune, letter, [district]), "Opened", releasedOn);
    const look = serverWith(answerWith(known));
    const opening = await openCaseWithKeys(look.transport, organisation, reporter);
    if (opening.kind !== "case") throw new Error(opening.kind);
    const message = fakeServer({});
    const written = { deed: { kind: "message" }, text: "Thêm." } as const;
    await sealDeed(message.transport, organisation, opening.view, written);
    const sending = fakeServer({});
    const { fallback } = letter.header;
    const content = contentOf("…");
    const toSeal = { caseId: randomCaseId(), keys: reporter, proof: "{}", route: route(fallback), content };
    await sealLetterRequest(sending.transport, organisation, toSeal);
    return [look, message, sending].map(({ asked }) => asked.filter(isKeyRecord));
  }

  it("are those of receiver and fallback, for a letter, a message and a look-up alike", async () => {
    const both = ["/keys/xa-uy.json", "/keys/huyen-uy.json"];
    expect(await fetchedFor(honestLetter)).toEqual([both, both, both]);
  });

  it("are two also where there is no fallback: the receiver's a second time", async () => {
    const twice = ["/keys/xa-uy.json", "/keys/xa-uy.json"];
    expect(await fetchedFor(createLetter(reporter, commune, null))).toEqual([twice, twice, twice]);
  });

  it("are two also in a look-up after the fallback was dissolved, which hides no answer", async () => {
    const gone = { ...district, committee: "da-giai-the" as typeof district.committee };
    const known = act(
      startCase(reporter, commune, createLetter(reporter, commune, gone), [gone]),
      "Opened",
      releasedOn,
    );
    const { transport, asked } = serverWith(answerWith(known));
    expect((await openCaseWithKeys(transport, organisation, reporter)).kind).toBe("case");
    expect(asked.filter(isKeyRecord)).toEqual(["/keys/xa-uy.json", "/keys/xa-uy.json"]);
  });

  it("are also those to whom the case was passed on, in a look-up and in what is written then", async () => {
    const classified = acts(opened, releasedOn, "Acknowledged", "Classified");
    const moved = act(classified, "Transferred", releasedOn, {
      to: neighbour.committee,
      key: neighbour.keys.id,
    });
    const { transport, asked } = serverWith(answerWith(moved));
    const opening = await openCaseWithKeys(transport, organisation, reporter);
    if (opening.kind !== "case") throw new Error(opening.kind);
    expect(opening.view.chain.fault).toBeNull();
    expect(asked.filter(isKeyRecord)).toEqual([
      "/keys/xa-uy.json",
      "/keys/huyen-uy.json",
      "/keys/xa-ben.json",
    ]);
    const writing = serverWith(answerWith(moved));
    await sealDeed(writing.transport, organisation, opening.view, { deed: { kind: "message" }, text: "A" });
    expect(writing.asked.filter(isKeyRecord)).toEqual(["/keys/xa-ben.json", "/keys/huyen-uy.json"]);
  });

  it("do not make a bad line look like a forged signature", async () => {
    const classified = acts(opened, releasedOn, "Acknowledged", "Classified");
    const to = { to: neighbour.committee, key: neighbour.keys.id };
    const moved = act(classified, "Transferred", releasedOn, to);
    const met = act(moved, "Opened", addDays(releasedOn, 1));
    const { transport } = serverWith(answerWith(met), { "/keys/xa-ben.json": () => dropped });
    expect(await openCaseWithKeys(transport, organisation, reporter)).toEqual({
      kind: "fault",
      fault: "unreachable",
    });
  });

  it("do not hide a case when the fallback's does not come", async () => {
    const { transport } = serverWith(answerWith(opened), { "/keys/huyen-uy.json": () => dropped });
    expect((await openCaseWithKeys(transport, organisation, reporter)).kind).toBe("case");
  });
});
