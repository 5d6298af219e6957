import type { Translation } from "../message.ts";
import type { viUnlock } from "./vi.unlock.ts";

export const enUnlock = {
  "console.draft-is-kept":
    "What you are writing will be sealed on this page and still be there when you have unlocked again.",
  "console.passkeys": "Passkeys",

  "sign-in.kept":
    "What you were writing is sealed for you alone and still there: unlock to go on. Do not reload or close this page.",
  "sign-in.pause": "Wrong several times. You can try again in {seconds} seconds.",
  "sign-in.or": "or",
  "sign-in.passkey": "Unlock with a passkey",
  "sign-in.asking-passkey": "Follow your device: fingerprint, face or PIN…",
  "sign-in.no-passkey.address":
    "Passkeys do not work at an address of numbers. Open the page by the letterbox’s name, or use the passphrase.",
  "sign-in.no-passkey.browser": "This browser has no passkeys. Use the passphrase.",
  "sign-in.no-passkey.no-secret":
    "This browser has passkeys but cannot compute a secret from them (PRF). Use the passphrase.",
  "sign-in.problem.interrupted": "The page was put aside in the middle, so nothing was unlocked. Try again.",
  "sign-in.problem.passkey-cancelled":
    "No passkey was used: it was cancelled or took too long. Try again, or use the passphrase.",
  "sign-in.problem.passkey-unknown":
    "This passkey unlocks no desk: it was not registered here, or has been removed. Use the passphrase.",
  "sign-in.problem.passkey-without-secret":
    "The device that holds this passkey cannot compute a secret (PRF). Use the passphrase.",

  "passkeys.title": "Unlock with a passkey",
  "passkeys.intro":
    "A passkey is a second way to unlock: fingerprint, face or the device’s PIN instead of the passphrase. The passphrase always works too; keep it in a safe place.",
  "passkeys.shared-device":
    "Do not register on a shared device: whoever can unlock the device can open the letterbox.",
  "passkeys.list": "Your passkeys",
  "passkeys.none": "There is no passkey yet.",
  "passkeys.failed": "The list of passkeys could not be fetched. Try again.",
  "passkeys.since": "since {date}",
  "passkeys.unreadable": "Its name does not open",
  "passkeys.remove": "Remove",
  "passkeys.removed": "Removed. It unlocks nothing any more; delete it on the device too.",
  "passkeys.not-removed": "It was not removed: this passkey still unlocks the desk. Try again.",
  "passkeys.not-known":
    "Nobody can say whether it was removed: the connection was lost. Take it that the passkey still unlocks, and fetch the list again.",
  "passkeys.add": "Add a passkey",
  "passkeys.label": "A name to know it by",
  "passkeys.label-hint": "For instance: my phone. It is sealed; the server cannot read it.",
  "passkeys.passphrase": "The passphrase, once more",
  "passkeys.passphrase-hint": "So that nobody who passes by an open desk adds a passkey of theirs.",
  "passkeys.working": "Checking the passphrase; then your device will ask for fingerprint, face or PIN…",
  "passkeys.close": "Close",
  "passkeys.added": "Added. Next time you can unlock with it.",
  "passkeys.problem.missing": "Enter both the name and the passphrase.",
  "passkeys.problem.wrong": "The passphrase is wrong.",
  "passkeys.problem.cancelled": "Nothing was added: it was cancelled or took too long. Try again.",
  "passkeys.problem.already-there": "This device already holds a passkey of yours.",
  "passkeys.problem.without-secret":
    "The chosen device cannot compute a secret (PRF), so it cannot unlock. Nothing was added; choose another device.",
  "passkeys.problem.full": "There are eight passkeys already. Remove one first.",
  "passkeys.problem.failed": "It could not be added. Try again; if it still fails, tell the administrator.",
  "passkeys.problem.unreachable": "The server could not be reached. Try again.",
} as const satisfies Translation<typeof viUnlock>;
