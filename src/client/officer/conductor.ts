import type { CaseId, CommitteeId } from "../../domain/ids.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { CaseAnswer } from "../desk/act.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { obstacleTo } from "./case-permissions.ts";
import type { Entrance, Office } from "./office.ts";
import type { Event, GateReason, SignInProblem, State } from "./state.ts";

/** The state on the screen and the way to change it. */
export type Store = { readonly get: () => State; readonly dispatch: (event: Event) => void };

/** Lets an officer in; `onStretched` is called when the slow part is over. Rejects only if the key cannot be computed. */
export type Enter = (
  credentials: { readonly loginName: string; readonly passphrase: string; readonly deviceDay: PlainDate },
  onStretched: () => void,
) => Promise<Entrance>;

/** What the pages can ask for. Every one returns at once; what comes of it arrives as an event. */
export type Conductor = {
  signIn(loginName: string, passphrase: string, deviceDay: PlainDate): void;
  leave(reason: Exclude<GateReason, "start">): void;
  chooseCommittee(committee: CommitteeId): void;
  refresh(): void;
  openCase(id: CaseId): void;
  openLetter(): void;
  send(): void;
};

/**
 * Does what the pages ask for, one thing after the other. It alone holds the office and so the keys; an answer that
 * comes after the office was left is dropped.
 */
export function createConductor({ get, dispatch }: Store, enter: Enter): Conductor {
  let office: Office | null = null;

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
    const { committee } = get();
    if (committee === null) return;
    dispatch({ type: "list-asked" });
    const listing = await ask((office) => office.list(committee));
    if (listing !== undefined && get().committee === committee) dispatch({ type: "list-answered", listing });
  }

  async function openCase(id: CaseId): Promise<void> {
    if (get().open?.step === "sending") return;
    dispatch({ type: "case-asked", case: id });
    const answer = await ask((office) => office.view(id));
    if (answer === undefined) return;
    dispatch({ type: "case-answered", case: id, answer });
    // By the row, not by the checked history: a letter stays readable when its history is doubtful.
    if (answer.kind === "file" && answer.file.row.status !== "sent") await readLetter(answer.file);
  }

  async function readLetter(file: CaseFile): Promise<void> {
    const id = file.row.case;
    if (get().open?.id !== id) return;
    dispatch({ type: "letter-asked" });
    const answer = await ask((office) => office.read(file));
    if (answer !== undefined) dispatch({ type: "letter-answered", case: id, answer });
  }

  async function openLetter(): Promise<void> {
    const { open } = get();
    if (open?.file == null || open.step !== "ready") return;
    const { file } = open;
    if (file.row.status !== "sent") {
      await readLetter(file);
      return;
    }
    if (obstacleTo("open", file) !== null) return;
    dispatch({ type: "letter-asked" });
    const answer = await ask((office) => office.open(file));
    if (answer === undefined) return;
    dispatch({ type: "letter-answered", case: open.id, answer });
    await reloadAfter(open.id, answer);
  }

  async function send(): Promise<void> {
    const { open, drafts } = get();
    const draft = open === null ? undefined : drafts.get(open.id);
    if (open?.file == null || open.step !== "ready" || draft === undefined) return;
    const { file } = open;
    const { command } = draft;
    const text = draft.text.trimEnd();
    if (text === "" || obstacleTo(command, file) !== null) return;
    dispatch({ type: "sending" });
    const answer = await ask((office) => office.write(command, file, text));
    if (answer === undefined) return;
    dispatch({ type: "sent", case: open.id, command, text, answer });
    await reloadAfter(open.id, answer);
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
    refresh: () => void refresh(),
    openCase: (id) => void openCase(id),
    openLetter: () => void openLetter(),
    send: () => void send(),
  };
}

function isSignedOut(answer: { readonly kind: string; readonly code?: string }): boolean {
  return answer.kind === "refused" && answer.code === "signed-out";
}
