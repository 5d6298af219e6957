import libsodium from "libsodium-wrappers";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Desk, signIn } from "../../src/client/desk/session.ts";
import { enterByPasskey } from "../../src/client/officer/office.ts";
import { passkeyDeskOf } from "../../src/client/officer/passkeys/passkey-desk.ts";
import { forgetTold, randomBytes, rememberUntold } from "../../src/crypto/sodium.ts";
import { createAccount, credentials, type TestAccount } from "../support/crypto/desk.ts";
import { dropped, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, requireOrganisation, trust } from "../support/crypto/organisation.ts";
import { quickStretch, releasedOn } from "../support/crypto/people.ts";

const organisation = requireOrganisation();
const isWiped = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

let account: TestAccount;
let secret: Uint8Array;
/** What was asked of the authenticator, and what happens while it asks its user. */
let prompts: CredentialCreationOptions[];
let onPrompt: () => void;

/** A passkey whose authenticator tells its secret at once. */
class TestCredential {
  readonly rawId = new ArrayBuffer(16);
  getClientExtensionResults() {
    return { prf: { enabled: true, results: { first: secret } } };
  }
}

const answerPrompt = async (options: CredentialCreationOptions) => {
  prompts.push(options);
  onPrompt();
  return await Promise.resolve(new TestCredential());
};

beforeAll(async () => {
  rememberUntold();
  account = await createAccount(organisation, [commune]);
});

beforeEach(() => {
  secret = randomBytes(32);
  prompts = [];
  onPrompt = () => {};
  vi.stubGlobal("PublicKeyCredential", TestCredential);
  vi.stubGlobal("location", { hostname: "desk.test" });
  vi.stubGlobal("navigator", { credentials: { create: answerPrompt, get: answerPrompt } });
});

afterEach(() => vi.unstubAllGlobals());

test("the secret of a passkey does not stay where the directory cannot be had", async () => {
  const { transport } = fakeServer({ "/directory.json": () => dropped });
  const entrance = await enterByPasskey(
    transport,
    trust,
    releasedOn,
    quickStretch,
    { ask: async () => await Promise.resolve(undefined), end: () => {} },
    () => {},
  );
  expect(entrance).toEqual({ kind: "problem", problem: "unreachable" });
  expect(prompts).toHaveLength(1);
  expect(isWiped(secret)).toBe(true);
});

describe("a passkey that is being added", () => {
  const [challenge, login, logout, put] = ["challenge", "login", "logout", "passkeys"];

  /** Adds one on a desk that is locked at some step of it. */
  async function addLockedAt(place: string | null) {
    const locking = new AbortController();
    const reached = (here: string) => {
      if (here !== place) return;
      locking.abort();
      forgetTold();
    };
    const challenges: string[] = [];
    const routes = {
      "/api/officer/challenge": () => {
        challenges.push(challenge);
        reached(`challenge ${challenges.length}`);
        return JSON.stringify({ challenge: "1.tag" });
      },
      "/api/officer/login": () => {
        reached("login");
        return JSON.stringify(account.login);
      },
      "/api/officer/passkeys": () => "",
    };
    const { transport, asked } = fakeServer(routes);
    onPrompt = () => {
      reached("prompt");
    };
    const passkeys = passkeyDeskOf(
      { ...(await desk()), transport },
      async (...given) => {
        const stretched = await quickStretch(...given);
        reached("stretch");
        return stretched;
      },
      locking.signal,
    );
    const answer = await passkeys.add(credentials.passphrase, "Máy bàn");
    return { answer, locking, asked: asked.map((path) => path.replace("/api/officer/", "")) };
  }

  async function desk(): Promise<Desk> {
    const { transport } = fakeServer({
      "/api/officer/challenge": () => JSON.stringify({ challenge: "1.tag" }),
      "/api/officer/login": () => JSON.stringify(account.login),
    });
    const entered = await signIn(transport, organisation, credentials, quickStretch);
    if (entered.kind !== "desk") throw new Error(entered.kind);
    return entered.desk;
  }

  test("is put on the word of the passphrase, and its secret does not stay", async () => {
    const { answer, asked } = await addLockedAt(null);
    expect(answer).toEqual({ kind: "added" });
    expect(asked).toEqual([challenge, login, logout, challenge, put]);
    expect(isWiped(secret)).toBe(true);
  });

  test.each([
    ["stretch", []],
    ["challenge 1", [challenge]],
    ["login", [challenge, login, logout]],
    ["prompt", [challenge, login, logout]],
    ["challenge 2", [challenge, login, logout, challenge]],
  ])("goes no further when the desk is locked at its %s, and leaves nothing open", async (place, until) => {
    const { answer, locking, asked } = await addLockedAt(place);
    expect(answer).toEqual({ kind: "cancelled" });
    expect(asked).toEqual(until);
    const isPrompted = place === "prompt" || place === "challenge 2";
    expect(prompts.map(({ signal }) => signal)).toEqual(isPrompted ? [locking.signal] : []);
    expect(isWiped(secret)).toBe(isPrompted);
    const { libsodium: library } = libsodium as unknown as { libsodium: { HEAPU8: Uint8Array } };
    const memory = Buffer.from(library.HEAPU8.buffer);
    const { login: proving, wrapKey } = account.passphraseKeys;
    expect([proving.secret, wrapKey].map((key) => memory.includes(Buffer.from(key)))).toEqual([false, false]);
  });
});
