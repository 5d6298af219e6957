import type { CaseId, CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import type { Identity } from "../../crypto/letter.schema.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";
import type { Order, OrderName } from "../desk/orders.ts";
import { freeOf } from "./act-props.ts";
import { isActing, unanswered } from "./acting.ts";
import { type AuditConductor, createAuditConductor } from "./audit/audit-conductor.ts";
import { concernsReaders, type ImmediateCommand, isSolemn } from "./commands.ts";
import { createListConductor, type ListConductor } from "./conductor.list.ts";
import { readForm } from "./form.ts";
import { hasUnfinished, readKeptDesk, writeKeptDesk } from "./kept-desk.ts";
import type { Entrance, Office, Target } from "./office.ts";
import type { PasskeyDesk } from "./passkeys/passkey-desk.ts";
import { isSealed } from "./reducer.reading.ts";
import { createSimilarConductor, type SimilarConductor } from "./similar-conductor.ts";
import type { Event, GateReason, State } from "./state.ts";
import type { Tools } from "./tools.ts";
import { createTriageConductor, type TriageConductor } from "./triage/triage-conductor.ts";
import { pauseSeconds } from "./tries.ts";

/** The state on the screen and the way to change it. */
export type Store = { readonly get: () => State; readonly dispatch: (event: Event) => void };

/** Lets an officer in; `onProven` is called when the slow part is over. Rejects only if the key cannot be computed. */
export type Enter = {
  byPassphrase(
    credentials: {
      readonly loginName: string;
      readonly passphrase: string;
      readonly deviceDay: PlainDate;
    },
    onProven: () => void,
  ): Promise<Entrance>;
  byPasskey(deviceDay: PlainDate, onProven: () => void): Promise<Entrance>;
};

/** What the pages can ask for. Every one returns at once; what comes of it arrives as an event. */
export type Conductor = Inquiry &
  SimilarConductor &
  AuditConductor &
  TriageConductor & {
    signIn(loginName: string, passphrase: string, deviceDay: PlainDate): void;
    signInByPasskey(deviceDay: PlainDate): void;
    /** Sees, adds or removes the officer's own passkeys; undefined: the desk was locked meanwhile. */
    askPasskeys<Answer extends { readonly kind: string }>(
      question: (passkeys: PasskeyDesk) => Promise<Answer>,
    ): Promise<Answer | undefined>;
    leave(reason: Exclude<GateReason, "start">): void;
    /** Whether anybody's words would be gone with the page. */
    wouldLose(): boolean;
    chooseCommittee(committee: CommitteeId): void;
    chooseView(view: State["view"]): void;
    refresh(): void;
    /** Asks whether anything has changed in the list since it was last known; the screen changes only if it has. */
    lookForChanges(): void;
    /** Shows what the list's question asks for, when it is another one. */
    look(): void;
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
export type Inquiry = Pick<ListConductor, "seek"> & {
  commandObstacle(file: CaseFile, command: OrderName): OrderObstacle | null;
  targets(file: CaseFile): readonly Target[];
  identity(file: CaseFile, sequence: number): Identity | undefined;
};

/**
 * Does what the pages ask for, one thing after the other. It alone holds the office and so the keys; an answer that
 * comes after the office was left is dropped.
 */
export function createConductor(
  { get, dispatch }: Store,
  enter: Enter,
  freeBytes: Tools["freeBytes"],
): Conductor {
  let office: Office | null = null;
  /** Counts who came in and left: an entrance that was left before it opened must not open any more. */
  let entering = 0;
  /** Ciphertext, for its officer alone; of several who share a machine each has their own. */
  const kept = new Map<OfficerId, Uint8Array>();
  /** Whose words are among them. */
  const unfinished = new Set<OfficerId>();
  const leave = (reason: Exclude<GateReason, "start">) => {
    entering += 1;
    const leaving = office;
    if (leaving === null) return;
    const keeps = hasUnfinished(get());
    try {
      const unsaved = triage.flush();
      office = null;
      const { id } = leaving.session.officer;
      kept.set(id, leaving.keep(writeKeptDesk(get(), unsaved)));
      if (keeps) unfinished.add(id);
    } finally {
      office = null;
      dispatch({ type: "left", reason, kept: keeps });
      leaving.lock();
    }
  };

  /** What this officer left, taken out of its seal. */
  const takeKept = (entered: Office) => {
    const { id } = entered.session.officer;
    const sealed = kept.get(id);
    kept.delete(id);
    unfinished.delete(id);
    const text = sealed === undefined ? undefined : entered.reopen(sealed);
    return text === undefined ? null : readKeptDesk(text);
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

  const list = createListConductor({ get, dispatch }, ask);
  const triage = createTriageConductor(
    { get, dispatch },
    {
      ask,
      look: async () => {
        await list.look();
      },
      settleLine: async (id, answer) => {
        await list.settleLine(id, answer);
      },
      mayRead: mayReadAgain,
    },
  );

  async function settle(id: CaseId, answer: CaseAnswer): Promise<void> {
    triage.seen(answer);
    await list.settleLine(id, answer);
  }

  async function signIn(loginName: string, passphrase: string, deviceDay: PlainDate): Promise<void> {
    if (loginName.trim() !== "" && passphrase.trim() !== "") {
      await comeIn(loginName, "stretching", (onStretched) =>
        enter.byPassphrase({ loginName, passphrase, deviceDay }, onStretched),
      );
    } else if (mayTry()) dispatch({ type: "sign-in-failed", problem: "missing", loginName });
  }

  function mayTry(): boolean {
    const { gate, session } = get();
    return gate.step === "waiting" && gate.pause === 0 && session === null;
  }

  async function comeIn(
    loginName: string,
    step: "stretching" | "asking-passkey",
    knock: (onProven: () => void) => Promise<Entrance>,
  ): Promise<void> {
    if (!mayTry()) return;
    const mine = ++entering;
    dispatch({ type: "sign-in-went-on", step, loginName });
    const entrance = await knock(() => {
      dispatch({ type: "sign-in-went-on", step: "unlocking", loginName });
    });
    if (entrance.kind === "problem") {
      dispatch({ type: "sign-in-failed", problem: entrance.problem, loginName });
      if (entrance.problem === "wrong") pause(pauseSeconds(get().gate.wrongTries));
      return;
    }
    if (mine !== entering) {
      entrance.office.lock();
      dispatch({ type: "sign-in-failed", problem: "interrupted", loginName });
      return;
    }
    office = entrance.office;
    const back = takeKept(office);
    dispatch({ type: "signed-in", session: office.session, kept: back });
    const { resume } = get();
    void triage.begin(back?.unsaved ?? []);
    void triage.askColleagues();
    await Promise.all([refresh(), ...(resume?.case == null ? [] : [openCase(resume.case)])]);
  }

  /** Counts down on the page: nobody waits without knowing for how long. */
  function pause(seconds: number): void {
    dispatch({ type: "sign-in-paused", seconds });
    if (seconds > 0) setTimeout(pause, 1000, seconds - 1);
  }

  async function refresh(): Promise<void> {
    const { committee, view } = get();
    if (committee === null) return;
    if (view === "late") {
      await refreshLate(committee);
      return;
    }
    await list.refreshList(committee);
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
    void settle(id, answer);
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
    void settle(id, answer);
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
    void settle(open.id, answer);
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
    dispatch({ type: "sending", order });
    const answer = await ask((office) => office.carryOut(file, order).catch(unanswered));
    if (answer === undefined) return;
    dispatch({ type: "sent", case: id, order, answer });
    void settle(id, answer);
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
    const { open, drafts, session } = get();
    if (open?.file == null || open.writing === null || open.step !== "ready" || office === null) return;
    if (session === null) return;
    const { file, writing } = open;
    const { command } = writing;
    const form = drafts.get(open.id)?.get(command);
    if (form === undefined) return;
    const reading = readForm(command, form, file.state.formal !== null);
    if (reading.kind === "faults") {
      dispatch({ type: "form-refused", problem: { fields: reading.faults, obstacle: null } });
      return;
    }
    const free = freeOf({ open, file, session, writing, form }, freeBytes);
    if (free < 0) {
      dispatch({ type: "form-refused", problem: { fields: [], obstacle: null, excessBytes: -free } });
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
    // What the case said by itself, as it came anew, is the later word.
    if (notice !== null && get().notice === null && get().open?.id === id)
      dispatch({ type: "notice-shown", notice });
  }

  return {
    signIn: (loginName, passphrase, deviceDay) => void signIn(loginName, passphrase, deviceDay),
    signInByPasskey: (deviceDay) =>
      void comeIn(get().gate.loginName, "asking-passkey", (onProven) => enter.byPasskey(deviceDay, onProven)),
    askPasskeys: async (question) => await ask((asked) => question(asked.passkeys)),
    leave,
    wouldLose: () => unfinished.size > 0 || hasUnfinished(get()) || isActing(get()),
    chooseCommittee: (committee) => {
      if (isActing(get())) return;
      dispatch({ type: "committee-chosen", committee });
      void triage.askColleagues();
      void refresh();
    },
    chooseView: (view) => {
      dispatch({ type: "view-chosen", view });
      // A list that is known is followed on from where it was: whole it may be megabytes.
      if (view === "inbox" && get().list.mark !== null) void list.lookForChanges();
      else void refresh();
    },
    refresh: () => void refresh(),
    lookForChanges: () => void list.lookForChanges(),
    look: () => void list.look(),
    seek: async (question) => await list.seek(question),
    openCase: (id) => void openCase(id),
    openLetter: () => void openLetter(),
    askReaders: () => void askReaders(),
    perform: (command) => void perform(command),
    demand: (id) => void demand(id),
    send: () => void send(),
    ...createAuditConductor({ get, dispatch }, ask, (change) => {
      triage.pages.changeBook(change);
    }),
    ...createSimilarConductor(ask),
    ...triage.pages,
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
