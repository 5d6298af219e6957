import { signLabelled } from "../../crypto/labelled.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { KeyId } from "../../domain/ids.ts";
import { toBase64url } from "../../envelope/base64url.ts";
import { toUtf8 } from "../../envelope/bytes.ts";
import { labels } from "../../envelope/labels.ts";
import { type OfficerAct, writeOfficerAct } from "../../envelope/officer-event.ts";
import { idBytes } from "../../envelope/sizes.ts";
import type { Desk } from "./session.ts";

/** An entry of the audit log, as a request carries it. */
export type SignedAct = { readonly act: string; readonly actSignature: string };

/** Signs what this officer does, with the officer's own key and a number that no server can use twice. */
export function signAct(desk: Desk, act: Omit<OfficerAct, "v" | "officer" | "nonce">): SignedAct {
  const nonce = toBase64url(randomBytes(idBytes)) as KeyId;
  const text = writeOfficerAct({ ...act, v: 1, officer: desk.officer.id, nonce });
  const signature = signLabelled(desk.identity.sign.secret, labels.officerAct, toUtf8(text));
  return { act: text, actSignature: toBase64url(signature) };
}
