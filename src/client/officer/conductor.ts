import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { CaseListing } from "../desk/case-list.ts";
import type { Identity } from "../../crypto/letter.schema.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { concernsReaders, type ImmediateCommand, isSolemn } from "./commands.ts";
import { readForm } from "./form.ts";
import type { Entrance, Office, Target } from "./office.ts";
import { isSealed } from "./reducer.reading.ts";
import type { Event, GateReason, SignInProblem, State } from "./state.ts";

/** The state on the screen and the way to change it. */
export type Store = { readonly get: () => State; readonly dispatch: (event: Event) => void };

/** Lets an officer in; `onStretched` is called when the slow part is over. Rejects only if the key cannot be computed. */
export type Enter = (
  credentials: { readonly loginName: string; readonly passphrase: string; readonly deviceDay: PlainDate },
  onStretched: () => void,
) => Promise<Entrance>;

/** What the pages can ask for. Every one returns at once; what comes of it arrives as an event. */
export type Conductor = Inquiry & {
  signIn(loginName: string, passphrase: string, deviceDay: PlainDate): void;
  leave(reason: Exclude<GateReason, "start">): void;
  chooseCommittee(committee: CommitteeId): void;
  chooseView(view: State["view"]): void;
  refresh(): void;
  /** Asks whether anything has changed in the list since it was last known; the screen changes only if it has. */
  lookForChanges(): void;
  openCase(id: CaseId): void;
  openLetter(): void;
  /** Who could read the case: asked when a form wants to know. */
  askReaders(): void;
  /** Carries out what needs no form. */
  perform(command: ImmediateCommand): void;
  /** Demands an explanation of a late case straight from the list. */
  demand(id: CaseId): void;
  /** Sends the form that is open, once it is complete, allowed, and confirmed where it must be. */
  send(): void;
};

/** What the pages may know of the case on the screen without asking anybody. Outside an office there is nothing. */
export type Inquiry = {
  commandObstacle(file: CaseFile, command: OrderName): OrderObstacle | null;
  targets(file: CaseFile): readonly Target[];
  identity(file: CaseFile, sequence: number): Identity | undefined;
};

/**
 * Does what the pages ask for, one thing after the other. It alone holds the office and so the keys; an answer that
 * comes after the office was left is dropped.
 */
export function createConductor({ get, dispatch }: Store, enter: Enter): Conductor {
  let office: Office | null = null;
  let isLooking = false;

  const leave = (reason: Exclude<GateReason, "start">) => {
    dispatch({ type: "left", reason });
    office?.lock();
    office = null;
  };

  /** Asks the office; undefined if it was left meanwhile, or the session turned out to be over. */
  async function ask<Answer extends { readonly kind: string }>(
    question: (office: Office) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const asked = office;
    if (asked === null) return undefined;
    const answer = await question(asked);
    if (asked !== office) return undefined;
    if (!isSignedOut(answer)) return answer;
    leave("ended");
    return undefined;
  }

  async function signIn(loginName: string, passphrase: string, deviceDay: PlainDate): Promise<void> {
    if (get().gate.step !== "waiting" || get().session !== null) return;
    const fail = (problem: SignInProblem) => {
      dispatch({ type: "sign-in-failed", problem, loginName });
    };
    if (loginName.trim() === "" || passphrase.trim() === "") {
      fail("missing");
      return;
    }
    dispatch({ type: "sign-in-went-on", step: "stretching", loginName });
    const entrance = await enter({ loginName, passphrase, deviceDay }, () => {
      dispatch({ type: "sign-in-went-on", step: "unlocking", loginName });
    });
    if (entrance.kind === "problem") {
      fail(entrance.problem);
      return;
    }
    office = entrance.office;
    dispatch({ type: "signed-in", session: office.session });
    const { resume } = get();
    await Promise.all([refresh(), ...(resume?.case == null ? [] : [openCase(resume.case)])]);
  }

  async function refresh(): Promise<void> {
    const { committee, view } = get();
    if (committee === null) return;
    if (view === "late") {
      await refreshLate(committee);
      return;
    }
    dispatch({ type: "list-asked" });
    if (get().list.duties === null) await fetchList(committee, (office) => office.urgent(committee));
    await fetchList(committee, (office) => office.list(committee));
  }

  async function fetchList(
    committee: CommitteeId,
    question: (office: Office) => Promise<CaseListing>,
  ): Promise<void> {
    const listing = await ask(question);
    if (listing !== undefined && get().committee === committee) dispatch({ type: "list-answered", listing });
  }

  async function lookForChanges(): Promise<void> {
    const { committee, list, view } = get();
    const { mark } = list;
    if (isLooking || committee === null || mark === null || list.loading || view === "late") return;
    isLooking = true;
    const changes = await ask((office) => office.changes(committee, mark));
    isLooking = false;
    if (changes?.kind !== "changes" || get().committee !== committee) return;
    // What was reckoned from a mark that has moved meanwhile is found again with the next look.
    if (get().list.mark !== mark) return;
    const isNewDay = changes.today !== list.today || changes.mark.until < mark.until;
    if (isNewDay) await refresh();
    else dispatch({ type: "list-changed", changes });
  }

  async function refreshLate(committee: CommitteeId): Promise<void> {
    dispatch({ type: "late-asked" });
    const listing = await ask((office) => office.late(committee));
    if (listing !== undefined && get().committee === committee) dispatch({ type: "late-answered", listing });
  }

  async function openCase(id: CaseId): Promise<void> {
    if (get().open?.step === "sending") return;
    dispatch({ type: "case-asked", case: id });
    const answer = await ask((office) => office.view(id));
    if (answer === undefined) return;
    dispatch({ type: "case-answered", case: id, answer });
    if (answer.kind === "file" && mayReadAgain(answer.file)) await readLetter(answer.file);
    const writing = get().open?.writing ?? null;
    if (writing !== null && concernsReaders(writing.command)) await askReaders();
  }

  async function readLetter(file: CaseFile): Promise<void> {
    const id = file.row.case;
    if (get().open?.id !== id) return;
    dispatch({ type: "letter-asked" });
    const answer = await ask((office) => office.read(file));
    if (answer === undefined) return;
    dispatch({ type: "letter-answered", case: id, answer });
    // Titles of officers stand in the roster, and in nothing that a case carries.
    if (get().open?.file?.sealed.assignedTo != null) await askReaders();
  }

  async function openLetter(): Promise<void> {
    const { open } = get();
    if (open?.file == null || open.step !== "ready") return;
    const { file } = open;
    if (!isSealed(file)) {
      await readLetter(file);
      return;
    }
    if (office?.commandObstacle(file, "open") !== null) return;
    dispatch({ type: "letter-asked" });
    const answer = await ask((office) => office.carryOut(file, { command: "open" }));
    if (answer === undefined) return;
    dispatch({ type: "letter-answered", case: open.id, answer });
    await reloadAfter(open.id, answer);
  }

  async function askReaders(): Promise<void> {
    const { open } = get();
    if (open?.file == null || open.readers?.kind === "loading" || open.readers?.kind === "readers") return;
    const { file, id } = open;
    dispatch({ type: "readers-asked" });
    const readers = await ask((office) => office.readers(file));
    if (readers !== undefined) dispatch({ type: "readers-answered", case: id, readers });
  }

  async function carryOut(id: CaseId, file: CaseFile, order: Order): Promise<void> {
    dispatch({ type: "sending" });
    const answer = await ask((office) => office.carryOut(file, order));
    if (answer === undefined) return;
    dispatch({ type: "sent", case: id, order, answer });
    await reloadAfter(id, answer);
    if (get().view === "late") await refresh();
  }

  async function perform(command: ImmediateCommand): Promise<void> {
    const { open } = get();
    if (open?.file == null || open.step !== "ready") return;
    if (office?.commandObstacle(open.file, command) !== null) return;
    await carryOut(open.id, open.file, { command });
  }

  async function demand(id: CaseId): Promise<void> {
    await openCase(id);
    if (get().open?.id === id) await perform("demand-explanation");
  }

  async function send(): Promise<void> {
    const { open, drafts } = get();
    if (open?.file == null || open.writing === null || open.step !== "ready" || office === null) return;
    const { file, writing } = open;
    const { command } = writing;
    const form = drafts.get(open.id)?.get(command);
    if (form === undefined) return;
    const reading = readForm(command, form, file.state.formal !== null);
    if (reading.kind === "faults") {
      dispatch({ type: "form-refused", problem: { fields: reading.faults, obstacle: null } });
      return;
    }
    const obstacle = office.orderObstacle(file, reading.order);
    if (obstacle !== null) {
      dispatch({ type: "form-refused", problem: { fields: [], obstacle } });
      return;
    }
    if (isSolemn(command) && !writing.confirming) {
      dispatch({ type: "confirming", on: true });
      return;
    }
    await carryOut(open.id, file, reading.order);
  }

  /** On another day than the server's nothing can be signed: the case brings the new day along. */
  async function reloadAfter(id: CaseId, answer: CaseAnswer): Promise<void> {
    if (answer.kind !== "refused" || answer.code !== "wrong-day") return;
    const { notice } = get();
    await openCase(id);
    if (notice !== null && get().open?.id === id) dispatch({ type: "notice-shown", notice });
  }

  return {
    signIn: (loginName, passphrase, deviceDay) => void signIn(loginName, passphrase, deviceDay),
    leave,
    chooseCommittee: (committee) => {
      dispatch({ type: "committee-chosen", committee });
      void refresh();
    },
    chooseView: (view) => {
      dispatch({ type: "view-chosen", view });
      void refresh();
    },
    refresh: () => void refresh(),
    lookForChanges: () => void lookForChanges(),
    openCase: (id) => void openCase(id),
    openLetter: () => void openLetter(),
    askReaders: () => void askReaders(),
    perform: (command) => void perform(command),
    demand: (id) => void demand(id),
    send: () => void send(),
    commandObstacle: (file, command) =>
      office === null ? { by: "reader", reason: "not-read" } : office.commandObstacle(file, command),
    targets: (file) => office?.targets(file) ?? [],
    identity: (file, sequence) => office?.identity(file, sequence),
  };
}

/** Whether the letter can be shown without anything happening but an entry in the audit log. */
function mayReadAgain({ as, row, state, superiorMayRead }: CaseFile): boolean {
  // By the row, not by the checked history: a letter stays readable when its history is doubtful.
  if (as === "officer") return row.status !== "sent" && row.status !== "transferred";
  return superiorMayRead && state.superiorOpenedOn !== null;
}

function isSignedOut(answer: { readonly kind: string; readonly code?: string }): boolean {
  return answer.kind === "refused" && answer.code === "signed-out";
}
