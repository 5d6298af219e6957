import type { JSX } from "preact";
import type { Words } from "./words.ts";

/** Where else one can go: on the first page, and wherever this page refuses to send. */
export function Elsewhere({ words: { say } }: { readonly words: Words }): JSX.Element {
  return (
    <ul class="elsewhere">
      <li>{say("home.else.danger")}</li>
      <li>{say("home.else.reception")}</li>
      <li>{say("home.else.inspection")}</li>
      <li>{say("home.else.box")}</li>
    </ul>
  );
}
