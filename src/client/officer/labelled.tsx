import type { ComponentChildren, JSX } from "preact";

/** A label, a fault and a control of one's own. */
export function Labelled({
  id,
  label,
  fault,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={fault === undefined ? "field" : "field field-invalid"}>
      <label class="field-label" for={id}>
        {label}
      </label>
      {fault !== undefined && (
        <p class="field-error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  );
}
