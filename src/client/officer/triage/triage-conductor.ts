import { type DeskBook, isReadUpTo, type ReadMarks, type ReadPlace } from "../../../crypto/desk-book.ts";
import type { SavedView } from "../../../crypto/desk-book.schema.ts";
import type { CaseId } from "../../../domain/ids.ts";
import type { CaseAnswer } from "../../desk/act.ts";
import { type BookChange, changeBook as withChange } from "../../desk/book-changes.ts";
import type { CaseFile } from "../../desk/case-file.ts";
import type { BookReading } from "../../desk/own-book.ts";
import { unanswered } from "../acting.ts";
import type { Ask } from "../conductor.list.ts";
import type { Store } from "../conductor.ts";
import { type BatchOrder, type CaseRun, runOne } from "./batch.ts";

/** What the pages can ask for when there are many cases. */
export type TriageConductor = {
  /** Changes the officer's own book; it is saved a moment later. */
  changeBook(change: BookChange): void;
  /** Says of cases that they are read as they are now, or unread. */
  mark(cases: readonly CaseId[], as: "read" | "unread"): void;
  /** Says of every case that the question lets through that it is read. */
  markAllRead(): void;
  applyView(view: SavedView): void;
  /** Asks once more who the colleagues are, if that is not known: for a form that wants to name them. */
  askColleagues(): void;
  /** Does the same to all that is selected. */
  beginBatch(order: BatchOrder): void;
  /** After the case that is under way. */
  stopBatch(): void;
};

/** What the conductor itself calls. */
export type TriageHooks = {
  readonly pages: TriageConductor;
  /** The officer has come in; `unsaved`: what `flush` gave back when they left. */
  begin(unsaved: readonly BookChange[]): Promise<void>;
  askColleagues(): Promise<void>;
  /** A case has been on the screen as it is in this answer. */
  seen(answer: CaseAnswer): void;
  /**
   * The officer leaves: what is not saved yet is sealed at once, while there is a key. Gives back all that is not known
   * to have arrived; some of it may have, and to change it once more changes nothing.
   */
  flush(): readonly BookChange[];
};

/** What the rest of the conductor lends. */
export type TriageLoan = {
  readonly ask: Ask;
  readonly look: () => Promise<void>;
  readonly settleLine: (id: CaseId, answer: CaseAnswer) => Promise<void>;
  readonly mayRead: (file: CaseFile) => boolean;
};

/** So long after a change a book is saved: one that goes through ten cases saves once. */
const saveAfter = 4000;

export function createTriageConductor({ get, dispatch }: Store, loan: TriageLoan): TriageHooks {
  const { ask, look, settleLine, mayRead } = loan;
  let pending: readonly BookChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;
  /** Counts the runs: one of a list that was left does not go on because another was begun. */
  let run = 0;

  async function begin(unsaved: readonly BookChange[]): Promise<void> {
    pending = unsaved;
    saveLater();
    await readBook();
  }

  /** With whatever is changed until then. */
  function saveLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), saveAfter);
  }

  async function readBook(): Promise<void> {
    const reading = await ask((office) => office.book.read());
    if (reading?.kind === "book") await take(reading);
    else if (reading !== undefined && !get().triage.isBookHere) {
      dispatch({ type: "book-missing" });
      clearTimeout(timer);
      // Whatever is changed meanwhile is saved, and a saving reads first what it did not know.
      timer = setTimeout(() => void (pending.length === 0 ? readBook() : save()), saveAfter);
    }
  }

  /** Shows a book as the server has it, with what has been changed here since; another device may have written in it. */
  async function take({ book, doubt }: Extract<BookReading, { kind: "book" }>): Promise<void> {
    const { isBookHere, book: before } = get().triage;
    const now = pending.reduce(withChange, book);
    dispatch({ type: "book-answered", book: now, doubt });
    const { heads } = now.page;
    if (heads.length > 0)
      await ask(async (office) => {
        office.know(heads);
        return { kind: "known" };
      });
    const { sort, singleKeys } = now.page;
    if (!isBookHere) {
      dispatch({ type: "single-keys-set", on: singleKeys });
      dispatch({ type: "question-changed", change: { sort } });
    }
    if (!isBookHere || !hasSameViews(before, now)) recount();
    if (!isBookHere || !isSameRead(before.read, now.read)) await tellLedger();
  }

  async function tellLedger(): Promise<void> {
    const { read } = get().triage.book;
    await ask(async ({ ledger }) => {
      await ledger.ask("read", { read });
      return { kind: "told" };
    });
    await look();
  }

  function changeBook(change: BookChange): void {
    pending = [...pending, change];
    dispatch({ type: "book-changed", change });
    saveLater();
    if (change.kind === "read") void tellLedger();
    else if (change.kind === "view-saved" || change.kind === "view-removed") recount();
  }

  function recount(): void {
    const views = get().triage.book.page.views.map(({ filters }) => filters);
    dispatch({ type: "question-changed", change: { views, page: get().question.page } });
  }

  async function save(): Promise<void> {
    if (isSaving || pending.length === 0) return;
    isSaving = true;
    const changes = pending;
    try {
      const answer = await ask((office) => office.book.save(changes));
      if (answer === undefined) return;
      if (answer.kind !== "book") {
        dispatch({ type: "book-unsaved" });
        return;
      }
      pending = pending.slice(changes.length);
      await take(answer);
    } finally {
      isSaving = false;
      if (pending.length > 0) saveLater();
    }
  }

  function flush(): readonly BookChange[] {
    clearTimeout(timer);
    const unsaved = pending;
    pending = [];
    if (unsaved.length > 0 && !isSaving) void ask((office) => office.book.save(unsaved));
    return unsaved;
  }

  async function linesOf(cases: readonly CaseId[]) {
    const answer = await ask(async ({ ledger }) => {
      const duties = (await ledger.ask("lines", { cases })) ?? [];
      return { kind: "lines" as const, duties };
    });
    return answer?.duties ?? [];
  }

  async function placesOf(cases: readonly CaseId[]): Promise<readonly ReadPlace[]> {
    const duties = await linesOf(cases);
    return duties.map(({ listed: { line } }) => ({ case: line.case, place: line.sequence }));
  }

  async function mark(cases: readonly CaseId[], as: "read" | "unread"): Promise<void> {
    const places =
      as === "read" ? await placesOf(cases) : cases.map((id): ReadPlace => ({ case: id, place: 0 }));
    if (places.length > 0) changeBook({ kind: "read", places });
  }

  async function markAllRead(): Promise<void> {
    const { question } = get();
    const answer = await ask(async ({ ledger }) => {
      const found = (await ledger.ask("matching", question)) ?? [];
      return { kind: "found" as const, found };
    });
    const places = (answer?.found ?? []).map(({ case: id, sequence }) => ({ case: id, place: sequence }));
    if (places.length > 0) changeBook({ kind: "read", places });
  }

  function seen(answer: CaseAnswer): void {
    if (!("file" in answer) || answer.file.letter === null || answer.file.as !== "officer") return;
    const { case: id, sequence } = answer.file.row;
    changeBook({ kind: "read", places: [{ case: id, place: sequence }] });
  }

  async function askColleagues(): Promise<void> {
    const { committee } = get();
    if (committee === null) return;
    dispatch({ type: "colleagues-asked" });
    const answer = await ask((office) => office.colleagues(committee));
    if (answer === undefined || get().committee !== committee) return;
    dispatch(
      answer.kind === "colleagues"
        ? { type: "colleagues-answered", colleagues: answer.colleagues }
        : { type: "colleagues-failed" },
    );
  }

  /** Whoever reads the case beside the list must not take what the run did for the act of a colleague. */
  function showInPane({ touched, answer }: CaseRun): void {
    if (touched !== null) dispatch({ type: "batch-touched", ...touched });
    if (answer.kind !== "conflict") return;
    const { file } = answer;
    dispatch({ type: "case-renewed", case: file.row.case, answer: { kind: "file", file } });
  }

  async function beginBatch(order: BatchOrder): Promise<void> {
    const { session, triage } = get();
    const { selected, batch } = triage;
    if (session === null || selected.size === 0 || (batch !== null && batch.step !== "ended")) return;
    const mine = ++run;
    const cases = [...selected];
    dispatch({ type: "batch-begun", batch: { order, cases, outcomes: [], step: "running" } });
    const lines = new Map((await linesOf(cases)).map(({ listed }) => [listed.line.case, listed]));
    const goesOn = () => mine === run && get().triage.batch?.step === "running";
    for (const id of cases) {
      if (!goesOn()) break;
      const one = await runOne(
        {
          view: async (each) => await ask((office) => office.view(each)),
          read: async (file) => await ask((office) => office.read(file)),
          carryOut: async (file, given) =>
            await ask((office) => office.carryOut(file, given).catch(unanswered)),
          mayRead,
          self: session.officer.id,
        },
        id,
        order,
      );
      if (one === undefined) return;
      if (mine === run)
        dispatch({
          type: "batch-went-on",
          outcome: { case: id, listed: lines.get(id) ?? null, result: one.result },
        });
      showInPane(one);
      // Nobody has looked at a letter because something was done to many: what was unread stays so.
      if (one.before !== null && isReadUpTo(get().triage.book.read, id, one.before)) seen(one.answer);
      await settleLine(id, one.answer);
    }
    if (mine === run) dispatch({ type: "batch-ended" });
  }

  return {
    begin,
    askColleagues,
    seen,
    flush,
    pages: {
      changeBook,
      mark: (cases, as) => void mark(cases, as),
      markAllRead: () => void markAllRead(),
      applyView: ({ filters, sort }) => {
        dispatch({ type: "question-changed", change: { filters, sort } });
      },
      askColleagues: () => {
        if (get().triage.roster === "failed") void askColleagues();
      },
      beginBatch: (order) => void beginBatch(order),
      stopBatch: () => {
        dispatch({ type: "batch-stopping" });
      },
    },
  };
}

function hasSameViews(a: DeskBook, b: DeskBook): boolean {
  return JSON.stringify(a.page.views) === JSON.stringify(b.page.views);
}

function isSameRead(a: ReadMarks, b: ReadMarks): boolean {
  return a.size === b.size && [...a].every(([mark, place]) => b.get(mark) === place);
}
