/** What a key press means, before anybody knows what is on the screen. */
export type KeyCommand = "next" | "previous" | "back" | "help" | "send";

/** Where the focus is when a key is pressed. */
export type KeyPlace = "writing" | "list" | "case" | "elsewhere";

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">;

/**
 * The command of a key; null: the key is none of ours. Arrows scroll a text and move in a list. Nothing is taken
 * from an input method: Vietnamese is typed through one, and Escape there cancels a syllable.
 */
export function keyCommand(press: Press, place: KeyPlace, singleKeys: boolean): KeyCommand | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key === "Enter" && place === "writing" ? "send" : null;
  if (press.key === "Escape") return "back";
  if (place === "writing") return null;
  if (place === "list" && press.key === "ArrowDown") return "next";
  if (place === "list" && press.key === "ArrowUp") return "previous";
  return singleKeys ? (single[press.key] ?? null) : null;
}

const single: Readonly<Record<string, KeyCommand>> = { j: "next", k: "previous", "?": "help" };

/** Where an element lies. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return "elsewhere";
  if (target.matches("input, textarea, select")) return "writing";
  if (target.closest("#inbox") !== null) return "list";
  return target.closest("#case") === null ? "elsewhere" : "case";
}
