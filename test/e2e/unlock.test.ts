import type { Browser, Dialog, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vietnamDateAt } from "../../src/domain/plain-date.ts";
import { hostFetch } from "../../src/org/local/host-fetch.ts";
import { keptTrust } from "../../src/org/local/organisation-file.ts";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, listLoaded, openDesk, openLetterWith, stack } from "../support/desk.ts";
import { findInMemory, keepEveryArray, type NamedSecrets, secretsOf } from "../support/desk-memory.ts";
import { openLetterPost } from "../support/letter-post.ts";
import { lookAt } from "../support/looking.ts";
import { giveNewKey } from "../support/new-key.ts";
import { goToInbox, newVisitor, officerSays, press, signIn, type WatchedPage } from "../support/people.ts";
import { journeyCommittees, type JourneyOfficer, journeyOfficers } from "../support/stack.ts";
import { plugIn } from "../support/virtual-authenticator.ts";

// The way in and the way out: what a lock must take off the screen, what it must not lose, and the second way in.

const mark = "MỞKHÓA";
const sentence = `Chúng tôi đã nhận được ý kiến của ông bà và đang xem ${mark}. `;
const halfWritten = `${sentence.repeat(40)}Phần sau thì chưa viết`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function unlock(page: Page, officer: JourneyOfficer): Promise<void> {
  await goToInbox(page, journeyOfficers[officer], stack.passphrases[officer]);
  await listLoaded(page);
}

const gate = (page: Page) => page.getByRole("heading", { name: officerSays("sign-in.title") });
const passphrase = (page: Page) => page.getByLabel(officerSays("sign-in.passphrase"), { exact: true });
const note = (page: Page) =>
  page.getByRole("textbox", { name: officerSays("form.text.reporter"), exact: false });

/** Nothing of the case or of the note is anywhere in the document any more, and no worker holds the list. */
async function expectNothingShown(page: Page): Promise<void> {
  await gate(page).waitFor();
  expect(await page.locator("html").innerHTML()).not.toContain(mark);
  await page.getByText(officerSays("sign-in.kept")).waitFor();
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
}

/** The note as it was left, beside the letter that it answers. */
async function expectNote(page: Page): Promise<void> {
  await note(page).waitFor();
  expect(await note(page).inputValue()).toBe(halfWritten);
  await page.locator(".letter").getByText(mark).first().waitFor();
}

describe("a half-written note", () => {
  let desk: WatchedPage;
  let secrets: NamedSecrets;

  beforeAll(async () => {
    const post = await openLetterPost(stack.citizenOrigin, await keptTrust(stack));
    await post.send(`${mark} Một việc ở ấp cần được xem xét.`);
    secrets = await secretsOf(stack, "commune");
    desk = await newVisitor(browser, "about:blank", { viewport: { width: 1366, height: 768 } });
    const { page } = desk;
    await page.clock.install();
    await keepEveryArray(page);
    await page.goto(stack.officerOrigin);
    await unlock(page, "commune");
    await openLetterWith(page, mark);
    await press(page, officerSays("action.acknowledge"));
    await note(page).fill(halfWritten);
  }, 180_000);

  afterAll(async () => {
    expect(desk.watch.violations).toEqual([]);
    expect(desk.watch.errors).toEqual([]);
    await desk.page.context().close();
  });

  test("is still there after ten minutes without a touch, for which no key was kept, and only for its officer", async () => {
    const { page } = desk;
    expect(await findInMemory(page, secrets)).toEqual(Object.keys(secrets));
    await page.clock.fastForward("09:05");
    const warning = page.getByText(officerSays("console.locks-soon"));
    await warning.waitFor();
    await page.getByText(officerSays("console.draft-is-kept")).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press("Shift");
    await warning.waitFor({ state: "detached" });
    await page.clock.fastForward("10:05");
    await expectNothingShown(page);
    await page.getByText(officerSays("sign-in.reason.idle")).waitFor();
    expect(await findInMemory(page, secrets)).toEqual([]);
    expect(await lookAt(page, "unlock-kept", [1366, 360])).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await unlock(page, "cell");
    expect(await page.locator("html").innerHTML()).not.toContain(mark);
    await press(page, officerSays("console.lock"));
    await gate(page).waitFor();
    await unlock(page, "commune");
    await expectNote(page);
  });

  test("is still there after the machine has slept", async () => {
    const { page } = desk;
    // Its timers stood still: the touch that wakes it finds it overdue, and counts for nothing else.
    const before = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(before + 660_000);
    await page.keyboard.press("Shift");
    await expectNothingShown(page);
    await unlock(page, "commune");
    await expectNote(page);
  });

  test("is still there when the server has ended the session under it", async () => {
    const { page, watch } = desk;
    const token = watch.requests
      .map(({ headers }) => /Bearer [\w-]{43}/.exec(headers)?.[0])
      .findLast(Boolean);
    const ended = await hostFetch(`${stack.officerOrigin}/api/officer/logout`, {
      method: "POST",
      headers: { authorization: token ?? "" },
    });
    expect(ended.status).toBe(204);
    await expectNothingShown(page);
    await page.getByText(officerSays("sign-in.reason.ended")).waitFor();
    await unlock(page, "commune");
    await expectNote(page);
  });

  test("is asked about before a reload that would lose it, also while it waits behind the lock", async () => {
    const { page } = desk;
    const asked: string[] = [];
    const stay = (dialog: Dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    };
    page.on("dialog", stay);
    const reload = async () => {
      await page.evaluate(() => {
        location.reload();
      });
      await expect.poll(() => asked.length).toBeGreaterThan(0);
    };
    await reload();
    await expectNote(page);
    await press(page, officerSays("console.lock"));
    await expectNothingShown(page);
    asked.length = 0;
    await reload();
    expect(asked).toEqual(["beforeunload"]);
    page.off("dialog", stay);
    await unlock(page, "commune");
    await expectNote(page);
  });

  test("waits for the key that its committee got meanwhile, and is sent with it", async () => {
    const { page } = desk;
    const record = await giveNewKey(stack, journeyCommittees.commune, vietnamDateAt(Date.now()));
    const served = async () =>
      await (await hostFetch(`${stack.officerOrigin}/keys/${journeyCommittees.commune}.json`)).text();
    // The server sees a new file a moment later.
    await expect.poll(async () => (await served()) === record, { timeout: 30_000 }).toBe(true);
    const send = officerSays("form.send", { act: officerSays("action.acknowledge") });
    await press(page, send);
    await page.getByText(officerSays("notice.directory-changed")).waitFor();
    await expectNote(page);
    await press(page, officerSays("console.lock"));
    await expectNothingShown(page);
    await unlock(page, "commune");
    await expectNote(page);
    await press(page, send);
    await page.getByText(officerSays("notice.acknowledged")).first().waitFor();
    await press(page, officerSays("console.lock"));
    await gate(page).waitFor();
    expect(await page.getByText(officerSays("sign-in.kept")).count()).toBe(0);
  });
});

describe("two tabs of one officer", () => {
  test("both work, and locking one leaves the other open", async () => {
    const { page } = await openDesk(browser, "colleague");
    const other = await page.context().newPage();
    await other.goto(stack.officerOrigin);
    await unlock(other, "colleague");
    await press(page, officerSays("console.lock"));
    await gate(page).waitFor();
    const answered = other.waitForResponse((response) => response.url().includes("/api/officer/committees/"));
    expect((await answered).status()).toBe(200);
    await other.reload();
    await gate(other).waitFor();
    await page.context().close();
  });
});

describe("a wrong passphrase", () => {
  const submit = ".gate-form button[type=submit]";
  const countdowns = "told" as const;

  test("is told in words, waits a second longer each time and says so, and the right one still opens", async () => {
    const { page } = await newVisitor(browser, stack.officerOrigin);
    await page.getByLabel(officerSays("sign-in.login-name")).waitFor();
    await page.evaluate(
      ([button, name]) => {
        const told: string[] = [];
        Object.assign(window, { [name]: told });
        const note = () => {
          const disabled = document.querySelector(button)?.getAttribute("aria-disabled");
          told.push(`${disabled}: ${document.querySelector(".gate-form .progress")?.textContent}`);
        };
        const watched = { subtree: true, childList: true, characterData: true, attributes: true };
        new MutationObserver(note).observe(document.body, watched);
      },
      [submit, countdowns] as const,
    );
    for (let tries = 0; tries < 4; tries++) {
      await page.locator(`${submit}:not([aria-disabled])`).waitFor({ timeout: 60_000 });
      await signIn(page, journeyOfficers.province, `sai-sai-sai-${tries}`);
      await page.locator(`${submit}[aria-disabled]`).waitFor();
      const wrong = page.getByRole("alert").getByText(officerSays("sign-in.problem.wrong"));
      await wrong.waitFor({ timeout: 60_000 });
    }
    await page.locator(`${submit}:not([aria-disabled])`).waitFor({ timeout: 60_000 });
    // Whoever mistyped looks at what they typed.
    expect(await passphrase(page).inputValue()).toBe("sai-sai-sai-3");
    const told = await page.evaluate((name) => Reflect.get(window, name) as string[], countdowns);
    for (const seconds of ["1", "2"])
      expect(told).toContain(`true: ${officerSays("sign-in.pause", { seconds })}`);
    expect(await lookAt(page, "unlock-wrong", [1366, 360])).toEqual([]);
    await unlock(page, "province");
    await page.context().close();
  });
});

describe("a passphrase that opened nothing", () => {
  const typed = "cụm đã gõ rồi bỏ đó";
  let left: WatchedPage;

  beforeAll(async () => {
    left = await newVisitor(browser, "about:blank");
    await left.page.clock.install();
    await left.page.goto(stack.officerOrigin);
  }, 60_000);

  afterAll(async () => {
    expect(left.watch.violations).toEqual([]);
    await left.page.context().close();
  });

  const show = (page: Page) =>
    page.getByRole("button", { name: `${officerSays("sign-in.show")} ${officerSays("sign-in.passphrase")}` });

  /** Typed, shown, and sent to a server that does not answer. */
  async function tryInVain(page: Page): Promise<void> {
    await page.route("**/directory.json", (route) => route.abort());
    await signIn(page, journeyOfficers.province, typed);
    await page.getByText(officerSays("sign-in.problem.unreachable")).waitFor({ timeout: 30_000 });
    await page.unroute("**/directory.json");
    await show(page).click();
    expect(await passphrase(page).getAttribute("type")).toBe("text");
    expect(await passphrase(page).inputValue()).toBe(typed);
  }

  async function expectForgotten(page: Page): Promise<void> {
    await expect.poll(() => passphrase(page).inputValue()).toBe("");
    await expect.poll(() => passphrase(page).getAttribute("type")).toBe("password");
    expect(await page.getByLabel(officerSays("sign-in.login-name")).inputValue()).toBe(
      journeyOfficers.province,
    );
  }

  test("is gone from its field, and the field hidden, after ten minutes without a touch, and not before", async () => {
    const { page } = left;
    await tryInVain(page);
    await page.clock.fastForward("09:00");
    expect(await passphrase(page).inputValue()).toBe(typed);
    await page.clock.fastForward("01:10");
    await expectForgotten(page);
  });

  test("is gone when the machine has slept, before the touch that wakes it can show anything", async () => {
    const { page } = left;
    await tryInVain(page);
    const before = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(before + 660_000);
    await page.keyboard.press("Shift");
    await expectForgotten(page);
    await passphrase(page).press("Control+z");
    await show(page).click();
    expect(await passphrase(page).inputValue()).toBe("");
  });

  test("is gone at the moment in which the page is put aside", async () => {
    const { page } = left;
    await page.reload();
    await tryInVain(page);
    const kept = await passphrase(page).evaluate((field) => {
      // Nothing that waits for the page to be drawn comes in time.
      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      return field instanceof HTMLInputElement ? field.value : null;
    });
    expect(kept).toBe("");
    await expectForgotten(page);
  });

  test("is gone when the page was put aside in the middle of unlocking, and typed again it opens the desk", async () => {
    const { page } = left;
    let answer: () => void = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/officer/login", async (route) => {
      await answered;
      await route.continue();
    });
    await signIn(page, journeyOfficers.province, stack.passphrases.province);
    await page.getByText(officerSays("sign-in.unlocking")).waitFor({ timeout: 60_000 });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    answer();
    await page.getByText(officerSays("sign-in.problem.interrupted")).waitFor({ timeout: 30_000 });
    await expectForgotten(page);
    await unlock(page, "province");
  });
});

describe("a passkey", () => {
  async function addPasskey(page: Page, label: string, passphrase: string): Promise<void> {
    await page.getByLabel(officerSays("passkeys.label"), { exact: true }).fill(label);
    await page.getByLabel(officerSays("passkeys.passphrase"), { exact: true }).fill(passphrase);
    await press(page, officerSays("passkeys.add"));
  }

  test("is added on the passphrase's word, unlocks the desk, and unlocks nothing once it is removed", async () => {
    const { page, watch } = await openDesk(browser, "district");
    const { cdp, id } = await plugIn(page);
    await press(page, officerSays("console.passkeys"));
    await page.getByText(officerSays("passkeys.none")).waitFor();
    await addPasskey(page, "Điện thoại của tôi", "sai-sai-sai");
    await page.getByText(officerSays("passkeys.problem.wrong")).waitFor({ timeout: 60_000 });
    expect((await cdp.send("WebAuthn.getCredentials", { authenticatorId: id })).credentials).toEqual([]);
    await addPasskey(page, "Điện thoại của tôi", stack.passphrases.district);
    await page.getByText(officerSays("passkeys.added")).waitFor({ timeout: 60_000 });
    const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId: id });
    expect(credentials).toHaveLength(1);
    // The server hears neither which device it is nor what it is called.
    const said = JSON.stringify(watch.requests.map(({ body }) => body));
    expect(said).not.toContain("Điện thoại");
    for (const spelling of spellings(credentials[0]?.credentialId ?? ""))
      expect(said).not.toContain(spelling);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: officerSays("passkeys.close") })
      .click();
    const sheet = {
      open: async () => {
        await page.locator(".top-actions button").nth(1).click();
        await page.locator(".passkey-list").waitFor();
      },
      close: async () => {
        await page.keyboard.press("Escape");
        await page.locator(".passkey-sheet").waitFor({ state: "detached" });
      },
    };
    expect(await lookAt(page, "passkeys", [1366, 360], sheet)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });

    await press(page, officerSays("console.lock"));
    await page.reload();
    await press(page, officerSays("sign-in.passkey"));
    await page.getByRole("heading", { name: officerSays("inbox.title") }).waitFor({ timeout: 30_000 });
    await listLoaded(page);

    await press(page, officerSays("console.passkeys"));
    await page.getByRole("dialog").getByText("Điện thoại của tôi").first().waitFor();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: officerSays("passkeys.remove") })
      .click();
    await page.getByText(officerSays("passkeys.none")).waitFor();
    await page.keyboard.press("Escape");
    await press(page, officerSays("console.lock"));
    await press(page, officerSays("sign-in.passkey"));
    await page.getByText(officerSays("sign-in.problem.passkey-unknown")).waitFor({ timeout: 30_000 });
    expect(watch.violations).toEqual([]);
    await page.context().close();
  }, 180_000);

  test("on a device that computes no secret is refused with a reason, and leaves nothing at the server", async () => {
    const { page } = await openDesk(browser, "district");
    await plugIn(page, false);
    await press(page, officerSays("console.passkeys"));
    await addPasskey(page, "Khóa cũ", stack.passphrases.district);
    await page.getByText(officerSays("passkeys.problem.without-secret")).waitFor({ timeout: 60_000 });
    await page.keyboard.press("Escape");
    await press(page, officerSays("console.passkeys"));
    await page.getByText(officerSays("passkeys.none")).waitFor();
    await page.context().close();
  }, 120_000);

  test("that the person cancels opens nothing and loses nothing", async () => {
    const { page } = await newVisitor(browser, stack.officerOrigin);
    const { cdp, id } = await plugIn(page);
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
    await press(page, officerSays("sign-in.passkey"));
    await page.getByText(officerSays("sign-in.problem.passkey-cancelled")).waitFor({ timeout: 30_000 });
    await unlock(page, "district");
    await page.context().close();
  }, 120_000);

  test("is not offered where the browser can compute no secret, and the page says why", async () => {
    const { page } = await newVisitor(browser, "about:blank");
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, "PublicKeyCredential");
    });
    await page.goto(stack.officerOrigin);
    await page.getByText(officerSays("sign-in.no-passkey.browser")).waitFor();
    expect(await page.getByRole("button", { name: officerSays("sign-in.passkey") }).count()).toBe(0);
    await page.context().close();
  }, 60_000);
});

/** A credential's id as the browser's tools spell it, and as a page would. */
function spellings(id: string): readonly string[] {
  return [id, id.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")];
}
