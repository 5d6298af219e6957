import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { SelfDescription } from "../../src/crypto/letter.schema.ts";
import type { AccusedRole } from "../../src/domain/conflict.ts";
import type { Continuation, Knowledge } from "../../src/domain/letter.vocabulary.ts";
import type { ManifestationCode, Topic } from "../../src/domain/manifestations.ts";
import { citizenReturnVi } from "../../src/i18n/citizen/vi.return.ts";
import { citizenVi as citizenWritingVi } from "../../src/i18n/citizen/vi.ts";
import { vi as officerVi } from "../../src/i18n/officer/vi.ts";

const citizenVi = { ...citizenWritingVi, ...citizenReturnVi };

// People at their screens: everything is found by what it says, as a person or a screen reader finds it.

/** A message of the citizen's pages with its places filled. */
export function citizenSays(
  key: keyof typeof citizenVi,
  places: Readonly<Record<string, string>> = {},
): string {
  return fill(citizenVi[key], places);
}

/** A message of the officer's console with its places filled. */
export function officerSays(
  key: keyof typeof officerVi,
  places: Readonly<Record<string, string>> = {},
): string {
  return fill(officerVi[key], places);
}

function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replaceAll("**", "").replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "");
}

/** What a page did that no page may do. */
export type Watch = {
  readonly violations: string[];
  readonly errors: string[];
  readonly requests: { url: string; body: string; headers: string }[];
};
export type WatchedPage = { readonly page: Page; readonly watch: Watch };

/** A new visitor: a browser context of its own, with nothing in it, and everything it does written down. */
export async function newVisitor(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    ...options,
  });
  const page = await context.newPage();
  const watch: Watch = { violations: [], errors: [], requests: [] };
  await page.exposeFunction("reportViolation", (text: string) => watch.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("pageerror", (error) => watch.errors.push(String(error)));
  page.on("request", (request) => {
    const body = request.postDataBuffer();
    const headers = JSON.stringify(request.headers());
    watch.requests.push({ url: request.url(), body: body === null ? "" : body.toString("latin1"), headers });
  });
  await page.goto(origin);
  return { page, watch };
}

/** Presses the button (or link) that says so. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: false }).first().click();
}

/** What is answered about oneself, the matter, and the facts; what is left out is left unanswered. */
export type Answers = {
  readonly self?: SelfDescription;
  readonly topic?: Topic | "other" | "unsure";
  readonly manifestation?: ManifestationCode | "none";
  readonly facts?: {
    readonly when?: string;
    readonly where?: string;
    readonly knowledge?: Knowledge;
    readonly continuing?: Continuation;
  };
};

export type LetterToWrite = Answers & {
  /** What is typed into the search, and the name of the unit that is then chosen; null: không rõ đơn vị. */
  readonly search: string | null;
  readonly unit: string;
  readonly about: AccusedRole;
  readonly text: string;
};

/** From the first page to the question about the text. */
export async function goToWriting(page: Page, letter: LetterToWrite): Promise<void> {
  await press(page, citizenSays("home.write"));
  await chooseUnit(page, letter);
  await chooseWhom(page, letter.about);
  await page.getByRole("heading", { name: citizenSays("route.title") }).waitFor();
  await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check();
  await press(page, citizenSays("step.continue"));
  await answerAboutSelfAndTopic(page, letter);
  await page.getByRole("heading", { name: citizenSays("write.title") }).waitFor();
}

/** Chooses by the value of the choice. */
export async function choose(page: Page, value: string): Promise<void> {
  await page.locator(`input[type=radio][value="${value}"]`).check();
}

/** Who they are, and what it is about. Unless told otherwise: nothing of themselves, and none of the plain questions. */
export async function answerAboutSelfAndTopic(page: Page, answers: Answers = {}): Promise<void> {
  const { self, topic = "other", manifestation } = answers;
  await page.getByRole("heading", { name: citizenSays("self.title") }).waitFor();
  if (self !== undefined) await choose(page, self);
  await press(page, citizenSays("step.continue"));
  if (self === "party-member") await press(page, citizenSays("member.continue"));
  await choose(page, topic);
  await press(page, citizenSays("step.continue"));
  if (manifestation === undefined) return;
  await page.getByRole("heading", { name: citizenSays("manifestation.title") }).waitFor();
  await choose(page, manifestation);
  await press(page, citizenSays("step.continue"));
}

/** Chooses the unit by typing its name. */
export async function chooseUnit(
  page: Page,
  { search, unit }: Pick<LetterToWrite, "search" | "unit">,
): Promise<void> {
  if (search === null) {
    await press(page, citizenSays("unit.unknown"));
    return;
  }
  await page.getByLabel(citizenSays("unit.search")).fill(search);
  await page.getByRole("button", { name: unit }).first().click();
}

/** Says whom the letter is about, by the value of the choice. */
export async function chooseWhom(page: Page, about: AccusedRole): Promise<void> {
  await page.getByRole("heading", { name: citizenSays("whom.title") }).waitFor();
  await page.locator(`input[type=radio][value="${about}"]`).check();
  await press(page, citizenSays("step.continue"));
}

/** Writes, looks it over, and presses *Send*. */
export async function writeAndSend(page: Page, text: string, facts: Answers["facts"] = {}): Promise<void> {
  await write(page, text, facts);
  await press(page, citizenSays("check.send"));
}

/** Writes and goes on to the last look. */
export async function write(page: Page, text: string, facts: Answers["facts"] = {}): Promise<void> {
  await page.getByLabel(citizenSays("write.text"), { exact: true }).fill(text);
  await press(page, citizenSays("step.continue"));
  await tellFacts(page, facts);
  await page.getByRole("heading", { name: citizenSays("check.title") }).waitFor();
}

/** When, where, how known, whether it goes on; then on. */
export async function tellFacts(page: Page, facts: NonNullable<Answers["facts"]>): Promise<void> {
  const { when, where, knowledge, continuing } = facts;
  await page.getByRole("heading", { name: citizenSays("facts.title") }).waitFor();
  if (when !== undefined) await page.getByLabel(citizenSays("facts.when"), { exact: true }).fill(when);
  if (where !== undefined) await page.getByLabel(citizenSays("facts.where"), { exact: true }).fill(where);
  if (knowledge !== undefined) await choose(page, knowledge);
  if (continuing !== undefined) await page.locator(`input[name=m][value="${continuing}"]`).check();
  await press(page, citizenSays("step.continue"));
}

/** The whole way from the first page to the receipt; returns the 24 digits. */
export async function sendLetter(page: Page, letter: LetterToWrite): Promise<string> {
  await goToWriting(page, letter);
  await writeAndSend(page, letter.text, letter.facts);
  return await readReceipt(page);
}

/** The code on the receipt. */
export async function readReceipt(page: Page): Promise<string> {
  await page.getByRole("heading", { name: citizenSays("receipt.title") }).waitFor({ timeout: 30_000 });
  const groups = await page
    .getByRole("list", { name: citizenSays("receipt.code") })
    .getByRole("listitem")
    .allInnerTexts();
  return groups.join("");
}

/** Types the two groups back. */
export async function confirmReceipt(page: Page, code: string): Promise<void> {
  await press(page, citizenSays("receipt.noted"));
  for (const label of await page.locator("label").allInnerTexts()) {
    const group = Number(/\d/.exec(label)?.[0] ?? "0");
    await page.getByLabel(label, { exact: true }).fill(code.slice((group - 1) * 4, group * 4));
  }
  await press(page, citizenSays("confirm.done"));
  await page.getByRole("heading", { name: citizenSays("done.title") }).waitFor();
}

/** Comes back with a code. */
export async function comeBack(page: Page, code: string): Promise<void> {
  await press(page, citizenSays("home.return"));
  await page.getByLabel(citizenSays("code.label")).fill(code);
  await press(page, citizenSays("code.open"));
}

/** Signs in at the desk. */
export async function signIn(page: Page, loginName: string, passphrase: string): Promise<void> {
  await page.getByLabel(officerSays("sign-in.login-name")).fill(loginName);
  await page.getByLabel(officerSays("sign-in.passphrase"), { exact: true }).fill(passphrase);
  await press(page, officerSays("sign-in.submit"));
}

/** Signs in and waits for the list. */
export async function goToInbox(page: Page, loginName: string, passphrase: string): Promise<void> {
  await signIn(page, loginName, passphrase);
  await page.getByRole("heading", { name: officerSays("inbox.title") }).waitFor({ timeout: 30_000 });
}
