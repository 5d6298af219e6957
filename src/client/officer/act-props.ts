import type { CaseFile } from "../desk/case-file.ts";
import { wordsForReaders, type Words as SealedWords } from "../desk/order-content.ts";
import { type Reader, remainingReaders } from "../desk/readers-left.ts";
import type { OfficerId } from "../../domain/ids.ts";
import type { Duty } from "./duty.ts";
import { type FieldName, type Form, readForm } from "./form.ts";
import type { Workload } from "./ledger/ledger.protocol.ts";
import type { OpenCase, Session, Writing } from "./state.ts";
import type { Tools } from "./tools.ts";

/** What the form of an act is made of. */
export type ActProps = {
  readonly open: OpenCase;
  readonly file: CaseFile;
  readonly session: Session;
  readonly writing: Writing;
  readonly form: Form;
  /** The cases of the list, for what concerns two of them. */
  readonly duties: readonly Duty[];
  /** Who of the committee has how much to do, for whoever gives a case to somebody. */
  readonly work: readonly Workload[];
};

export type FieldProps = ActProps & { readonly name: Exclude<FieldName, "text"> };

type Written = Pick<ActProps, "open" | "file" | "session" | "writing" | "form">;

/** Who of the committee could read a case, as far as that has been asked. */
export function knownReaders({ readers }: Pick<OpenCase, "readers">): readonly Reader[] {
  return readers?.kind === "readers" ? readers.readers : [];
}

/** Who reads the case after an act that changes that within the committee. */
function readersAfter({ open, file, session, writing, form }: Written): readonly OfficerId[] {
  const { id } = session.officer;
  if (writing.command !== "recuse") return [...form.readers, id];
  return remainingReaders(knownReaders(open), file, id).map(({ officer }) => officer);
}

/** Id of the control of a field, to which an error summary leads. */
export function fieldId(name: FieldName): string {
  return `act-${name}`;
}

/** What would be sealed if the form were sent as it is; null: nothing, or it is not complete. */
export function sealedOf(written: Written): SealedWords | null {
  const { file, writing, form } = written;
  const reading = readForm(writing.command, form, file.state.formal !== null);
  if (reading.kind !== "order" || reading.order.command === "make-formal") return null;
  return wordsForReaders(reading.order, readersAfter(written));
}

/** Bytes that are still free in the words of a form; negative: so many too many. */
export function freeOf(written: Written, freeBytes: Tools["freeBytes"]): number {
  return freeBytes(written.form.text.trimEnd(), sealedOf(written)?.fact ?? null);
}
