import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { ListMark } from "../../api/officer.schema.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { Store } from "./conductor.ts";
import type { Listing, ListChanging } from "./ledger/ledger-list.ts";
import type { LedgerQuestion, LedgerView } from "./ledger/ledger.protocol.ts";
import type { Office } from "./office.ts";
import type { OpenCase, State } from "./state.ts";

// What is done about the list: fetched whole, followed change by change, looked into.

/** Asks the office; undefined if it was left meanwhile. */
export type Ask = <Answer extends { readonly kind: string }>(
  question: (office: Office) => Promise<Answer>,
) => Promise<Answer | undefined>;

export type ListConductor = {
  /** Fetches the committee's list anew. */
  refreshList(committee: CommitteeId): Promise<void>;
  /** Asks whether anything has changed in the list since it was last known; the screen changes only if it has. */
  lookForChanges(): Promise<void>;
  /** Shows what the question of the state asks for. */
  look(): Promise<void>;
  /** Looks without showing it: for a form that needs to know another part of the list. Undefined: nobody is there. */
  seek(question: LedgerQuestion): Promise<LedgerView | undefined>;
  /** Brings what came of a reading or an act into the case's line. */
  settleLine(id: CaseId, answer: CaseAnswer): Promise<void>;
};

const busySteps: ReadonlySet<OpenCase["step"]> = new Set(["loading", "opening", "sending"]);
/** Milliseconds. */
const lookAgain = 50;

/** That a case is to be read anew whatever stands in the list. */
function anew({ id }: OpenCase): { readonly case: CaseId; readonly sequence: number } {
  return { case: id, sequence: Number.POSITIVE_INFINITY };
}

/** What the list of late cases says of the open one; undefined: nothing. */
function openLine({ open, late }: State): string | undefined {
  const line = late.listing?.cases.find((each) => each.case === open?.id);
  return line === undefined ? undefined : JSON.stringify(line);
}

export function createListConductor({ get, dispatch }: Store, ask: Ask): ListConductor {
  let running: {
    readonly session: State["session"];
    readonly committee: CommitteeId;
    readonly end: Promise<void>;
  } | null = null;
  let isLooking = false;
  let isGathering = false;
  /** Something new has come since the words were last asked for. */
  let isWanted = false;
  /** How far the case on the screen has come, by the list. */
  let newest: { readonly case: CaseId; readonly sequence: number } | null = null;

  /** One run at a time: two would each take the other's lines for gone. */
  async function refreshList(committee: CommitteeId): Promise<void> {
    const { session } = get();
    if (running?.session !== session || running.committee !== committee) {
      const run = { session, committee, end: fetchWhole(committee) };
      running = run;
      void run.end.finally(() => {
        if (running === run) running = null;
      });
    }
    await running.end;
  }

  async function fetchWhole(committee: CommitteeId): Promise<void> {
    dispatch({ type: "list-asked" });
    if (get().list.view === null) await fetchList(committee, (office) => office.urgent(committee));
    await fetchList(committee, (office) => office.list(committee));
  }

  async function fetchList(
    committee: CommitteeId,
    question: (office: Office) => Promise<Listing>,
  ): Promise<void> {
    const listing = await ask(question);
    if (listing === undefined || get().committee !== committee) return;
    if (listing.kind === "list") await look();
    if (get().committee !== committee) return;
    dispatch({ type: "list-answered", listing });
    if (listing.kind === "list" && listing.mark !== null) void gatherWords();
  }

  /** What an officer has just asked for comes before what comes in the background. */
  async function untilFree(): Promise<void> {
    while (busySteps.has(get().open?.step ?? "ready"))
      await new Promise((resolve) => {
        setTimeout(resolve, lookAgain);
      });
  }

  /** In the background: the words of opened cases. What does not come now comes with the next change of the list. */
  async function gatherWords(): Promise<void> {
    isWanted = true;
    if (isGathering) return;
    isGathering = true;
    try {
      for (; isWanted; await look()) {
        isWanted = false;
        const { committee } = get();
        if (committee === null) return;
        await ask((office) => office.words(committee, () => void look(), untilFree));
      }
    } finally {
      isGathering = false;
    }
  }

  async function seek(question: LedgerQuestion): Promise<LedgerView | undefined> {
    const answer = await ask(async ({ ledger }) => {
      const view = await ledger.ask("view", question);
      return view === undefined ? { kind: "none" as const } : { kind: "view" as const, view };
    });
    return answer?.kind === "view" ? answer.view : undefined;
  }

  async function look(): Promise<void> {
    const { question, committee } = get();
    const view = await seek(question);
    if (view !== undefined && get().committee === committee)
      dispatch({ type: "list-viewed", question, view });
  }

  async function lookForChanges(): Promise<void> {
    const { committee, list, view } = get();
    const { mark } = list;
    if (isLooking || committee === null) return;
    isLooking = true;
    try {
      if (view === "late") await lookAtLate(committee);
      else if (mark !== null && !list.loading) await lookAtList(committee, mark);
      await renew();
    } finally {
      isLooking = false;
    }
  }

  async function lookAtList(committee: CommitteeId, mark: ListMark): Promise<void> {
    const changes = await ask((office) => office.changes(committee, mark));
    // What was reckoned from a mark that has moved meanwhile is found again with the next look.
    if (changes?.kind === "changes" && get().committee === committee && get().list.mark === mark)
      await follow(committee, changes);
  }

  /** What of the committees below is late has no marks: it is short, and asked for whole. */
  async function lookAtLate(committee: CommitteeId): Promise<void> {
    if (get().late.loading) return;
    const before = openLine(get());
    const listing = await ask((office) => office.late(committee));
    if (listing?.kind !== "late" || get().committee !== committee || get().late.loading) return;
    dispatch({ type: "late-answered", listing });
    const { open } = get();
    if (open !== null && before !== undefined && openLine(get()) !== before) newest = anew(open);
  }

  async function follow(
    committee: CommitteeId,
    changes: Extract<ListChanging, { readonly kind: "changes" }>,
  ): Promise<void> {
    const { list, open } = get();
    const isNewDay = changes.today !== list.today || changes.mark.until < (list.mark?.until ?? "");
    newest = changes.changed.find((changed) => changed.case === open?.id) ?? newest;
    // A day changes the clocks of the open case too, although nobody has gone on with it.
    if (open !== null && (isNewDay || changes.gone.includes(open.id))) newest = anew(open);
    if (isNewDay) {
      await refreshList(committee);
      return;
    }
    dispatch({ type: "list-changed", changes });
    if (changes.changed.length + changes.gone.length === 0) return;
    await look();
    void gatherWords();
  }

  /** The case on the screen, once somebody else has gone on with it; while something is sent it waits for the next look. */
  async function renew(): Promise<void> {
    const { open } = get();
    if (newest === null || open?.file == null || open.id !== newest.case || open.step !== "ready") return;
    const { file, id } = open;
    if (newest.sequence <= file.row.sequence) return;
    const answer = await ask((office) => office.renew(file));
    // What was done here meanwhile has brought the case up to date itself.
    if (answer === undefined || get().open?.file !== file) return;
    dispatch({ type: "case-renewed", case: id, answer });
    const isDone = answer.kind === "file" && newest?.sequence === Number.POSITIVE_INFINITY;
    if (isDone || answer.kind === "refused") newest = null;
    await settleLine(id, answer);
  }

  async function settleLine(id: CaseId, answer: CaseAnswer): Promise<void> {
    if (!("file" in answer) && answer.kind !== "left") return;
    await ask(async (office) => {
      if ("file" in answer) await office.put(answer.file);
      else await office.ledger.ask("drop", { cases: [id] });
      return { kind: "settled" };
    });
    await look();
  }

  return { refreshList, lookForChanges, look, seek, settleLine };
}
