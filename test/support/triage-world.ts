import { fetchDirectory } from "../../src/client/directory.preview.ts";
import { knownOrganisation } from "../../src/client/organisation.ts";
import { stretchOfficer } from "../../src/crypto/argon2.ts";
import { rootFingerprint } from "../../src/crypto/directory.ts";
import { sha512 } from "../../src/crypto/sodium.ts";
import { rollForward } from "../../src/domain/calendar.ts";
import { startClock } from "../../src/domain/clocks.ts";
import { addDays, daysBetween, type PlainDate, vietnamDateAt } from "../../src/domain/plain-date.ts";
import { concat } from "../../src/envelope/bytes.ts";
import { demoOfficers } from "../../src/org/demo/demonstration.ts";
import {
  chose,
  type DemoAct,
  type DemoLetter,
  heard,
  metFrom,
  officer,
  opened,
  ordered,
  verified,
  verifyingFrom,
  wrote,
} from "../../src/org/demo/life.ts";
import { prepareLetters, seedLetters } from "../../src/org/demo/seed.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { keptTrust, readPassphrases } from "../../src/org/local/organisation-file.ts";
import { runScheduledJob } from "../../src/org/local/wrangler.ts";
import { journeyOfficers, type Stack } from "./stack.ts";

// A district's committee with a case of every kind that its list tells apart, each known by its name in the text.

const assignedTo = (daysAgo: number, to: keyof typeof journeyOfficers): DemoAct =>
  ordered(daysAgo, {
    command: "note",
    note: { kind: "assigned", officer: officer(journeyOfficers[to]) },
    remark: "",
  });

const conclusion: DemoAct = ordered(2, {
  command: "conclude",
  outcome: "partly-true",
  againstPerson: false,
  remedyOrdered: true,
  message: "Đã kiểm tra: đúng một phần.",
});

/** Names of the cases; the first two are sealed, so that nobody can tell which they are. */
export const sealedNames = ["new", "due"] as const;
export const openedNames = [
  "late",
  "khmer",
  "classified",
  "verifying",
  "waiting",
  "wrote",
  "concluded",
  "refused",
] as const;

/** `dueDaysAgo`: so long ago that a letter which nobody has opened since must be opened today. */
function lettersOf(dueDaysAgo: number): readonly DemoLetter[] {
  const about = { unit: "gr-hoa-thuan", about: "committee-head" } as const;
  const letter = (
    name: string,
    daysAgo: number,
    life: readonly DemoAct[],
    more: Partial<DemoLetter> = {},
  ) => ({
    ...about,
    name,
    daysAgo,
    life,
    text: `CANARY-${name} Việc này cần được xem xét.`,
    ...more,
  });
  const ask = { command: "ask-reporter", days: 5, message: "Việc này ở ấp nào?" } as const;
  const refusal = {
    command: "refuse",
    ground: "no-concrete-content",
    whereElse: ["citizen-reception"],
    message: "Thư không nêu rõ ai, việc gì.",
  } as const;
  return [
    letter("new", 0, []),
    letter("due", dueDaysAgo, []),
    letter("late", 45, [opened(44)]),
    letter("khmer", 2, [opened(1)], {
      language: "km",
      self: "party-member",
      category: chose("money", "B7"),
    }),
    letter("classified", 6, [...metFrom(5, "B3"), assignedTo(3, "district")]),
    letter("verifying", 8, [...verifyingFrom(7, "B7"), assignedTo(3, "colleague")], {
      unit: "giong-rieng",
      about: "somebody-else",
    }),
    letter("waiting", 9, [...verifyingFrom(8, "B3"), assignedTo(3, "colleague"), ordered(1, ask)]),
    letter("wrote", 5, [...metFrom(4, null), wrote(0, "Tôi xin nói thêm một điều.")], { self: "citizen" }),
    letter("concluded", 12, [...verifyingFrom(11, "B3"), heard(5), verified(5), conclusion]),
    letter("refused", 10, [...metFrom(9, null, false), ordered(3, refusal)]),
  ];
}

/** The server cannot tell how a code was stretched. */
const quickStretch = async (password: Uint8Array, salt: Uint8Array) =>
  await Promise.resolve(sha512(concat(password, salt)).slice(0, 32));

/** Writes the letters and does what was done to them; then it is a working day on which one of them must be opened. */
export async function seedTriage({ citizenOrigin, officerOrigin, place }: Stack): Promise<void> {
  const trust = await keptTrust(place);
  const citizen = { origin: citizenOrigin, fetch: hostFetch };
  const reading = knownOrganisation((await fetchDirectory(citizen)) ?? "", trust, vietnamDateAt(Date.now()));
  if (reading.kind !== "organisation") throw new Error(reading.fault);
  const { law, calendar } = reading.organisation;
  const today = rollForward(vietnamDateAt(Date.now()), calendar);
  const mustBeOpened = (releasedOn: PlainDate) =>
    startClock("first-open", "report", releasedOn, law.policy, calendar).due.on;
  let due = addDays(today, -1);
  while (mustBeOpened(due) > today) due = addDays(due, -1);
  const letters = lettersOf(daysBetween(due, today));
  const committees = new Map(demoOfficers().map((each) => [each.loginName, each.committees]));
  const officers = (await readPassphrases(place))
    .filter(({ loginName }) => loginName === journeyOfficers.district)
    .map((known) => ({ ...known, committees: committees.get(known.loginName) ?? [] }));
  const context = { citizenOrigin, officerOrigin, trust, today, officers, stretch: stretchOfficer };
  await seedLetters(context, prepareLetters(rootFingerprint(trust), letters, quickStretch));
  const answer = await fetch(`${citizenOrigin}/demo/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ today }),
  });
  if (!answer.ok) throw new Error("the demonstration's clock");
  await runScheduledJob(place);
}
