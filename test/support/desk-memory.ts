import type { Page } from "playwright-core";
import { signIn } from "../../src/client/desk/session.ts";
import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { knownOrganisation } from "../../src/client/organisation.ts";
import { stretchOfficer } from "../../src/crypto/argon2.ts";
import { sodiumReady } from "../../src/crypto/sodium.ts";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import type { SharedStack } from "./e2e-setup.ts";
import { journeyOfficers, type JourneyOfficer } from "./stack.ts";

/** A secret by its name, byte by byte. */
export type NamedSecrets = Readonly<Record<string, readonly number[]>>;

/** Every secret that an unlocked desk of this officer holds, opened apart from any browser. */
export async function secretsOf(stack: SharedStack, officer: JourneyOfficer): Promise<NamedSecrets> {
  await sodiumReady();
  const transport = { origin: stack.officerOrigin, fetch: hostFetch };
  const text = (await fetchDirectory(transport)) ?? "";
  const reading = knownOrganisation(text, await keptTrust(stack), vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  const credentials = { loginName: journeyOfficers[officer], passphrase: stack.passphrases[officer] };
  const signedIn = await signIn(transport, reading.organisation, credentials, stretchOfficer);
  if (signedIn.kind !== "desk") throw new Error(signedIn.kind);
  const { identity, keyring } = signedIn.desk;
  const ofCommittees = [...keyring.values()].flatMap(({ committee, keys }) => [
    [`${committee} reads`, [...keys.kemSecret]] as const,
    [`${committee} signs`, [...keys.signSecret]] as const,
    [`${committee} lists`, [...keys.indexKey]] as const,
  ]);
  const own = {
    "officer reads": [...identity.kem.secret],
    "officer signs": [...identity.sign.secret],
    "officer keeps": [...identity.bookKey],
  };
  return { ...own, ...Object.fromEntries(ofCommittees) };
}

const arrays = "everyArray";
type Kept = { readonly every: ReadonlySet<ArrayBufferLike>; readonly Plain: typeof Uint8Array };

/**
 * Has a page keep hold of every array of bytes that its scripts make, and of the memory of its WebAssembly. Call before the page
 * is loaded. What nobody needs any more is kept too: so it is found if it was let go without being overwritten.
 */
export async function keepEveryArray(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const every = new Set<ArrayBufferLike>();
    const Plain = Uint8Array;
    const Noting = new Proxy(Uint8Array, {
      construct(target, given, asked) {
        const made = Reflect.construct(target, given, asked === Noting ? target : asked) as Uint8Array;
        every.add(made.buffer);
        return made;
      },
    });
    // By way of it `slice` and its like find out what to make.
    Object.defineProperty(Plain.prototype, "constructor", { value: Noting });
    Object.assign(globalThis, { Uint8Array: Noting, [name]: { every, Plain } });
  }, arrays);
}

/** Which of these secrets lie anywhere in what the page holds. */
export async function findInMemory(page: Page, secrets: NamedSecrets): Promise<readonly string[]> {
  return await page.evaluate(
    ({ name, wanted }) => {
      const kept = Reflect.get(globalThis, name) as Kept;
      const memories = [...kept.every].map((buffer) => new kept.Plain(buffer));
      const holds = (memory: Uint8Array, secret: readonly number[]) => {
        const [first = 0] = secret;
        for (let at = memory.indexOf(first); at !== -1; at = memory.indexOf(first, at + 1))
          if (secret.every((byte, index) => memory[at + index] === byte)) return true;
        return false;
      };
      return Object.entries(wanted)
        .filter(([, secret]) => memories.some((memory) => holds(memory, secret)))
        .map(([secret]) => secret);
    },
    { name: arrays, wanted: secrets },
  );
}
