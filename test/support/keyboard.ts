import type { Locator, Page } from "playwright-core";

/** Somebody at a page without a mouse. */
export type Hands = {
  readonly key: (name: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on with a key until this, or something in it, has the focus. */
  readonly reach: (target: Locator, by?: "Tab" | "Shift+Tab") => Promise<void>;
  /** Reaches a button and presses Enter on it. */
  readonly hit: (target: Locator, by?: "Tab" | "Shift+Tab") => Promise<void>;
  /** Chooses the answer that begins so, with the arrows, in a group of them. */
  readonly choose: (group: Locator, answer: string) => Promise<void>;
  /** Goes down a list of choices until what is chosen says so. */
  readonly select: (list: Locator, words: string) => Promise<void>;
};

/** So many presses at most: who needs more would give up. */
const patience = 150;

export function handsOf(page: Page): Hands {
  const key = async (name: string) => {
    await page.keyboard.press(name);
  };
  const has = async (target: Locator) =>
    await target.evaluate((element) => element.contains(document.activeElement));
  const reach: Hands["reach"] = async (target, by = "Tab") => {
    await target.waitFor();
    for (let presses = 0; presses < patience; presses++) {
      if (await has(target)) return;
      await key(by);
    }
    throw new Error(`not reached with ${by}: ${target.toString()}`);
  };
  const untilChosen = async (isChosen: () => Promise<boolean>, what: string) => {
    for (let presses = 0; presses < patience; presses++) {
      if (await isChosen()) return;
      await key("ArrowDown");
    }
    throw new Error(`not among the choices: ${what}`);
  };
  return {
    key,
    type: async (text) => {
      await page.keyboard.insertText(text);
    },
    reach,
    hit: async (target, by) => {
      await reach(target, by);
      await key("Enter");
    },
    choose: async (group, answer) => {
      await reach(group);
      await key("Space");
      const radio = group.locator("label", { hasText: answer }).getByRole("radio");
      await untilChosen(() => radio.isChecked(), answer);
    },
    select: async (list, words) => {
      await reach(list);
      const chosen = async () =>
        await list.evaluate((element) =>
          element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? "") : "",
        );
      await untilChosen(async () => (await chosen()).includes(words), words);
    },
  };
}
