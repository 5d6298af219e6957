import { passkeyHandle, passkeySalt } from "../../../crypto/passkey.ts";
import type { Stretch } from "../../../crypto/receipt.ts";
import { wipe } from "../../../crypto/sodium.ts";
import { vi } from "../../../i18n/officer/vi.ts";
import {
  addPasskey,
  type KnownPasskey,
  listPasskeys,
  removePasskey,
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

/** The passkeys of an unlocked desk. */
export function passkeyDeskOf(desk: Desk, stretch: Stretch): PasskeyDesk {
  return {
    list: async () => await listPasskeys(desk),
    remove: async (passkey) => await removePasskey(desk, passkey),
    add: async (passphrase, label) => {
      const opened = await reopenSeed(desk, passphrase, stretch);
      if (opened.kind === "tampered") return { kind: "failed" };
      if (opened.kind === "refused" && opened.code === "login-failed") return { kind: "wrong" };
      if (opened.kind !== "reopened") return opened;
      try {
        const asked = await createPasskey(ownerOf(desk), passkeySalt(desk.organisation.fingerprint));
        if (asked.kind !== "secret") return asked;
        const answer = await addPasskey(desk, opened, asked, label);
        wipe(asked.secret);
        return answer.kind === "refused" && answer.code === "refused" ? { kind: "full" } : answer;
      } finally {
        wipeReopened(opened);
      }
    },
  };
}

function ownerOf({ officer, organisation }: Desk) {
  return {
    organisation: vi["console.name"],
    handle: passkeyHandle(organisation.fingerprint, officer.id),
    loginName: officer.loginName,
    title: officer.title,
  };
}
