import type { JSX } from "preact";
import { formatNumber, formatPercent } from "../../../i18n/format.ts";
import type { WrittenDeed } from "../../reporter/seal-deed.ts";
import { controlProps, Field, privateInput } from "../../ui/field.tsx";
import { charactersIn } from "../letter/counter.ts";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase } from "./case-desk.ts";
import type { ReturnWords } from "./words.ts";

/** The words of a deed, and how much room there is for more. */
export function WordsField({
  words: { language, say },
  id,
  label,
  fault,
  rows,
  isReadOnly,
  room: { free, whole },
  text,
  onType,
}: {
  readonly words: ReturnWords;
  readonly id: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly rows: number;
  readonly isReadOnly: boolean;
  readonly room: ReturnType<(typeof CaseDesk)["roomFor"]>;
  readonly text: string;
  readonly onType: (text: string) => void;
}): JSX.Element {
  const count = formatNumber(language, charactersIn(free, text, language));
  return (
    <Field id={id} label={label} fault={fault}>
      <textarea
        {...privateInput}
        class="field-input letter-paper"
        {...controlProps(id, { fault, more: `${id}-count` })}
        name={id}
        rows={rows}
        readOnly={isReadOnly}
        value={text}
        onInput={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      <p class="counter" id={`${id}-count`}>
        {free < 0
          ? say("write.over", { count })
          : say("write.free", { percent: formatPercent(language, free / whole), count })}
      </p>
    </Field>
  );
}

/** What is wrong with the words of a deed; undefined: nothing. `required`: what is said if there are none. */
export function wordsFault(
  { language, say }: ReturnWords,
  desk: typeof CaseDesk,
  opened: OpenCase,
  written: WrittenDeed,
  required: string | null,
): string | undefined {
  const { text } = written;
  if (required !== null && text.trim() === "") return required;
  if (desk.holdsCode(opened, text)) return say("write.has-code");
  const { free } = desk.roomFor(written);
  if (free >= 0) return undefined;
  return say("write.too-long", { count: formatNumber(language, charactersIn(free, text, language)) });
}
