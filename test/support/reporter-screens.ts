import type { Page } from "playwright-core";
import { chooseUnit, chooseWhom, citizenSays, confirmReceipt, press, readReceipt } from "./people.ts";

const letter = { search: "hoa thuan", unit: "Đảng bộ xã Hòa Thuận", about: "somebody-else" as const };

/** Looks at one screen that stands still. */
export type Look = (name: string) => Promise<void>;

const headed = async (page: Page, key: Parameters<typeof citizenSays>[0]) => {
  await page
    .getByRole("heading", { name: citizenSays(key) })
    .first()
    .waitFor({ timeout: 30_000 });
};
const goOn = async (page: Page) => {
  await press(page, citizenSays("step.continue"));
};

/** Every screen of a reporter from the first page to the case, each shown to `look`; `words` is what the letter says. */
export async function walkReporterScreens(page: Page, look: Look, words: string): Promise<void> {
  await look("home");
  await press(page, citizenSays("home.write"));
  await walkUnit(page, look);
  await walkQuestions(page, look);
  await walkLetter(page, look, words);
  const code = await walkSending(page, look);
  await walkReturn(page, look, code);
}

async function walkUnit(page: Page, look: Look): Promise<void> {
  const field = page.getByLabel(citizenSays("unit.search"));
  await field.fill("xqzw");
  await look("unit-none");
  await page.locator("summary", { hasText: citizenSays("unit.browse") }).click();
  await look("unit-tree");
  await field.fill("giong rieng");
  await page.locator(".rows .row").first().waitFor();
  await look("unit-found");
  await chooseUnit(page, letter);
}

async function walkQuestions(page: Page, look: Look): Promise<void> {
  await headed(page, "whom.title");
  await goOn(page);
  await look("whom-fault");
  await chooseWhom(page, letter.about);
  await headed(page, "route.title");
  await goOn(page);
  await look("route-fault");
  await page.getByRole("radio", { name: citizenSays("route.ask.no") }).check();
  await goOn(page);
  await headed(page, "self.title");
  await page.locator('input[value="party-member"]').check();
  await look("self");
  await goOn(page);
  await headed(page, "member.title");
  await look("member");
  await press(page, citizenSays("member.continue"));
  await headed(page, "topic.title");
  await goOn(page);
  await look("topic-fault");
  await page.locator('input[name="h"]').first().check();
  await goOn(page);
  await headed(page, "manifestation.title");
  await look("manifestation");
  await page.locator('input[type="radio"]').first().check();
  await goOn(page);
}

async function walkLetter(page: Page, look: Look, words: string): Promise<void> {
  await headed(page, "write.title");
  await goOn(page);
  await look("write-fault");
  const field = page.getByLabel(citizenSays("write.text"), { exact: true });
  await field.fill(`${words} Tôi tên là Nguyễn Văn A, số điện thoại 0912 345 678.`);
  await page.waitForTimeout(1500);
  await look("write-traces");
  await field.fill(words);
  await goOn(page);
  await headed(page, "facts.title");
  await page.getByLabel(citizenSays("facts.when"), { exact: true }).fill("mùa khô ".repeat(40));
  await goOn(page);
  await look("facts-fault");
  await page.getByLabel(citizenSays("facts.when"), { exact: true }).fill("mùa khô");
  await goOn(page);
  await headed(page, "check.title");
  await look("check");
}

async function walkSending(page: Page, look: Look): Promise<string> {
  const isLetter = (url: URL) => url.pathname === "/api/box";
  await page.route(isLetter, async (route) => {
    await route.abort();
  });
  await press(page, citizenSays("check.send"));
  await page.getByRole("button", { name: citizenSays("sending.again") }).waitFor({ timeout: 60_000 });
  await look("sending-waiting");
  await page.unroute(isLetter);
  await page.getByRole("button", { name: citizenSays("sending.again") }).click();
  const code = await readReceipt(page);
  await look("receipt");
  await press(page, citizenSays("receipt.noted"));
  await press(page, citizenSays("confirm.done"));
  await look("confirm-fault");
  await press(page, citizenSays("confirm.show"));
  await confirmReceipt(page, code);
  await look("done");
  return code;
}

async function walkReturn(page: Page, look: Look, code: string): Promise<void> {
  await press(page, citizenSays("done.home"));
  await press(page, citizenSays("home.return"));
  await press(page, citizenSays("code.open"));
  await look("code-fault");
  await page.getByLabel(citizenSays("code.label")).fill(code);
  await press(page, citizenSays("code.open"));
  await headed(page, "case.title");
  await look("case");
}
