import type { ComponentChildren } from "preact";

/** A sentence of a dictionary in which `**` stands around what is shown strongly. */
export function Rich({ text }: { readonly text: string }): ComponentChildren {
  return text.split("**").map((part, index) => (index % 2 === 1 ? <strong key={part}>{part}</strong> : part));
}
