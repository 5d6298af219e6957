import libsodium from "libsodium-wrappers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { LoginResponse } from "../../src/api/officer.schema.ts";
import { signIn } from "../../src/client/desk/session.ts";
import { verifyLabelled } from "../../src/crypto/labelled.ts";
import { forgetTold, randomBytes, rememberUntold } from "../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../src/envelope/base64url.ts";
import { fromUtf8, toUtf8 } from "../../src/envelope/bytes.ts";
import { labels } from "../../src/envelope/labels.ts";
import { createAccount, credentials, type TestAccount } from "../support/crypto/desk.ts";
import { type FakeRoutes, fakeServer } from "../support/crypto/fake-fetch.ts";
import { commune, district, requireOrganisation } from "../support/crypto/organisation.ts";
import { quickStretch } from "../support/crypto/people.ts";

const organisation = requireOrganisation();
const json = (value: unknown) => JSON.stringify(value);

let account: TestAccount;
beforeAll(async () => {
  rememberUntold();
  account = await createAccount(organisation, [commune, district]);
});

function routesFor(login: unknown): FakeRoutes {
  return {
    "/api/officer/challenge": () => json({ challenge: "1.tag" }),
    "/api/officer/login": () => json(login),
  };
}

async function signInWith(login: unknown) {
  const { transport } = fakeServer(routesFor(login));
  return await signIn(transport, organisation, credentials, quickStretch);
}

describe("signing in", () => {
  it("proves the passphrase for this challenge and this name", async () => {
    let posted = "";
    const { transport } = fakeServer({
      ...routesFor(account.login),
      "/api/officer/login": (body) => {
        posted = fromUtf8(body);
        return json(account.login);
      },
    });
    expect((await signIn(transport, organisation, credentials, quickStretch)).kind).toBe("desk");
    const { proof } = JSON.parse(posted) as { proof: string };
    const publicKey = account.passphraseKeys.login.publicKey;
    const holds = (challenge: string, name: string) =>
      verifyLabelled(fromBase64url(proof), publicKey, labels.officerLogin, toUtf8(`${challenge}\0${name}`));
    expect(holds("1.tag", "can-bo")).toBe(true);
    expect(holds("2.tag", "can-bo")).toBe(false);
    expect(holds("1.tag", "can-bo-2")).toBe(false);
    expect(posted).not.toContain(credentials.passphrase);
  });

  it("knows a seed or a key that was exchanged, altered or cut, and throws nothing", async () => {
    const other = await createAccount(organisation, [commune]);
    const [membership] = account.login.memberships;
    if (membership === undefined) throw new Error("a membership");
    const mutations: readonly Partial<LoginResponse>[] = [
      { wrappedSeed: other.login.wrappedSeed },
      { wrappedSeed: "" },
      { wrappedSeed: toBase64url(randomBytes(72)) },
      { officer: { id: "can-bo-2" as LoginResponse["officer"]["id"], title: "Cán bộ" } },
      { memberships: other.login.memberships },
      { memberships: [{ ...membership, wrap: "" }] },
      { memberships: [{ ...membership, committee: district.committee }] },
      { memberships: [{ ...membership, key: district.keys.id }] },
    ];
    for (const mutation of mutations) {
      expect(await signInWith({ ...account.login, ...mutation })).toEqual({ kind: "tampered" });
    }
  });

  it("takes bytes that are spelled wrong for no answer at all", async () => {
    for (const wrappedSeed of ["A", "AB", "AAAAA", "A=", "====", "a b"]) {
      expect(await signInWith({ ...account.login, wrappedSeed })).toEqual({ kind: "unreachable" });
    }
    for (const login of [{}, null, "x", { ...account.login, extra: 1 }]) {
      expect(await signInWith(login)).toEqual({ kind: "unreachable" });
    }
  });

  it("leaves nothing open where one key of several does not: no key in memory, no session on the server", async () => {
    const [first, second] = account.login.memberships;
    if (first === undefined || second === undefined) throw new Error("two memberships");
    forgetTold();
    const identities: { readonly secret: Uint8Array; readonly as: Buffer }[] = [];
    const decapsulate = libsodium.crypto_kem_xwing_dec;
    const opening = vi.spyOn(libsodium, "crypto_kem_xwing_dec").mockImplementation(((
      ciphertext: Uint8Array,
      secret: Uint8Array,
    ) => {
      identities.push({ secret, as: Buffer.from(secret) });
      return decapsulate(ciphertext, secret);
    }) as typeof decapsulate);
    const wiped: string[] = [];
    const wiping = vi.spyOn(libsodium, "memzero").mockImplementation((bytes) => {
      wiped.push(Buffer.from(bytes).toString("hex"));
      bytes.fill(0);
    });
    const login = { ...account.login, memberships: [first, { ...second, wrap: "" }] };
    const { transport, asked } = fakeServer(routesFor(login));
    expect(await signIn(transport, organisation, credentials, quickStretch)).toEqual({ kind: "tampered" });
    for (const spy of [opening, wiping]) spy.mockRestore();
    expect(asked.at(-1)).toBe("/api/officer/logout");
    const { libsodium: library } = libsodium as unknown as { libsodium: { HEAPU8: Uint8Array } };
    for (const { secret, as } of identities) {
      expect(secret.every((byte) => byte === 0)).toBe(true);
      expect(Buffer.from(library.HEAPU8.buffer).includes(as)).toBe(false);
    }
    expect(identities).toHaveLength(1);
    // The library's copy of the committee's key, and the one that was in the keyring.
    const committeeKey = Buffer.from(commune.keys.kemSecret).toString("hex");
    expect(wiped.filter((each) => each === committeeKey)).toHaveLength(2);
  });
});
