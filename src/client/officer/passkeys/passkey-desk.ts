import { passkeyHandle, passkeySalt } from "../../../crypto/passkey.ts";
import type { Stretch } from "../../../crypto/receipt.ts";
import { forgetTold, wipe } from "../../../crypto/sodium.ts";
import { vi } from "../../../i18n/officer/vi.ts";
import {
  addPasskey,
  type KnownPasskey,
  listPasskeys,
  type PasskeySecret,
  removePasskey,
  type Reopened,
  reopenSeed,
  wipeReopened,
} from "../../desk/passkeys.ts";
import type { Desk } from "../../desk/session.ts";
import type { Failure } from "../../transport.ts";
import { type Asked, createPasskey } from "./authenticator.ts";

/** What came of adding a passkey. `wrong`: the passphrase; `full`: there are as many as there may be. */
export type Adding = {
  readonly kind: "added" | "wrong" | "full" | "failed" | Exclude<Asked["kind"], "secret">;
};

/** An officer's own passkeys, as the pages see and change them. */
export type PasskeyDesk = {
  list(): Promise<{ readonly kind: "passkeys"; readonly passkeys: readonly KnownPasskey[] } | Failure>;
  add(passphrase: string, label: string): Promise<Adding | Failure>;
  remove(passkey: string): Promise<{ readonly kind: "removed" } | Failure>;
};

/** The passkeys of an unlocked desk. `locked`: when it no longer is one. */
export function passkeyDeskOf(desk: Desk, stretch: Stretch, locked: AbortSignal): PasskeyDesk {
  return {
    list: async () => await listPasskeys(desk),
    remove: async (passkey) => await removePasskey(desk, passkey),
    add: async (passphrase, label) => {
      try {
        return await add(desk, await reopenSeed(desk, passphrase, stretch, locked), label, locked);
      } finally {
        // The library was told of it after the lock had made it forget.
        if (locked.aborted) forgetTold();
      }
    },
  };
}

async function add(
  desk: Desk,
  opened: Awaited<ReturnType<typeof reopenSeed>>,
  label: string,
  locked: AbortSignal,
): Promise<Adding | Failure> {
  if (opened.kind === "locked") return { kind: "cancelled" };
  if (opened.kind === "tampered") return { kind: "failed" };
  if (opened.kind === "refused" && opened.code === "login-failed") return { kind: "wrong" };
  if (opened.kind !== "reopened") return opened;
  try {
    const asked = await createPasskey(ownerOf(desk), passkeySalt(desk.organisation.fingerprint), locked);
    return asked.kind === "secret" ? await keep(desk, opened, asked, label, locked) : asked;
  } finally {
    wipeReopened(opened);
  }
}

async function keep(
  desk: Desk,
  opened: Reopened,
  asked: PasskeySecret,
  label: string,
  locked: AbortSignal,
): Promise<Adding | Failure> {
  try {
    if (locked.aborted) return { kind: "cancelled" };
    const answer = await addPasskey(desk, opened, asked, label, locked);
    if (answer.kind === "locked") return { kind: "cancelled" };
    return answer.kind === "refused" && answer.code === "refused" ? { kind: "full" } : answer;
  } finally {
    wipe(asked.secret);
  }
}

function ownerOf({ officer, organisation }: Desk) {
  return {
    organisation: vi["console.name"],
    handle: passkeyHandle(organisation.fingerprint, officer.id),
    loginName: officer.loginName,
    title: officer.title,
  };
}
