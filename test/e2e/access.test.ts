import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { citizenKm } from "../../src/i18n/citizen/km.ts";
import { launchBrowser, stack } from "../support/desk.ts";
import { citizenSays, goToWriting, newVisitor, press, write } from "../support/people.ts";

// The whole way of a letter and back by keyboard alone, told as a screen reader is told it.

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

type Key = Parameters<typeof citizenSays>[0];

/** What has the focus, by what it says; with what is wrong with showing it. */
type Focus = { readonly name: string; readonly role: string; readonly faults: readonly string[] };

async function focusOf(page: Page): Promise<Focus> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: "", role: "body", faults: ["nothing"] };
    const isRadio = element instanceof HTMLInputElement && element.type === "radio";
    // The whole row of a choice is ringed.
    const shown = element.closest(".choice") ?? element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { top, bottom, left, right } = shown.getBoundingClientRect();
    const faults: string[] = [];
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) faults.push("no ring");
    if (bottom < 0 || top > window.innerHeight || right > window.innerWidth + 1 || left < -1)
      faults.push(`out of sight at ${Math.round(top)}`);
    const middle = document.elementFromPoint((left + right) / 2, Math.max(top, 0) + 4);
    const isCovered = middle !== null && !shown.contains(middle) && !middle.contains(shown);
    if (isCovered) faults.push(`covered by ${middle.className}`);
    const labelled = element instanceof HTMLInputElement ? (element.labels?.[0]?.innerText ?? "") : "";
    const area = element instanceof HTMLTextAreaElement ? (element.labels[0]?.innerText ?? "") : "";
    const name = (labelled || area || element.textContent || "").replaceAll("\u200b", "").trim();
    return { name, role: isRadio ? "radio" : element.tagName.toLowerCase(), faults };
  });
}

/** Somebody with nothing but a keyboard; each thing that is reached must be seen to be reached. */
function keyboardOf(page: Page) {
  const faults: string[] = [];
  const passed: string[] = [];
  const step = async (key: string) => {
    await page.keyboard.press(key);
    const focus = await focusOf(page);
    passed.push(focus.name.slice(0, 40));
    faults.push(...focus.faults.map((fault) => `${focus.role} “${focus.name.slice(0, 60)}”: ${fault}`));
    return focus;
  };
  const tabTo = async (text: string) => {
    for (let presses = 0; presses < 60; presses++) {
      const { name } = await step("Tab");
      if (name.startsWith(text)) return;
    }
    throw new Error(`never reached “${text}”, but: ${passed.slice(-60).join(" | ")}`);
  };
  return {
    faults,
    step,
    tabTo,
    pressOn: async (key: Key) => {
      await tabTo(citizenSays(key));
      await page.keyboard.press("Enter");
    },
    type: async (text: string) => {
      await page.keyboard.type(text);
    },
  };
}

/** Another page is there, its heading has the focus, and the step is told with it. */
async function arrive(page: Page, key: Key, step: number | null = null): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name: citizenSays(key) });
  await heading.waitFor({ timeout: 30_000 });
  await expect.poll(async () => (await focusOf(page)).name).toBe(citizenSays(key));
  if (step === null) return;
  const told = await page.locator("#step").innerText();
  expect(told).toBe(citizenSays("step.of", { step: String(step), total: "8" }));
  expect(await heading.getAttribute("aria-describedby")).toBe("step");
}

describe("with nothing but a keyboard", () => {
  let code = "";

  test("a letter is sent and its code is kept", async () => {
    const { page, watch } = await newVisitor(browser, stack.citizenOrigin);
    const keys = keyboardOf(page);
    expect((await keys.step("Tab")).name).toBe(citizenSays("skip.link"));
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await keys.pressOn("home.write");
    await arrive(page, "unit.title", 1);
    await keys.tabTo(citizenSays("unit.search"));
    await keys.type("hoa thuan");
    await page.getByRole("button", { name: "Đảng bộ xã Hòa Thuận" }).first().waitFor();
    await keys.tabTo("Đảng bộ xã Hòa Thuận");
    await page.keyboard.press("Enter");
    await arrive(page, "whom.title", 2);
    await keys.pressOn("step.continue");
    const fault = page.locator(".error-summary");
    await fault.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    await keys.step("Tab");
    await page.keyboard.press("Enter");
    const first = await focusOf(page);
    expect([first.role, first.faults]).toEqual(["radio", []]);
    await page.keyboard.press("Space");
    while (!(await page.locator('input[value="somebody-else"]').isChecked())) await keys.step("ArrowDown");
    await keys.pressOn("step.continue");
    await arrive(page, "route.title", 3);
    await keys.tabTo(citizenSays("route.ask.no"));
    await page.keyboard.press("Space");
    await keys.pressOn("step.continue");
    await arrive(page, "self.title", 4);
    await keys.pressOn("step.continue");
    await arrive(page, "topic.title", 5);
    await keys.step("Tab");
    while ((await focusOf(page)).role !== "radio") await keys.step("Tab");
    await page.keyboard.press("Space");
    while (!(await page.locator('input[value="other"]').isChecked())) await keys.step("ArrowDown");
    await keys.pressOn("step.continue");
    await arrive(page, "write.title", 6);
    await keys.tabTo(citizenSays("write.text"));
    await keys.type("Viết bằng bàn phím.");
    await keys.pressOn("step.continue");
    await arrive(page, "facts.title", 7);
    await keys.pressOn("step.continue");
    await arrive(page, "check.title", 8);
    await keys.pressOn("check.send");
    await arrive(page, "receipt.title");
    code = (await page.locator(".code li").allInnerTexts()).join("");
    await keys.pressOn("receipt.noted");
    await arrive(page, "confirm.title");
    for (const index of [0, 1]) {
      await keys.step("Tab");
      while ((await focusOf(page)).role !== "input") await keys.step("Tab");
      const { name } = await focusOf(page);
      const group = Number(/\d/.exec(name)?.[0]);
      expect([index, group > 0]).toEqual([index, true]);
      await keys.type(code.slice((group - 1) * 4, group * 4));
    }
    await keys.pressOn("confirm.done");
    await arrive(page, "done.title");
    expect(keys.faults).toEqual([]);
    expect(watch.errors).toEqual([]);
    await page.context().close();
  });

  test("the answer is looked for with the code, and the quick exit is two steps from the top", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    const keys = keyboardOf(page);
    await keys.pressOn("home.return");
    await arrive(page, "code.title");
    await keys.tabTo(citizenSays("code.label"));
    await keys.type(code);
    await page.keyboard.press("Enter");
    await arrive(page, "case.title");
    expect(keys.faults).toEqual([]);
    await page.route("https://dichvucong.gov.vn/**", async (route) => {
      await route.fulfill({ body: "<title>elsewhere</title>", contentType: "text/html" });
    });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>(".skip-link")?.focus();
    });
    expect((await keys.step("Tab")).name).toBe(citizenSays("exit.button"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/dichvucong/);
    await page.context().close();
  });
});

describe("what changes by itself is told", () => {
  /** Writes down whatever live regions come to say, as often as they say it. */
  async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const places = "[aria-live], [role=status]";
      new MutationObserver((changes) => {
        const touched = new Set(
          changes.flatMap(({ target }) => {
            const element = target instanceof Element ? target : target.parentElement;
            return element?.closest(places) ?? [];
          }),
        );
        for (const place of touched) {
          const text = (place.textContent ?? "").trim();
          if (text !== "") told.push(text);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return async () => await page.evaluate(() => (window as unknown as { told: string[] }).told);
  }

  test("once when the typing of a name rests, and not at every key", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    await page.getByRole("button", { name: citizenSays("home.write") }).click();
    await page.getByLabel(citizenSays("unit.search")).waitFor();
    const told = await listen(page);
    await page.getByLabel(citizenSays("unit.search")).pressSequentially("qzxwqzxwq", { delay: 80 });
    await page.waitForTimeout(1800);
    const [before = ""] = citizenSays("unit.none", { query: "|" }).split("|");
    expect((await told()).filter((text) => text.startsWith(before))).toHaveLength(1);
    await page.context().close();
  });

  test("once for each stage of sending", async () => {
    const { page } = await newVisitor(browser, stack.citizenOrigin);
    const unit = { search: "hoa thuan", unit: "Đảng bộ xã Hòa Thuận" };
    await goToWriting(page, { ...unit, about: "somebody-else", text: "" });
    await write(page, "Nghe từng bước.");
    const told = await listen(page);
    await press(page, citizenSays("check.send"));
    await page.getByRole("heading", { name: citizenSays("receipt.title") }).waitFor({ timeout: 60_000 });
    const stages = (await told()).filter((text) => text.endsWith("…"));
    expect(stages).toContain(citizenSays("sending.delivering"));
    expect(new Set(stages).size).toBe(stages.length);
    await page.context().close();
  });
});

test("a sentence in Khmer can be broken between its words by any browser, and is found by its name all the same", async () => {
  const { page } = await newVisitor(browser, stack.citizenOrigin);
  await page.getByRole("button", { name: "ភាសាខ្មែរ" }).click();
  await page.getByRole("button", { name: citizenKm["home.write"] }).waitFor();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  expect(title).toContain("\u200b");
  expect(title.replaceAll("\u200b", "")).toBe(citizenKm["home.title"]);
  await page.context().close();
});
