import type { Page } from "playwright-core";

// What a ruler and an ear would find on a screen, beside what axe finds.

/** Buttons, links and choices smaller than a thumb; links within running text are as high as their line. */
export async function findSmallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const isInText = (element: Element) => {
      const text = element.parentElement?.textContent?.trim() ?? "";
      return element.tagName === "A" && text !== element.textContent?.trim();
    };
    // The whole row of a choice is its target.
    const isWithinChoice = (element: Element) =>
      element.tagName === "INPUT" && element.closest("label") !== null;
    return [...document.querySelectorAll("button, a[href], summary, input, textarea, select, label.choice")]
      .filter((element) => element.checkVisibility() && !isInText(element) && !isWithinChoice(element))
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const size = `${Math.round(width)}×${Math.round(height)}`;
        return width > 47.4 && height > 47.4 ? [] : [`${size}: ${element.outerHTML.slice(0, 90)}`];
      });
  });
}

/** Whatever stands out of the screen or is cut off, at the width and the size of letters that are set. */
export async function findLosses(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isHidden = (element: Element) =>
      !element.checkVisibility() || element.closest(".visually-hidden, .skip-link, .flight, svg") !== null;
    const sideways = document.documentElement.scrollWidth - width;
    const found = sideways > 0 ? [`scrolls ${sideways} px sideways`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (isHidden(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      const name = element.outerHTML.slice(0, 90);
      if (right > width + 1 || left < -1) found.push(`out of the screen: ${name}`);
      const isField = element.matches("input, textarea, select");
      const isCutting = getComputedStyle(element).overflowX !== "visible";
      if (isCutting && !isField && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${name}`);
    }
    const fixed = [...document.querySelectorAll(".bar, .demonstration")].filter(
      (element) => getComputedStyle(element).position !== "static",
    );
    const held = fixed.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
    if (held > window.innerHeight / 2) found.push(`${held} px of ${window.innerHeight} are always covered`);
    return found;
  });
}

/** What a screen reader would miss: the one heading, the places of a page, legends, hints and faults of fields, languages. */
export async function findUntold(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const all = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const expectOne = (selector: string) => {
      const { length } = all(selector);
      if (length !== 1) found.push(`${length} × ${selector}`);
    };
    for (const selector of ["h1", "main", "header", "footer", "nav[aria-label]"]) expectOne(selector);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    for (const id of new Set(ids))
      if (ids.filter((each) => each === id).length > 1) found.push(`two of #${id}`);
    const described = new Set<string>();
    for (const element of document.querySelectorAll("[aria-describedby]"))
      for (const id of (element.getAttribute("aria-describedby") ?? "").split(" ")) {
        described.add(id);
        if (document.getElementById(id) === null)
          found.push(`no #${id} for ${element.outerHTML.slice(0, 90)}`);
      }
    for (const { id } of all(".field-hint[id], .field-error[id]"))
      if (!described.has(id)) found.push(`#${id} belongs to nothing`);
    for (const element of all(".field-invalid"))
      if (element.tagName !== "FIELDSET" && element.querySelector("[aria-invalid=true]") === null)
        found.push(`not said to be wrong: ${element.outerHTML.slice(0, 90)}`);
    for (const group of all("fieldset"))
      if ((group.querySelector("legend")?.textContent ?? "").trim() === "")
        found.push("a group without a legend");
    for (const live of all("[aria-live], [role=status], [role=alert]"))
      if (live.parentElement?.closest("[aria-live], [role=status], [role=alert]") != null)
        found.push(`told twice: ${live.outerHTML.slice(0, 90)}`);
    if (document.documentElement.lang === "km")
      // What a person has written is in their language; what is told after a pause may still be in the one before.
      for (const element of document.querySelectorAll(
        "body *:not([aria-live], [aria-live] *, .letter-text, .trace, q)",
      )) {
        const text = element.children.length === 0 ? (element.textContent ?? "") : "";
        const isVietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text);
        if (
          isVietnamese &&
          !/[\u1780-\u17ff]/.test(text) &&
          element.closest("[lang]")?.getAttribute("lang") !== "vi"
        )
          found.push(`read out as Khmer: ${text.slice(0, 60)}`);
      }
    return found;
  });
}

/** All of it, on a telephone, on the narrowest screen, and with letters of twice the size. */
export async function lookClosely(page: Page, at: string): Promise<readonly string[]> {
  const found: string[] = [];
  await layOutAll(page);
  const note = (how: string, faults: readonly string[]) => {
    found.push(...faults.map((fault) => `${at}${how}: ${fault}`));
  };
  await page.setViewportSize({ width: 360, height: 740 });
  note("", await findUntold(page));
  note("", await findSmallTargets(page));
  await page.setViewportSize({ width: 320, height: 740 });
  note(" at 320 px", await findLosses(page));
  await page.setViewportSize({ width: 360, height: 740 });
  await setLetters(page, 32);
  note(" in double size", await findLosses(page));
  if (process.env["SHOTS"] !== undefined)
    await page.screenshot({ path: `${process.env["SHOTS"]}/double-${at.replaceAll(" ", "-")}.png` });
  await setLetters(page, 16);
  return found;
}

/** What is far below is laid out only when it comes near; a ruler wants all of it. */
async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("main *"))
      if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible";
  });
}

/** The size of letters that a person sets in the browser, to which everything on the page is relative. */
async function setLetters(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
  await session.detach();
}
