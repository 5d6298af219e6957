import type { Page } from "playwright-core";
import { expect } from "vitest";
import { officerSays } from "./people.ts";
import { openedNames } from "./triage-world.ts";

// The list of an officer, its filters and what can be done to many cases, found by what they say.

export const sealed = "sealed";
export const everything = [sealed, sealed, ...openedNames];

/** Which cases are on the screen, in their order. Of a sealed one nobody knows which it is. */
export async function namesIn(page: Page, rows = ".duty-list .row"): Promise<readonly string[]> {
  const texts = await page.locator(rows).allTextContents();
  return texts.map((text) => /CANARY-(\w+)/.exec(text)?.[1] ?? sealed);
}

export async function expectShown(page: Page, names: readonly string[], why: string): Promise<void> {
  const shown = async () => (await namesIn(page)).toSorted();
  await expect.poll(shown, { message: why, timeout: 20_000 }).toEqual(names.toSorted());
}

export const line = (page: Page, name: string) =>
  page.locator(".duty-list .row", { hasText: `CANARY-${name}` });
export const boxOf = (page: Page, name: string) =>
  page.locator(".row-line", { hasText: `CANARY-${name}` }).getByRole("checkbox");

export const chip = (page: Page, label: string) =>
  page
    .getByRole("group", { name: officerSays("inbox.filters") })
    .getByRole("button", { name: new RegExp(`^${label} [0-9.]+$`) });
export const view = (page: Page, name: string) =>
  page
    .getByRole("group", { name: officerSays("view.saved"), exact: true })
    .getByRole("button", { name: new RegExp(`^${name} `) });
export const choice = (page: Page, key: "assignee" | "unit" | "category" | "language" | "self") =>
  page.locator("#narrowing-panel").getByLabel(officerSays(`view.${key}`), { exact: true });

/** What the list can be narrowed to by one press, and what is then left. */
export const chips = [
  ["inbox.filter.to-open", [sealed, sealed]],
  ["inbox.filter.to-sort", ["late", "khmer"]],
  ["inbox.filter.to-resolve", ["classified", "verifying", "waiting", "wrote"]],
  ["inbox.filter.concluded", ["concluded"]],
  ["inbox.filter.ended", ["refused"]],
  ["view.trait.due-today", [sealed]],
  ["view.trait.overdue", ["late"]],
  ["view.trait.unread", everything],
  ["view.trait.waiting", ["waiting"]],
  ["view.trait.reporter-wrote", ["wrote"]],
  ["view.trait.escalated", ["late"]],
] as const;

export async function unreadNames(page: Page): Promise<readonly string[]> {
  return (await namesIn(page, ".duty-list .row-unread")).toSorted();
}

export const batch = (page: Page) => page.getByRole("region", { name: officerSays("batch.title") });
export const act = (
  page: Page,
  key: "select-shown" | "clear" | "unread" | "assign" | "remark" | "verify" | "hand-over",
) => batch(page).getByRole("button", { name: officerSays(`batch.${key}`), exact: true });
export const selectedCount = (count: number) => officerSays("batch.selected", { count: String(count) });

/** Selects by the boxes beside the lines. */
export async function select(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await boxOf(page, name).check();
  await batch(page).getByText(selectedCount(names.length)).waitFor();
}

/** What the report says: how many went, and of each that did not, why. */
export async function reportIn(page: Page, done: number, total: number): Promise<readonly string[]> {
  const report = batch(page);
  const over = officerSays("batch.over", { done: String(done), total: String(total) });
  await report.getByText(over).waitFor({ timeout: 60_000 });
  return (await report.locator(".batch-why").allTextContents()).toSorted();
}

export async function putAway(page: Page): Promise<void> {
  await batch(page)
    .getByRole("button", { name: officerSays("batch.dismiss") })
    .click();
}

/** Narrows the list to what is given to an officer, by the beginning of their title. */
export async function givenTo(page: Page, title: string): Promise<void> {
  if (!(await choice(page, "assignee").isVisible()))
    await page.getByRole("button", { name: officerSays("view.more") }).click();
  const option = choice(page, "assignee").locator("option", { hasText: title }).first();
  await choice(page, "assignee").selectOption((await option.getAttribute("value")) ?? "");
}

/** Lets no act reach the server before it is released. */
export async function holdActs(page: Page): Promise<() => Promise<void>> {
  let open: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  const acts = "**/api/officer/cases/*/events";
  await page.route(acts, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    open();
    await page.unroute(acts, { behavior: "wait" } as never);
  };
}
