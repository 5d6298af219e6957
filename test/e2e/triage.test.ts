import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { chromiumFlags } from "../support/chromium.ts";
import { listLoaded } from "../support/desk.ts";
import { handsOf, type Hands } from "../support/keyboard.ts";
import { lookAt } from "../support/looking.ts";
import { goToInbox, newVisitor, officerSays, press } from "../support/people.ts";
import { journeyOfficers, type Stack, startStack } from "../support/stack.ts";
import {
  act,
  batch,
  chip,
  chips,
  choice,
  everything,
  expectShown,
  givenTo,
  holdActs,
  line,
  namesIn,
  putAway,
  reportIn,
  sealed,
  select,
  selectedCount,
  unreadNames,
  view,
} from "../support/triage-screen.ts";
import { openedNames, seedTriage } from "../support/triage-world.ts";

// An officer with many cases: narrows the list, keeps views, sees what is unread, does one thing to many, hands over.

let browser: Browser;
let stack: Stack;
let office: Desk;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject("stack").chromium, args: [...chromiumFlags] });
  stack = await startStack(["district", "colleague", "province"]);
  await seedTriage(stack);
  office = await deskOf("district");
}, 300_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

type Desk = Hands & {
  readonly page: Page;
  readonly books: () => readonly string[];
  readonly isClean: () => void;
};

const desks: Desk[] = [];

async function deskOf(officer: "district" | "colleague"): Promise<Desk> {
  const { page, watch } = await newVisitor(browser, stack.officerOrigin, {
    viewport: { width: 1366, height: 768 },
  });
  await goToInbox(page, journeyOfficers[officer], stack.passphraseOf(officer));
  await listLoaded(page);
  const desk: Desk = {
    page,
    ...handsOf(page),
    books: () =>
      watch.requests.filter(({ url, body }) => url.endsWith("/book") && body !== "").map(({ body }) => body),
    isClean: () => {
      expect([watch.violations, watch.errors]).toEqual([[], []]);
    },
  };
  desks.push(desk);
  return desk;
}

async function lock({ page }: Desk): Promise<void> {
  await press(page, officerSays("console.lock"));
  await page.locator("#login-name").waitFor();
}

async function comeBackTo({ page }: Desk, officer: "district" | "colleague"): Promise<void> {
  await goToInbox(page, journeyOfficers[officer], stack.passphraseOf(officer));
  await listLoaded(page);
}

/** Waits until what was changed in the book has been put. */
async function saved(desk: Desk, before: number): Promise<void> {
  await expect.poll(() => desk.books().length, { timeout: 20_000 }).toBeGreaterThan(before);
}

const colleague = "Cán bộ nội chính";

describe("narrowing the list", () => {
  test("by every chip, which counts what it would show, shows it, and is undone by the same press", async () => {
    const { page } = office;
    await expectShown(page, everything, "at first");
    for (const [key, names] of chips) {
      const pressed = chip(page, officerSays(key));
      expect(await pressed.textContent()).toBe(`${officerSays(key)} ${names.length}`);
      await pressed.click();
      await expectShown(page, names, key);
      expect(await pressed.getAttribute("aria-pressed")).toBe("true");
      await pressed.click();
      await expectShown(page, everything, `${key} undone`);
    }
  });

  test("by several at once: a case is shown if all of it is true, and “all” undoes everything", async () => {
    const { page } = office;
    await chip(page, officerSays("inbox.filter.to-resolve")).click();
    await chip(page, officerSays("view.trait.unread")).click();
    await expectShown(page, ["classified", "verifying", "waiting", "wrote"], "two");
    await chip(page, officerSays("view.trait.waiting")).click();
    await expectShown(page, ["waiting"], "three");
    await chip(page, officerSays("view.trait.reporter-wrote")).click();
    await expectShown(page, [], "four");
    await page.getByText(officerSays("inbox.empty-filter")).waitFor();
    // Of the steps only one is true at a time: another takes the place of the first.
    await chip(page, officerSays("inbox.filter.concluded")).click();
    await chip(page, officerSays("view.trait.waiting")).click();
    await chip(page, officerSays("view.trait.reporter-wrote")).click();
    await expectShown(page, ["concluded"], "another step");
    await chip(page, officerSays("inbox.filter.all")).click();
    await expectShown(page, everything, "all");
  });

  test("by what letters say and to whom they are given, together with the chips", async () => {
    const { page } = office;
    const more = page.getByRole("button", { name: officerSays("view.more") });
    await more.click();
    const narrowings = [
      ["assignee", officerSays("view.assignee.me"), ["classified"]],
      ["assignee", "Cán bộ nội chính", ["verifying", "waiting"]],
      ["unit", "Đảng bộ xã Hòa Thuận", openedNames.filter((name) => name !== "verifying")],
      ["unit", "Đảng bộ huyện Giồng Riềng", openedNames],
      ["category", "B3 –", ["classified", "waiting", "concluded"]],
      ["language", officerSays("view.language.km"), ["khmer"]],
      ["self", officerSays("view.self.citizen"), ["wrote"]],
      ["self", officerSays("view.self.party-member"), ["khmer"]],
    ] as const;
    for (const [key, option, names] of narrowings) {
      const list = choice(page, key);
      const value = await list.locator("option", { hasText: option }).first().getAttribute("value");
      await list.selectOption(value ?? "");
      await expectShown(page, names, `${key}: ${option}`);
      await list.selectOption("");
      await expectShown(page, everything, `${key} undone`);
    }
    await choice(page, "assignee").selectOption("nobody");
    await choice(page, "category").selectOption("other");
    await chip(page, officerSays("inbox.filter.to-resolve")).click();
    await expectShown(page, ["wrote"], "given to nobody, of no category, to resolve");
    expect(await more.textContent()).toContain("(2)");
    await chip(page, officerSays("inbox.filter.all")).click();
    await expectShown(page, everything, "all");
    await more.click();
  });

  test("with who has how much to do beside it, and who is late, by keyboard alone", async () => {
    const { page, hit } = office;
    const more = page.getByRole("button", { name: officerSays("view.more") });
    await more.click();
    const table = page.getByRole("table", { name: officerSays("work.title") });
    expect(await table.isVisible()).toBe(false);
    await hit(page.locator("#narrowing-panel summary"));
    await table.waitFor();
    const rows = await table
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows[0]).toEqual([expect.stringContaining(colleague), "2", "0"]);
    expect(rows[1]?.slice(1)).toEqual(["1", "0"]);
    // Given to nobody: one of them late.
    expect(rows.at(-1)).toEqual([officerSays("view.assignee.nobody"), "4", "1"]);
    await more.click();
  });

  test("and putting it in another order: the newest first, or unit by unit", async () => {
    const { page } = office;
    const order = page.getByLabel(officerSays("view.sort"), { exact: true });
    expect((await namesIn(page))[0]).toBe(sealed);
    await order.selectOption("newest");
    const newest = [
      sealed,
      "khmer",
      "wrote",
      "classified",
      "verifying",
      "waiting",
      "refused",
      "concluded",
      "late",
    ];
    const seen = async () => (await namesIn(page)).filter((name, at) => name !== sealed || at === 0);
    await expect.poll(seen, { timeout: 10_000 }).toEqual(newest);
    await order.selectOption("unit");
    await expect.poll(async () => (await namesIn(page)).slice(0, 1)).toEqual(["verifying"]);
    expect((await namesIn(page)).slice(-2)).toEqual([sealed, sealed]);
    await order.selectOption("urgency");
    await page.getByRole("heading", { name: officerSays("inbox.group.due-today") }).waitFor();
  });
});

describe("what is unread", () => {
  test("is told in the line, goes when the case is opened, and can be set again by a key", async () => {
    const { page, key } = office;
    await expect.poll(() => unreadNames(page)).toEqual(everything.toSorted());
    expect(await line(page, "wrote").textContent()).toContain(officerSays("unread.row"));
    await line(page, "wrote").click();
    await page.locator("#case .letter", { hasText: "CANARY-wrote" }).waitFor();
    await expect
      .poll(() => unreadNames(page))
      .toEqual(everything.filter((name) => name !== "wrote").toSorted());
    await key("Escape");
    await key("u");
    await expect.poll(() => unreadNames(page)).toEqual(everything.toSorted());
    await key("u");
    await expect.poll(() => unreadNames(page)).not.toContain("wrote");
  });
});

describe("an officer's own book", () => {
  test("keeps a view, the order and what is unread through a lock, and for another browser", async () => {
    const { page } = office;
    const before = office.books().length;
    await chip(page, officerSays("inbox.filter.to-resolve")).click();
    await page.getByRole("button", { name: officerSays("view.more") }).click();
    await page.getByLabel(officerSays("view.name")).fill("Đang làm");
    await press(page, officerSays("view.save"));
    await view(page, "Đang làm").waitFor();
    expect(await view(page, "Đang làm").textContent()).toMatch(/4$/);
    // At once, while nothing is saved yet.
    await lock(office);
    await comeBackTo(office, "district");
    await view(page, "Đang làm").click();
    await expectShown(page, ["classified", "verifying", "waiting", "wrote"], "the view after a lock");
    await chip(page, officerSays("inbox.filter.all")).click();
    await expect.poll(() => unreadNames(page)).not.toContain("wrote");
    await saved(office, before);
    const other = await deskOf("district");
    await view(other.page, "Đang làm").waitFor();
    await expect
      .poll(() => unreadNames(other.page))
      .toEqual(everything.filter((name) => name !== "wrote").toSorted());
    for (const body of office.books()) {
      expect(body).not.toContain("Đang");
      expect(body.length).toBe(office.books()[0]?.length);
    }
  }, 120_000);

  test("loses nothing of two devices that write in it without knowing of each other", async () => {
    const other = desks.at(-1) ?? office;
    const save = async ({ page }: Desk, label: string, name: string) => {
      if (!(await page.getByLabel(officerSays("view.name")).isVisible()))
        await page.getByRole("button", { name: officerSays("view.more") }).click();
      await chip(page, label).click();
      await page.getByLabel(officerSays("view.name")).fill(name);
      await press(page, officerSays("view.save"));
      await chip(page, officerSays("inbox.filter.all")).click();
    };
    const counts = [office.books().length, other.books().length];
    await save(office, officerSays("view.trait.waiting"), "Chờ");
    await line(other.page, "late").click();
    await other.page.locator("#case .letter", { hasText: "CANARY-late" }).waitFor();
    await save(other, officerSays("inbox.filter.ended"), "Xong");
    await saved(office, counts[0] ?? 0);
    await saved(other, counts[1] ?? 0);
    await lock(office);
    await lock(other);
    await comeBackTo(office, "district");
    for (const name of ["Đang làm", "Chờ", "Xong"]) await view(office.page, name).waitFor();
    await expect
      .poll(async () => (await unreadNames(office.page)).filter((name) => name !== sealed))
      .not.toContain("late");
    expect(await unreadNames(office.page)).not.toContain("wrote");
    expect(await view(office.page, "Chờ").textContent()).toMatch(/1$/);
    await other.page.context().close();
  }, 120_000);
});

describe("many cases at once", () => {
  test("are selected and given the same note by keyboard alone; what is sealed is named with the reason, and nothing becomes read by it", async () => {
    const { page, key, type, hit, reach } = office;
    const unread = await unreadNames(page);
    await page.locator("#inbox-title").focus();
    await key("j");
    await key("x");
    await batch(page).getByText(selectedCount(1)).waitFor();
    await key("Shift+ArrowDown");
    await batch(page).getByText(selectedCount(2)).waitFor();
    await key("x");
    await batch(page).getByText(selectedCount(1)).waitFor();
    await hit(act(page, "select-shown"), "Shift+Tab");
    await batch(page).getByText(selectedCount(everything.length)).waitFor();
    await hit(act(page, "remark"));
    await reach(batch(page).getByRole("textbox"));
    await type("GHI-CHÚ-CHUNG cho cả danh sách.");
    await hit(batch(page).getByRole("button", { name: officerSays("batch.begin.remark", { count: "10" }) }));
    const undone = await reportIn(page, 8, 10);
    const why = officerSays("because.reader.not-read");
    expect(undone).toEqual([why, why]);
    expect(await unreadNames(page)).toEqual(unread);
    await hit(batch(page).getByRole("button", { name: officerSays("batch.dismiss") }));
    await batch(page).getByText(selectedCount(2)).waitFor();
    await hit(act(page, "clear"), "Shift+Tab");
    await batch(page).waitFor({ state: "detached" });
    // The keys go on in the list.
    await key("j");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains("row")))
      .toBe(true);
    await line(page, "refused").click();
    await page.locator("#case").getByText("GHI-CHÚ-CHUNG").first().waitFor();
  }, 180_000);

  test("are marked unread again", async () => {
    const { page } = office;
    await select(page, "wrote", "late");
    await act(page, "unread").click();
    await expect.poll(() => unreadNames(page)).toEqual(expect.arrayContaining(["wrote", "late"]));
    await batch(page).waitFor({ state: "detached" });
  });

  test("go on to verification where the law allows it, and of each other it is said why not", async () => {
    const { page } = office;
    await select(page, "classified", "wrote", "khmer", "verifying", "concluded");
    await act(page, "verify").click();
    await batch(page)
      .getByRole("button", { name: officerSays("batch.begin.verify", { count: "5" }) })
      .click();
    const undone = await reportIn(page, 2, 5);
    expect(undone).toEqual(
      [
        officerSays("because.not-acknowledged-yet"),
        officerSays("because.already-verifying"),
        officerSays("because.already-concluded"),
      ].toSorted(),
    );
    await putAway(page);
    await batch(page).getByText(selectedCount(3)).waitFor();
    await act(page, "clear").click();
  }, 120_000);

  test("are given to a colleague, whose load is told; a run that is stopped leaves the rest selected, to go on with", async () => {
    const { page } = office;
    await select(page, "khmer", "classified", "wrote");
    await act(page, "assign").click();
    const to = batch(page).getByLabel(officerSays("batch.assign-to"));
    const option = to.locator("option", { hasText: colleague });
    expect(await option.textContent()).toContain(officerSays("work.load", { open: "2", overdue: "0" }));
    await to.selectOption((await option.getAttribute("value")) ?? "");
    const release = await holdActs(page);
    const begin = (count: number) =>
      batch(page).getByRole("button", { name: officerSays("batch.begin.assign", { count: String(count) }) });
    await begin(3).click();
    const stop = batch(page).getByRole("button", { name: officerSays("batch.stop") });
    await stop.click();
    await expect.poll(() => stop.getAttribute("aria-disabled")).toBe("true");
    await release();
    expect(await reportIn(page, 1, 3)).toEqual([]);
    await batch(page)
      .getByText(officerSays("batch.left", { count: "2" }))
      .waitFor();
    await putAway(page);
    await batch(page).getByText(selectedCount(2)).waitFor();
    await act(page, "assign").click();
    await to.selectOption((await option.getAttribute("value")) ?? "");
    await begin(2).click();
    expect(await reportIn(page, 2, 2)).toEqual([]);
    await putAway(page);
    await givenTo(page, colleague);
    await expectShown(
      page,
      ["khmer", "classified", "wrote", "verifying", "waiting"],
      "given to the colleague",
    );
  }, 180_000);

  test("are handed over when somebody leaves; a run that was stopped goes on with the rest, until nothing is left with them", async () => {
    const { page } = office;
    await select(page, "khmer", "classified", "wrote", "verifying", "waiting");
    await act(page, "hand-over").click();
    const form = batch(page);
    const from = form.getByLabel(officerSays("batch.from"));
    // Who leaves is whose cases are shown.
    expect(await from.locator("option:checked").textContent()).toContain(colleague);
    const to = form.getByLabel(officerSays("batch.assign-to"));
    expect(await to.locator("option", { hasText: colleague }).count()).toBe(0);
    const own = to.locator("option", { hasText: "Cán bộ xử lý" });
    await to.selectOption((await own.getAttribute("value")) ?? "");
    const begin = form.getByRole("button", { name: officerSays("batch.begin.hand-over", { count: "5" }) });
    await begin.press("Enter");
    // Without a reason nothing begins: the empty field has the focus.
    await expect
      .poll(() => form.getByRole("textbox").evaluate((field) => field === document.activeElement))
      .toBe(true);
    await form.getByRole("textbox").fill("Đồng chí chuyển công tác.");
    const release = await holdActs(page);
    await begin.click();
    const stop = form.getByRole("button", { name: officerSays("batch.stop") });
    await stop.click();
    await expect.poll(() => stop.getAttribute("aria-disabled")).toBe("true");
    await release();
    expect(await reportIn(page, 1, 5)).toEqual([]);
    await putAway(page);
    await expect.poll(async () => (await namesIn(page)).length).toBe(4);
    await act(page, "hand-over").click();
    await to.selectOption((await own.getAttribute("value")) ?? "");
    // What was written for all of them waits for those that are left.
    expect(await form.getByRole("textbox").inputValue()).toBe("Đồng chí chuyển công tác.");
    await form.getByRole("button", { name: officerSays("batch.begin.hand-over", { count: "4" }) }).click();
    expect(await reportIn(page, 4, 4)).toEqual([]);
    await putAway(page);
    await expectShown(page, [], "nothing is left with whoever leaves");
    await chip(page, officerSays("inbox.filter.all")).click();
    await givenTo(page, officerSays("view.assignee.me"));
    await expectShown(page, ["khmer", "classified", "wrote", "verifying", "waiting"], "now mine");
    await chip(page, officerSays("inbox.filter.all")).click();
  }, 180_000);
});

describe("colleagues who could not be fetched", () => {
  test("are said to be missing where one would be chosen, and can be asked for again there", async () => {
    const { page } = office;
    const rosters = "**/rosters/**";
    const missing = page.getByText(officerSays("form.readers-failed"));
    const retry = () => page.locator(".roster-status").getByRole("button").first();
    await lock(office);
    await page.route(rosters, async (route) => {
      await route.abort();
    });
    await comeBackTo(office, "district");
    await page.getByRole("button", { name: officerSays("view.more") }).click();
    await missing.waitFor();
    await page.getByRole("button", { name: officerSays("view.more") }).click();
    await select(page, "khmer");
    await act(page, "assign").click();
    await missing.waitFor();
    await page.unroute(rosters);
    await retry().click();
    const to = batch(page).getByLabel(officerSays("batch.assign-to"));
    await to.locator("option", { hasText: colleague }).waitFor({ state: "attached" });
    await act(page, "clear").click();
  }, 120_000);
});

describe("the keys", () => {
  const sheet = (page: Page) => page.locator(".help-sheet");

  test("stand in a sheet of their own, lead to saved views and the search, and those of one letter can be switched off for good", async () => {
    const { page, key, reach } = office;
    await page.locator("#inbox-title").focus();
    await key("g");
    await key("2");
    await expectShown(page, ["waiting"], "g 2: the second view");
    await key("g");
    await key("0");
    await expectShown(page, everything, "g 0: everything");
    await key("/");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.locator("#inbox-title").focus();
    await key("?");
    await sheet(page)
      .getByRole("heading", { name: officerSays("help.title") })
      .waitFor();
    const told = await sheet(page).locator("kbd").allTextContents();
    expect(told).toEqual(
      expect.arrayContaining([
        "j",
        "k",
        "x",
        "u",
        "/",
        "?",
        "g 1",
        "Enter",
        "Esc",
        "Shift + ↓",
        "Ctrl + Enter",
      ]),
    );
    const before = office.books().length;
    await reach(sheet(page).getByRole("checkbox"));
    await key("Space");
    await expect.poll(() => sheet(page).locator("kbd").allTextContents()).not.toContain("j");
    await key("Escape");
    await sheet(page).waitFor({ state: "hidden" });
    await saved(office, before);
    await lock(office);
    await comeBackTo(office, "district");
    await view(page, "Chờ").waitFor();
    await page.locator(".duty-list .row").first().focus();
    for (const each of ["x", "g", "2", "?"]) await key(each);
    await key("Shift+ArrowDown");
    // The keys of more than one letter go on, and nothing else was done.
    await batch(page).getByText(selectedCount(2)).waitFor();
    await expectShown(page, everything, "no key of one letter did anything");
    expect(await sheet(page).isVisible()).toBe(false);
    await act(page, "clear").click();
  }, 120_000);
});

describe("the screens", () => {
  test("fit in every language, by day and by night, at a desk and on a telephone", async () => {
    const { page } = office;
    const expectFit = async (name: string) => {
      expect(await lookAt(page, name, [1366, 360])).toEqual([]);
      await page.setViewportSize({ width: 1366, height: 768 });
    };
    await page.locator("#inbox-title").focus();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: officerSays("view.more") }).click();
    await page.locator("#narrowing-panel summary").click();
    await select(page, "khmer", "late");
    await act(page, "hand-over").click();
    await expectFit("triage-hand-over");
    await act(page, "select-shown").click();
    await act(page, "verify").click();
    const begin = officerSays("batch.begin.verify", { count: "10" });
    await batch(page).getByRole("button", { name: begin }).click();
    await reportIn(page, 0, 10);
    await expectFit("triage-report");
    await putAway(page);
    await act(page, "clear").click();
    const help = {
      open: async () => {
        await page.locator(".top-bar .help").click();
      },
      close: async () => {
        await page.keyboard.press("Escape");
      },
    };
    expect(await lookAt(page, "triage-help", [1366, 360], help)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
  }, 240_000);

  test("did nothing that a page may not do", () => {
    for (const desk of desks) desk.isClean();
  });
});
