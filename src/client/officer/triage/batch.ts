import type { CaseId, OfficerId } from "../../../domain/ids.ts";
import type { CaseAnswer } from "../../desk/act.ts";
import type { CaseFile } from "../../desk/case-file.ts";
import type { ListedCase } from "../../desk/case-list.ts";
import type { Order } from "../../desk/orders.ts";
import type { OrderObstacle } from "../../desk/obstacles.ts";
import type { Notice } from "../state.ts";
import { type HandOver, handOverOrders } from "./hand-over.ts";
import { isUnanswered, isUnheard, noticeOfFailure } from "../notices.ts";

/** What can be done to many cases at once: only what is the same for each, and what no reporter reads. */
export type BatchOrder =
  | { readonly kind: "assign"; readonly officer: OfficerId; readonly title: string }
  | { readonly kind: "remark"; readonly text: string }
  | { readonly kind: "verify" }
  | HandOver;

/**
 * What became of one case. `other`: somebody else was first. `unknown`: it was sent, and nothing was heard. `unread`: it
 * could not even be read, so nothing was sent.
 */
export type BatchResult =
  | { readonly kind: "done" }
  | { readonly kind: "obstacle"; readonly obstacle: OrderObstacle }
  | { readonly kind: "other" }
  | { readonly kind: "unknown" }
  | { readonly kind: "unread" }
  | { readonly kind: "failed"; readonly keys: Notice["keys"] };

/** `listed`: its line when the run began, by which it is called; null: it was in the list no more. */
export type BatchOutcome = {
  readonly case: CaseId;
  readonly listed: ListedCase | null;
  readonly result: BatchResult;
};

/** A run through the selected cases, one signed act after the other. */
export type Batch = {
  readonly order: BatchOrder;
  /** In the order in which they are done. */
  readonly cases: readonly CaseId[];
  readonly outcomes: readonly BatchOutcome[];
  readonly step: "running" | "stopping" | "ended";
};

/** A run that the desk was left in the middle of: of the case that was under way nobody knows. */
export function interrupted(batch: Batch): Batch {
  const { cases, outcomes, step } = batch;
  const last = cases[outcomes.length];
  if (step === "ended" || last === undefined) return { ...batch, step: "ended" };
  const unknown: BatchOutcome = { case: last, listed: null, result: { kind: "unknown" } };
  return { ...batch, outcomes: [...outcomes, unknown], step: "ended" };
}

/** What is written for many cases, by what it is written for: no note becomes the reason of a hand-over. */
export type BatchWords = Readonly<Record<"remark" | "hand-over", string>>;
/** Characters. Beside the reason of a hand-over is sealed who reads from then on: both must fit, also in Khmer. */
export const longestWords = { remark: 2000, "hand-over": 1500 } as const;
export const noWords: BatchWords = { remark: "", "hand-over": "" };

/** What is still wanted of the words that a run writes: none of them once every case has them. */
export function wordsLeft({ order, cases, outcomes }: Batch, words: BatchWords): BatchWords {
  if (order.kind === "assign" || order.kind === "verify") return words;
  const done = outcomes.filter(({ result }) => result.kind === "done");
  return done.length === cases.length ? { ...words, [order.kind]: "" } : words;
}

/** What a run needs of the desk. */
export type BatchDesk = {
  readonly view: (id: CaseId) => Promise<CaseAnswer | undefined>;
  readonly read: (file: CaseFile) => Promise<CaseAnswer | undefined>;
  readonly carryOut: (file: CaseFile, order: Order) => Promise<CaseAnswer | undefined>;
  readonly mayRead: (file: CaseFile) => boolean;
  /** Whose desk it is. */
  readonly self: OfficerId;
};

/** The orders for one case, one on what came of the other; none: it is done already. */
export function ordersOf(order: BatchOrder, file: CaseFile, self: OfficerId): readonly Order[] {
  return order.kind === "hand-over" ? handOverOrders(order, file, self) : [orderOf(order)];
}

/** The order for one case. */
export function orderOf(order: Exclude<BatchOrder, HandOver>): Order {
  switch (order.kind) {
    case "assign":
      return { command: "note", note: { kind: "assigned", officer: order.officer }, remark: "" };
    case "remark":
      return { command: "note", note: { kind: "remark" }, remark: order.text };
    case "verify":
      return { command: "begin-verification" };
    default:
      return order satisfies never;
  }
}

/** What came of one case. `before`: up to where its chain went before the run touched it; null: it could not be seen. */
export type CaseRun = {
  readonly result: BatchResult;
  /** What was answered last. */
  readonly answer: CaseAnswer;
  readonly before: number | null;
  /** Null: it was not read. */
  readonly touched: CaseTouched | null;
};

/** A case that a run has read, and how far its own acts have brought it. */
export type CaseTouched = { readonly read: CaseFile; readonly reached: CaseFile };

/**
 * Does one case: reads it as its officer would, for who is meant in it decides to whom it may be given, and then acts.
 * Undefined: the desk was left.
 */
export async function runOne(desk: BatchDesk, id: CaseId, order: BatchOrder): Promise<CaseRun | undefined> {
  const seen = await desk.view(id);
  if (seen === undefined) return undefined;
  if (seen.kind !== "file") return { ...nothingDone(seen), before: null };
  const before = seen.file.row.sequence;
  if (!desk.mayRead(seen.file)) {
    const obstacle = { by: "reader", reason: "not-read" } as const;
    return { result: { kind: "obstacle", obstacle }, answer: seen, before, touched: null };
  }
  const read = await desk.read(seen.file);
  if (read === undefined) return undefined;
  if (read.kind !== "file") return { ...nothingDone(read), before };
  let answer: CaseAnswer = read;
  let reached = read.file;
  for (const each of ordersOf(order, read.file, desk.self)) {
    const acted = await desk.carryOut(reached, each);
    if (acted === undefined) return undefined;
    answer = acted;
    if (acted.kind !== "file") break;
    reached = acted.file;
  }
  const touched = { read: read.file, reached };
  return { result: resultOf(answer, answer !== read), answer, before, touched };
}

function nothingDone(answer: CaseAnswer): Pick<CaseRun, "result" | "answer" | "touched"> {
  return { result: resultOf(answer, false), answer, touched: null };
}

function resultOf(answer: CaseAnswer, isSent: boolean): BatchResult {
  if (answer.kind === "file" || answer.kind === "left") return { kind: "done" };
  if (answer.kind === "conflict") return { kind: "other" };
  if (answer.kind === "obstacle") return { kind: "obstacle", obstacle: answer.obstacle };
  if (isSent && isUnanswered(answer)) return { kind: "unknown" };
  if (isUnheard(answer)) return { kind: "unread" };
  return { kind: "failed", keys: noticeOfFailure(answer).keys };
}
