import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, stack } from "../support/desk.ts";
import { chooseUnit, citizenSays, goToWriting, newVisitor, press } from "../support/people.ts";

// The Chromium of the tests has no voice. These are the voices of a device, handed to the page in the place where a
// browser hands them: what is tested is which of them speaks, what it is given to say, and when it is silenced.

type Voice = { readonly lang: string; readonly localService: boolean };
type Synthesis = { readonly spoken: string[]; cancelled: number; voices: Voice[]; onvoiceschanged: unknown };

const letter = {
  search: "hoa thuan",
  unit: "Đảng bộ xã Hòa Thuận",
  about: "somebody-else" as const,
  text: "",
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function visitWith(voices: readonly Voice[]): Promise<Page> {
  const { page } = await newVisitor(browser, "about:blank");
  await page.addInitScript((known) => {
    class Utterance extends EventTarget {
      voice: Voice | null = null;
      lang = "";
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const synthesis = {
      voices: known,
      spoken: [] as string[],
      cancelled: 0,
      onvoiceschanged: null,
      getVoices: () => synthesis.voices,
      speak: (utterance: Utterance) => {
        synthesis.spoken.push(`${utterance.voice?.lang ?? "none"}: ${utterance.text}`);
      },
      cancel: () => {
        synthesis.cancelled += 1;
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, voices);
  await page.goto(stack.citizenOrigin);
  return page;
}

async function heard(page: Page): Promise<{ spoken: readonly string[]; cancelled: number }> {
  return await page.evaluate(() => {
    const { spoken, cancelled } = window.speechSynthesis as unknown as Synthesis;
    return { spoken, cancelled };
  });
}

const listen = (page: Page) => page.getByRole("button", { name: citizenSays("aloud.listen") });

async function goToWhom(page: Page): Promise<void> {
  await press(page, citizenSays("home.write"));
  await chooseUnit(page, letter);
  await page.getByRole("heading", { name: citizenSays("whom.title") }).waitFor();
}

describe("a question is read out", () => {
  test("where the device has a voice of its own: the heading, the hint and every choice, each in order", async () => {
    const page = await visitWith([{ lang: "vi_VN", localService: true }]);
    await goToWhom(page);
    await listen(page).click();
    const { spoken } = await heard(page);
    expect(spoken[0]).toBe(`vi_VN: ${citizenSays("whom.title")}`);
    expect(spoken).toContain(`vi_VN: ${citizenSays("whom.hint")}`);
    const shown = await page.locator(".choice-label").allInnerTexts();
    const choices = spoken.filter((piece) => shown.includes(piece.slice("vi_VN: ".length)));
    expect(choices).toHaveLength(shown.length);
    await page.context().close();
  });

  test("never by a voice that is somebody's service, and then no button offers it", async () => {
    const page = await visitWith([
      { lang: "vi-VN", localService: false },
      { lang: "en-US", localService: true },
    ]);
    await goToWhom(page);
    await page.getByRole("radio").first().waitFor();
    expect(await listen(page).count()).toBe(0);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Listen to the question" }).click();
    const { spoken } = await heard(page);
    expect(spoken.length).toBeGreaterThan(5);
    expect(spoken.filter((piece) => !piece.startsWith("en-US: "))).toEqual([]);
    await page.context().close();
  });

  test("as soon as the browser has learnt of a voice", async () => {
    const page = await visitWith([]);
    await goToWhom(page);
    expect(await listen(page).count()).toBe(0);
    await page.evaluate(() => {
      const synthesis = window.speechSynthesis as unknown as Synthesis;
      synthesis.voices = [{ lang: "vi-VN", localService: true }];
      (synthesis.onvoiceschanged as () => void)();
    });
    await listen(page).waitFor();
    await page.context().close();
  });

  test("without a word of what was typed or found by typing", async () => {
    const page = await visitWith([{ lang: "vi-VN", localService: true }]);
    await press(page, citizenSays("home.write"));
    await page.getByLabel(citizenSays("unit.search")).fill("hoa thuan");
    await page.getByRole("button", { name: letter.unit }).first().waitFor();
    await listen(page).click();
    expect((await heard(page)).spoken.join()).not.toMatch(/Hòa Thuận|hoa thuan/);
    await page.reload();
    await goToWriting(page, letter);
    await page
      .getByLabel(citizenSays("write.text"), { exact: true })
      .fill("BÍ-MẬT, gọi tôi ở số 0912 345 678");
    await listen(page).click();
    const said = (await heard(page)).spoken.join();
    expect(said).toContain(citizenSays("write.text.hint"));
    expect(said).not.toMatch(/BÍ-MẬT|0912|345/);
    await page.context().close();
  });
});

describe("the voice falls silent", () => {
  test("at a second press, on going on, in another language, and at the quick exit", async () => {
    const page = await visitWith([
      { lang: "vi-VN", localService: true },
      { lang: "en-GB", localService: true },
    ]);
    await page.route("https://dichvucong.gov.vn/**", async (route) => {
      await route.fulfill({ body: "<title>elsewhere</title>", contentType: "text/html" });
    });
    const silenced = async (leave: () => Promise<unknown>) => {
      const before = (await heard(page)).cancelled;
      await page.locator(".aloud button").click();
      await leave();
      await expect.poll(async () => (await heard(page)).cancelled).toBe(before + 1);
    };
    await goToWhom(page);
    await silenced(async () => {
      await press(page, citizenSays("aloud.stop"));
    });
    await silenced(async () => {
      await press(page, citizenSays("step.continue"));
    });
    await silenced(async () => {
      await page.getByRole("button", { name: "English" }).click();
    });
    await page.exposeFunction("tellSilence", () => silences.push("silent"));
    const silences: string[] = [];
    await page.evaluate(() => {
      const synthesis = window.speechSynthesis as unknown as { cancel: () => void };
      synthesis.cancel = () => {
        (window as unknown as { tellSilence: () => void }).tellSilence();
      };
    });
    await page.locator(".aloud button").click();
    await page.locator("a.exit").click();
    await expect.poll(() => silences).toEqual(["silent"]);
    await page.context().close();
  });
});
