import type { CaseId, OfficerId, PersonId } from "../ids.ts";

export const outcomes = ["true", "partly-true", "untrue", "no-basis"] as const;
/** Đúng, đúng một phần, không đúng, chưa đủ cơ sở kết luận. */
export type Outcome = (typeof outcomes)[number];

export const substances = ["report", "proposal", "complaint", "denunciation", "mixed"] as const;
/** Phản ánh, kiến nghị, khiếu nại, tố cáo, nhiều nội dung: by substance, not by title (TT 05/2021/TT-TTCP, Điều 6). */
export type Substance = (typeof substances)[number];

export const refusalGrounds = [
  "no-concrete-content",
  "already-concluded-nothing-new",
  "limitation-passed",
  "other-procedure",
  "not-in-party-competence",
  "abusive",
] as const;
/** Why a report is not looked into: a closed list. That it is anonymous, or withdrawn, is no ground. */
export type RefusalGround = (typeof refusalGrounds)[number];

export const otherPlaces = [
  "citizen-reception",
  "inspection-commission",
  "state-inspectorate",
  "police-or-procuracy",
  "court",
  "formal-denunciation",
] as const;
/** Where else the reporter can go. */
export type OtherPlace = (typeof otherPlaces)[number];

export const extensionReasons = [
  "several-places",
  "several-matters",
  "many-reporters",
  "foreign-element",
  "several-bodies",
] as const;
/** What makes a matter complicated: Nghị định 31/2019/NĐ-CP. */
export type ExtensionReason = (typeof extensionReasons)[number];

export const remedyStates = ["done", "under-way", "slow"] as const;
/** Khắc phục tốt, đang khắc phục, khắc phục chậm. */
export type RemedyState = (typeof remedyStates)[number];

/** The sealed part of `Noted`: to the server and to the reporter all of them are the same event. */
export type SealedNote =
  | { readonly kind: "assigned"; readonly officer: OfficerId }
  /** Appointed by the superior where the letter is about a head. */
  | { readonly kind: "follower-appointed"; readonly person: PersonId }
  /** The same matter as another case. Never shown to reporters: it would prove that the other exists. */
  | { readonly kind: "joined"; readonly with: CaseId }
  /** Does not end the case: the sender may have been threatened or bought. */
  | { readonly kind: "withdrawn"; readonly threatSuspected: boolean }
  /** The person reported was heard, or was asked and declined. */
  | { readonly kind: "person-heard"; readonly declined: boolean }
  | { readonly kind: "verification" }
  | { readonly kind: "inspection-planned"; readonly atOnce: boolean }
  | { readonly kind: "remedy"; readonly state: RemedyState }
  /**
   * Names and the like that whoever reads the case from now on is shown covered. It hides nothing from a reader who wants
   * to know: the letter stays as it was sealed. An empty list takes the covers off.
   */
  | { readonly kind: "covered"; readonly terms: readonly CoveredTerm[] }
  | { readonly kind: "remark" };

export const coverKinds = [
  "person",
  "phone",
  "email",
  "identity",
  "plate",
  "address",
  "writer",
  "other",
] as const;
/** What a covered term is: that much is still told in its place. */
export type CoverKind = (typeof coverKinds)[number];

/** Words of the letter that are covered wherever they stand. */
export type CoveredTerm = { readonly text: string; readonly as: CoverKind };

export type NoteKind = SealedNote["kind"];

/** What a conclusion says: sealed to the reporter and the readers. */
export type Conclusion = {
  readonly outcome: Outcome;
  /** Whether it says something against a person, who must have been heard. */
  readonly againstPerson: boolean;
  readonly remedyOrdered: boolean;
};

/**
 * The sealed facts of an event, as its readers know them. Events that are not named here have none that matter.
 * `readers`: everybody who reads the case from then on, as whoever gave it its new key says. What a server says of that
 * is no more than its word: it would let back in whoever has stepped aside.
 */
export type SealedFact =
  | {
      readonly type: "Classified";
      readonly substance: Substance;
      /** Code of the catalogue; null: khác. */
      readonly category: string | null;
      readonly eligible: boolean;
    }
  | { readonly type: "Noted"; readonly note: SealedNote }
  | { readonly type: "Extended"; readonly reason: ExtensionReason }
  | { readonly type: "HandedOver" | "Recused"; readonly readers: readonly OfficerId[] }
  | { readonly type: "Refused"; readonly ground: RefusalGround; readonly whereElse: readonly OtherPlace[] }
  | ({ readonly type: "Concluded" } & Conclusion);

/** What only readers know of a case. */
export type SealedState = {
  readonly classification: Extract<SealedFact, { type: "Classified" }> | null;
  readonly assignedTo: OfficerId | null;
  readonly joinedWith: readonly CaseId[];
  readonly withdrawal: Extract<SealedNote, { kind: "withdrawn" }> | null;
  readonly personHeard: boolean;
  readonly verified: boolean;
  readonly conclusion: Conclusion | null;
  /** The last list of covered terms; empty: the letter is shown as it is. */
  readonly covered: readonly CoveredTerm[];
  /** Flag `remedy-open`: a remedy was ordered and is not yet khắc phục tốt. */
  readonly remedyOpen: boolean;
};

export const unread: SealedState = {
  classification: null,
  assignedTo: null,
  joinedWith: [],
  withdrawal: null,
  personHeard: false,
  verified: false,
  conclusion: null,
  covered: [],
  remedyOpen: false,
};

/** The sealed state after an event that a reader has opened. Total, as `evolve` is. */
export function evolveSealed(state: SealedState, fact: SealedFact): SealedState {
  if (fact.type === "Classified") return { ...state, classification: fact };
  if (fact.type === "Noted") return { ...state, ...changeBy(fact.note, state) };
  if (fact.type !== "Concluded") return state;
  const { outcome, againstPerson, remedyOrdered } = fact;
  return { ...state, conclusion: { outcome, againstPerson, remedyOrdered }, remedyOpen: remedyOrdered };
}

type Noting<Kind extends NoteKind> = (
  note: Extract<SealedNote, { kind: Kind }>,
  state: SealedState,
) => Partial<SealedState>;

const nothing = (): Partial<SealedState> => ({});

const notings: { readonly [Kind in NoteKind]: Noting<Kind> } = {
  assigned: ({ officer }) => ({ assignedTo: officer }),
  "follower-appointed": nothing,
  joined: (note, { joinedWith }) => ({ joinedWith: [...joinedWith, note.with] }),
  withdrawn: (note) => ({ withdrawal: note }),
  "person-heard": () => ({ personHeard: true }),
  verification: () => ({ verified: true }),
  "inspection-planned": nothing,
  remedy: (note) => ({ remedyOpen: note.state !== "done" }),
  covered: ({ terms }) => ({ covered: terms }),
  remark: nothing,
};

function changeBy(note: SealedNote, state: SealedState): Partial<SealedState> {
  // Each is only ever handed the note under whose kind it stands.
  const noting = notings[note.kind] as (note: SealedNote, state: SealedState) => Partial<SealedState>;
  return noting(note, state);
}

export const sealedReasons = [
  "person-not-heard",
  "nothing-verified",
  "eligible",
  "not-eligible",
  "nowhere-else-named",
  "remedy-without-finding",
] as const;
/** Why readers may not do what the server would let them: it cannot see why. */
export type SealedReason = (typeof sealedReasons)[number];

/**
 * Enforced by the officer's client, signed with the event, and asked again by every later reader: what the sealed part
 * of an act must fit. Null: nothing stands against it.
 */
export function findSealedFault(fact: SealedFact, state: SealedState): SealedReason | null {
  if (fact.type === "Concluded") return conclusionFault(fact, state);
  if (fact.type !== "Refused") return null;
  if (state.classification?.eligible !== false) return "eligible";
  return fact.whereElse.length === 0 ? "nowhere-else-named" : null;
}

/** Nobody is found against unheard; nothing is found without having been looked into. */
function conclusionFault(conclusion: Conclusion, state: SealedState): SealedReason | null {
  const { outcome, againstPerson, remedyOrdered } = conclusion;
  const finds = outcome === "true" || outcome === "partly-true";
  if (state.classification?.eligible === false) return "not-eligible";
  if (againstPerson && !state.personHeard) return "person-not-heard";
  if (outcome !== "no-basis" && !state.verified) return "nothing-verified";
  return remedyOrdered && !finds ? "remedy-without-finding" : null;
}
