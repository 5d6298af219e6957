/** What a key press means, before anybody knows what is on the screen. */
export type KeyCommand =
  | "next"
  | "previous"
  | "back"
  | "help"
  | "send"
  | "select"
  | "select-next"
  | "select-previous"
  | "search"
  /** The next key says whither. */
  | "go"
  | "toggle-read";

/** Where the focus is when a key is pressed. */
export type KeyPlace = "writing" | "list" | "case" | "elsewhere";

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing">;

/**
 * The command of a key; null: the key is none of ours. Arrows scroll a text and move in a list. Nothing is taken
 * from an input method: Vietnamese is typed through one, and Escape there cancels a syllable.
 */
export function keyCommand(press: Press, place: KeyPlace, singleKeys: boolean): KeyCommand | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key === "Enter" && place === "writing" ? "send" : null;
  if (press.key === "Escape") return "back";
  if (place === "writing") return null;
  if (place === "list" && press.key === "ArrowDown") return press.shiftKey ? "select-next" : "next";
  if (place === "list" && press.key === "ArrowUp") return press.shiftKey ? "select-previous" : "previous";
  return singleKeys ? (single[press.key] ?? null) : null;
}

const single: Readonly<Record<string, KeyCommand>> = {
  j: "next",
  k: "previous",
  "?": "help",
  x: "select",
  "/": "search",
  g: "go",
  u: "toggle-read",
};

/** Whither the key after `go` leads: the saved view of this number, 0 for the whole list; null: nowhere. */
export function destination(press: Press, place: KeyPlace): number | null {
  if (press.isComposing || press.altKey || press.ctrlKey || press.metaKey || place === "writing") return null;
  return /^[0-9]$/.test(press.key) ? Number(press.key) : null;
}

/** Where an element lies. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return "elsewhere";
  // Nobody writes in a box that is ticked beside a line.
  if (target.closest(".row-select") !== null) return "list";
  if (target.matches("input, textarea, select")) return "writing";
  if (target.closest("#inbox") !== null) return "list";
  return target.closest("#case") === null ? "elsewhere" : "case";
}
