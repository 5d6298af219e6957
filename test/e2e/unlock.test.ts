import { mkdirSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAxeViolations } from "../support/axe.ts";
import { launchBrowser, listLoaded, openDesk, openLetterWith, stack } from "../support/desk.ts";
import {
  goToInbox,
  newVisitor,
  officerSays,
  press,
  sendLetter,
  signIn,
  type WatchedPage,
} from "../support/people.ts";
import { type JourneyOfficer, journeyOfficers } from "../support/stack.ts";

// The way in and the way out: what a lock must take off the screen, what it must not lose, and the second way in.

const mark = "MỞKHÓA";
const halfWritten = `Chúng tôi đã nhận được ý kiến của ông bà và đang xem ${mark}, còn phần sau thì chưa viết`;
const shots = process.env["SHOTS"];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  if (shots !== undefined) mkdirSync(shots, { recursive: true });
});

afterAll(async () => {
  await browser.close();
});

async function photograph(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

async function unlock(page: Page, officer: JourneyOfficer): Promise<void> {
  await goToInbox(page, journeyOfficers[officer], stack.passphrases[officer]);
  await listLoaded(page);
}

const gate = (page: Page) => page.getByRole("heading", { name: officerSays("sign-in.title") });
const note = (page: Page) =>
  page.getByRole("textbox", { name: officerSays("form.text.reporter"), exact: false });

/** A desk on which an acknowledgement is half written. */
async function writeHalf(): Promise<WatchedPage> {
  const desk = await openDesk(browser, "commune");
  await openLetterWith(desk.page, mark);
  await press(desk.page, officerSays("action.acknowledge"));
  await note(desk.page).fill(halfWritten);
  return desk;
}

/** Nothing of the case or of the note is anywhere in the document any more. */
async function expectNothingShown(page: Page): Promise<void> {
  await gate(page).waitFor();
  expect(await page.locator("html").innerHTML()).not.toContain(mark);
  await page.getByText(officerSays("sign-in.kept")).waitFor();
}

describe("a half-written note", () => {
  let desk: WatchedPage;
  beforeAll(async () => {
    const citizen = await newVisitor(browser, stack.citizenOrigin);
    await sendLetter(citizen.page, {
      search: "hoa thuan",
      unit: "Đảng bộ xã Hòa Thuận",
      about: "somebody-else",
      text: `${mark} Một việc ở ấp cần được xem xét.`,
    });
    await citizen.page.context().close();
    desk = await writeHalf();
  }, 120_000);

  afterAll(async () => {
    expect(desk.watch.violations).toEqual([]);
    expect(desk.watch.errors).toEqual([]);
    await desk.page.context().close();
  });

  test("is still there after ten minutes without a touch, and only for its officer", async () => {
    const { page } = desk;
    const browserSide = await page.context().newCDPSession(page);
    await browserSide.send("Page.enable");
    await browserSide.send("Page.setWebLifecycleState", { state: "frozen" });
    await browserSide.send("Page.setWebLifecycleState", { state: "active" });
    await expectNothingShown(page);
    await photograph(page, "unlock-kept");
    await unlock(page, "cell");
    expect(await page.locator("html").innerHTML()).not.toContain(mark);
    await press(page, officerSays("console.lock"));
    await gate(page).waitFor();
    await unlock(page, "commune");
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe(halfWritten);
  }, 120_000);

  test("is still there when the server has ended the session under it", async () => {
    const { page, watch } = desk;
    const token = watch.requests
      .map(({ headers }) => /Bearer [\w-]{43}/.exec(headers)?.[0])
      .findLast(Boolean);
    const ended = await fetch(`${stack.officerOrigin}/api/officer/logout`, {
      method: "POST",
      headers: { authorization: token ?? "" },
    });
    expect(ended.status).toBe(204);
    await expectNothingShown(page);
    await page.getByText(officerSays("sign-in.reason.ended")).waitFor();
    await unlock(page, "commune");
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe(halfWritten);
  }, 120_000);

  test("is still there after a lock by hand, and is sent", async () => {
    const { page } = desk;
    await press(page, officerSays("console.lock"));
    await expectNothingShown(page);
    await unlock(page, "commune");
    await note(page).waitFor();
    await press(page, officerSays("form.send", { act: officerSays("action.acknowledge") }));
    await page.getByText(officerSays("notice.acknowledged")).first().waitFor();
    await press(page, officerSays("console.lock"));
    await gate(page).waitFor();
    expect(await page.getByText(officerSays("sign-in.kept")).count()).toBe(0);
  }, 120_000);
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
  }, 120_000);
});

describe("a wrong passphrase", () => {
  test("is told in words, waits a little longer each time, and the right one still opens", async () => {
    const { page } = await newVisitor(browser, stack.officerOrigin);
    for (let tries = 0; tries < 4; tries++) {
      await signIn(page, journeyOfficers.province, "sai-sai-sai");
      await page
        .getByRole("alert")
        .getByText(officerSays("sign-in.problem.wrong"))
        .waitFor({ timeout: 60_000 });
      if (tries < 3) await page.locator(".gate-form button[type=submit]:not([aria-disabled])").waitFor();
    }
    await page.getByText(officerSays("sign-in.pause", { seconds: "1" })).waitFor();
    expect(await page.locator(".gate-form button[type=submit]").getAttribute("aria-disabled")).toBe("true");
    expect(await findAxeViolations(page)).toEqual([]);
    await photograph(page, "unlock-wrong");
    await page.locator(".gate-form button[type=submit]:not([aria-disabled])").waitFor();
    await unlock(page, "province");
    await page.context().close();
  }, 180_000);
});

describe("a passkey", () => {
  /** A device with a passkey's secret behind a fingerprint, as the browser's own tools make one. */
  async function plugIn(
    page: Page,
    hasPrf = true,
  ): Promise<{ readonly cdp: CDPSession; readonly id: string }> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf,
      },
    });
    return { cdp, id: authenticatorId };
  }

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
    expect(await findAxeViolations(page)).toEqual([]);
    await photograph(page, "passkeys");
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
