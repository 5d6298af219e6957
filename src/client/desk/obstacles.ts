import type { Permission, RefusalReason } from "../../domain/case/case.actions.ts";
import { actorOf, eventOf } from "../../domain/case/case.commands.ts";
import { decide, listPermissions } from "../../domain/case/case.decide.ts";
import {
  findSealedFault,
  type SealedFact,
  type SealedNote,
  type SealedReason,
} from "../../domain/case/case.sealed.ts";
import type { KeyId, OfficerId } from "../../domain/ids.ts";
import type { MovementObstacle } from "../../domain/movement.ts";
import { namesReporter } from "../../envelope/officer-event.ts";
import { type CaseFile, mayBeSigned } from "./case-file.ts";
import {
  personObstacle,
  readersObstacle,
  readersWithout,
  takeOverObstacle,
  transferObstacle,
} from "./movements.ts";
import { commandOfOrder, type EventOrder, wordsOf } from "./order-content.ts";
import type { Order, OrderName } from "./orders.ts";
import type { Desk } from "./session.ts";
import { findStatement, statementPlaces } from "./statements.ts";

/** Why something may not be done: by the law, by what is sealed, by who might be meant, or for want of reading. */
export type OrderObstacle =
  | { readonly by: "law"; readonly reason: RefusalReason }
  | { readonly by: "sealed"; readonly reason: SealedReason }
  | { readonly by: "movement"; readonly reason: MovementObstacle }
  /**
   * `fault`: the history does not add up. `not-read`: the letter is not open on this desk. `no-statement`: no message
   * holds the reporter's signed word. `no-roster`: who could read has not been asked yet (`handOverReaders`).
   */
  | { readonly by: "reader"; readonly reason: "fault" | "not-read" | "no-statement" | "no-roster" };

/** Why a button is greyed out before anything is chosen; null: it is not. */
export function findCommandObstacle(file: CaseFile, command: OrderName): OrderObstacle | null {
  if (!mayBeSigned(file)) return { by: "reader", reason: "fault" };
  const permission = permissionOf(file, command);
  if (permission !== "allowed") return { by: "law", reason: permission };
  if (needsLetter(command) && file.letter === null) return { by: "reader", reason: "not-read" };
  const mildest = mildestFacts[command];
  const reason = mildest === undefined ? null : findSealedFault(mildest, file.sealed);
  if (reason !== null) return { by: "sealed", reason };
  const isMute = command === "make-formal" && statementPlaces(file).length === 0;
  return isMute ? { by: "reader", reason: "no-statement" } : null;
}

/**
 * What stands against an order with everything in it chosen. Asked again before it is carried out: rules about what is
 * sealed and about who might be meant are enforced here and nowhere else, for the server cannot know.
 */
export function findOrderObstacle(desk: Desk, file: CaseFile, order: Order): OrderObstacle | null {
  const obstacle = findCommandObstacle(file, order.command);
  if (obstacle !== null) return obstacle;
  if (order.command === "make-formal") return statementObstacle(file, order.sequence);
  const { state, today, law, as } = file;
  const decision = decide(commandOfOrder(order, unchosen), state, { today, actor: as, law });
  if (decision.kind === "refused") return { by: "law", reason: decision.reason };
  const fact = wordsOf(order)?.fact ?? null;
  const reason = fact === null ? null : findSealedFault(fact, file.sealed);
  if (reason !== null) return { by: "sealed", reason };
  return movementOf(desk, file, order);
}

/** An officer who hands a case over goes on reading it; whoever wants to leave it steps aside. */
export function handOverTo(desk: Desk, readers: readonly OfficerId[]): readonly OfficerId[] {
  return [...new Set([...readers, desk.officer.id])];
}

/** Stands for the key that is made when the order is carried out. */
const unchosen = "" as KeyId;

/** An order that nothing sealed could stand against more mildly put: what it forbids, the command forbids. */
const mildestFacts: Readonly<Partial<Record<OrderName, SealedFact>>> = {
  conclude: { type: "Concluded", outcome: "no-basis", againstPerson: false, remedyOrdered: false },
  refuse: { type: "Refused", ground: "other-procedure", whereElse: ["citizen-reception"] },
};

function permissionOf({ state, today, law, as }: CaseFile, command: OrderName): Permission {
  // The reporter's own act, which an officer who has read it shows to the server.
  const actor = command === "make-formal" ? "officer" : actorOf[command];
  return actor === as ? listPermissions(state, { today, law })[command] : "not-your-command";
}

/** Whoever signs without naming the reporter need not have read the letter; all others have. */
function needsLetter(command: OrderName): boolean {
  return command === "make-formal" || namesReporter(eventOf[command]);
}

function statementObstacle(file: CaseFile, sequence: number): OrderObstacle | null {
  const found = findStatement(file, sequence);
  if (found === undefined) return { by: "reader", reason: "no-statement" };
  const { state, today, law } = file;
  const { kind } = found.statement;
  const command = { type: "make-formal" as const, kind, since: found.since };
  const decision = decide(command, state, { today, actor: "reporter", law });
  return decision.kind === "refused" ? { by: "law", reason: decision.reason } : null;
}

function movementOf(desk: Desk, file: CaseFile, order: EventOrder): OrderObstacle | null {
  const { command } = order;
  if (command === "transfer") return inMovement(transferObstacle(desk, file, order.to));
  if (command === "take-over") return inMovement(takeOverObstacle(desk, file));
  if (command === "hand-over")
    return inMovement(readersObstacle(desk, file, handOverTo(desk, order.readers)));
  if (command === "recuse") {
    const readers = readersWithout(desk, file);
    return inMovement(readers === undefined ? undefined : readersObstacle(desk, file, readers));
  }
  return command === "note" ? noteMovement(desk, file, order.note) : null;
}

function noteMovement(desk: Desk, file: CaseFile, note: SealedNote): OrderObstacle | null {
  if (note.kind === "assigned") return inMovement(readersObstacle(desk, file, [note.officer]));
  if (note.kind === "follower-appointed") return inMovement(personObstacle(desk, file, note.person));
  return null;
}

function inMovement(obstacle: MovementObstacle | null | undefined): OrderObstacle | null {
  if (obstacle === undefined) return { by: "reader", reason: "no-roster" };
  return obstacle === null ? null : { by: "movement", reason: obstacle };
}
