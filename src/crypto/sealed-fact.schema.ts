import * as v from "valibot";
import {
  coverKinds,
  extensionReasons,
  otherPlaces,
  outcomes,
  refusalGrounds,
  remedyStates,
  substances,
} from "../domain/case/case.sealed.ts";
import { caseIdSchema, officerIdSchema, personIdSchema } from "../envelope/schemas.ts";

const coveredTerm = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  as: v.picklist(coverKinds),
});

const note = v.variant("kind", [
  v.strictObject({ kind: v.literal("assigned"), officer: officerIdSchema }),
  v.strictObject({ kind: v.literal("follower-appointed"), person: personIdSchema }),
  v.strictObject({ kind: v.literal("joined"), with: caseIdSchema }),
  v.strictObject({ kind: v.literal("withdrawn"), threatSuspected: v.boolean() }),
  v.strictObject({ kind: v.literal("person-heard"), declined: v.boolean() }),
  v.strictObject({ kind: v.literal("verification") }),
  v.strictObject({ kind: v.literal("inspection-planned"), atOnce: v.boolean() }),
  v.strictObject({ kind: v.literal("remedy"), state: v.picklist(remedyStates) }),
  v.strictObject({ kind: v.literal("covered"), terms: v.pipe(v.array(coveredTerm), v.maxLength(200)) }),
  v.strictObject({ kind: v.literal("remark") }),
]);

const readers = v.pipe(v.array(officerIdSchema), v.minLength(1), v.maxLength(100));

/** `SealedFact` of the law as it lies in a sealed object of a committee. */
export const sealedFactSchema = v.variant("type", [
  v.strictObject({
    type: v.literal("Classified"),
    substance: v.picklist(substances),
    category: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Za-z0-9.-]{0,15}$/))),
    eligible: v.boolean(),
  }),
  v.strictObject({ type: v.literal("Noted"), note }),
  v.strictObject({ type: v.literal("Extended"), reason: v.picklist(extensionReasons) }),
  v.strictObject({ type: v.picklist(["HandedOver", "Recused"]), readers }),
  v.strictObject({
    type: v.literal("Refused"),
    ground: v.picklist(refusalGrounds),
    whereElse: v.array(v.picklist(otherPlaces)),
  }),
  v.strictObject({
    type: v.literal("Concluded"),
    outcome: v.picklist(outcomes),
    againstPerson: v.boolean(),
    remedyOrdered: v.boolean(),
  }),
]);
