import type { Page } from "playwright-core";
import { isSolemn } from "../../src/client/officer/commands.ts";
import type { OrderName } from "../../src/client/desk/orders.ts";
import { officerSays, press } from "./people.ts";

/** What an officer puts into the form of an act, by what stands beside each field. */
export type Filling = {
  readonly text?: { readonly to: "reporter" | "superior" | "readers"; readonly words: string };
  /** Legend of a question, and the answer chosen. */
  readonly answers?: readonly (readonly [string, string])[];
  readonly days?: number;
  readonly ticked?: readonly string[];
  /** Label of a list, and the start of what is chosen in it. */
  readonly selected?: readonly [string, string];
};

/** Chooses an act of the open case, fills its form, and signs; a solemn one is confirmed. */
export async function carryOutOnScreen(page: Page, command: OrderName, filling: Filling = {}): Promise<void> {
  const name = officerSays(`action.${command}`);
  await chooseAct(page, command);
  if (oneStroke.some((each) => each === command)) {
    await page.locator(".case button[aria-disabled]", { hasText: name }).first().waitFor();
    return;
  }
  await fill(page, filling);
  if (!isSolemn(command)) {
    await press(page, officerSays("form.send", { act: name }));
  } else {
    await press(page, officerSays("form.go-on"));
    await press(page, officerSays("confirm.yes", { act: name }));
  }
  // The form stays, with all that was typed, until the act stands in the history.
  await page.locator(".composer").waitFor({ state: "detached" });
}

/** Done by pressing alone. */
const oneStroke = ["begin-verification", "demand-explanation"] as const satisfies readonly OrderName[];

/** Chooses a solemn act, fills its form and asks to go on; whether the page lets it is for the test to see. */
export async function fillOnScreen(page: Page, command: OrderName, filling: Filling): Promise<void> {
  await chooseAct(page, command);
  await fill(page, filling);
  await press(page, officerSays("form.go-on"));
}

async function chooseAct(page: Page, command: OrderName): Promise<void> {
  const name = officerSays(`action.${command}`);
  await page.locator(".case button:not([aria-disabled])", { hasText: name }).first().click();
}

async function fill(page: Page, { text, answers = [], days, ticked = [], selected }: Filling): Promise<void> {
  const form = page.locator(".composer");
  for (const [legend, answer] of answers) {
    const question = form.getByRole("group", { name: legend });
    await question.getByRole("radio", { name: answer, exact: true }).check();
  }
  if (days !== undefined) await form.getByLabel(officerSays("form.field.days")).fill(String(days));
  for (const each of ticked) await form.getByRole("checkbox", { name: each }).check();
  if (selected !== undefined) {
    const [label, start] = selected;
    const option = form.getByLabel(label).locator("option", { hasText: start }).first();
    await form.getByLabel(label).selectOption((await option.getAttribute("value")) ?? "");
  }
  if (text !== undefined)
    await form.getByRole("textbox", { name: officerSays(`form.text.${text.to}`) }).fill(text.words);
}
