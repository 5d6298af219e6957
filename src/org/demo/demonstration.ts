import { randomBytes } from "node:crypto";
import type { PersonId, UnitId } from "../../domain/ids.ts";
import type { Stretch } from "../../crypto/receipt.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { type Ceremony, holdCeremony } from "../ceremony.ts";
import { createStretchPool } from "../local/stretch-pool.ts";
import { createDemoOrganisation, type DemoOrganisation } from "./organisation.ts";

/** The demonstration's letters begin so many days before its first start, and so must the keys. */
const historyDays = 60;

/**
 * The organisation of the article with generated keys, by the ceremony that a real one is made by. `loginNames`
 * enrols only these officers.
 */
export async function holdDemoCeremony(today: PlainDate, loginNames?: readonly string[]): Promise<Ceremony> {
  const pool = createStretchPool();
  const ceremony = await holdDemoCeremonyWith(pool.officer, today, loginNames);
  await pool.close();
  return ceremony;
}

/** The same, with the officers' passphrases stretched by whoever may need the result again. */
export async function holdDemoCeremonyWith(
  stretch: Stretch,
  today: PlainDate,
  loginNames?: readonly string[],
): Promise<Ceremony> {
  const { organisation, officers } = createDemoOrganisation(createRandomPerson());
  const enrolled = officers.filter(({ loginName }) => loginNames?.includes(loginName) ?? true);
  return await holdCeremony({
    organisation,
    officers: enrolled.map(({ displayTitle, ...officer }) => ({ ...officer, title: displayTitle })),
    subtree: "kien-giang" as UnitId,
    releaseHour: null,
    today,
    sealFrom: addDays(today, -historyDays),
    stretch,
  });
}

/** Who the demonstration's officers are; only the persons behind them differ from one making to the next. */
export function demoOfficers(): DemoOrganisation["officers"] {
  return createDemoOrganisation(createRandomPerson()).officers;
}

/** Short, because what is random does not compress; eight hundred of 2^32 hardly ever meet, and never here. */
function createRandomPerson(): () => PersonId {
  const given = new Set<string>();
  const next = (): PersonId => {
    const id = randomBytes(4).toString("base64url");
    if (given.has(id)) return next();
    given.add(id);
    return id as PersonId;
  };
  return next;
}
