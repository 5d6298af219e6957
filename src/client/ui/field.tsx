import type { ComponentChildren, JSX } from "preact";
import { Rich } from "./rich.tsx";

/** Nothing that a browser might remember, correct, or send to a spelling service. */
export const privateInput = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "none",
  spellcheck: false,
} as const;

/** Ids of what is told about a field, for `aria-describedby`. */
export function describedBy(id: string, hint: boolean, fault: boolean): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}

/**
 * How a control in a `Field` says what stands around it: its hint, its fault, and `more`, ids of what else is told
 * about it. One that is wrong says so itself, wherever the fault is written.
 */
export function controlProps(
  id: string,
  told: { readonly hint?: string | undefined; readonly fault?: string | undefined; readonly more?: string },
): {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid"?: "true";
} {
  const { hint, fault, more } = told;
  const ids = [describedBy(id, hint !== undefined, fault !== undefined), more].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": ids === "" ? undefined : ids,
    ...(fault === undefined ? {} : { "aria-invalid": "true" }),
  };
}

/** A label, a hint, a fault, and the control between them, which takes `controlProps`. */
export function Field({
  id,
  label,
  hint,
  fault,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={fault === undefined ? "field" : "field field-invalid"}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="field-error" id={`${id}-fault`}>
          <Rich text={fault} />
        </p>
      )}
      {children}
    </div>
  );
}
