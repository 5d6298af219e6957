import type { CaseAnswer } from "../../src/client/desk/act.ts";
import { readLetterAgain, viewCase } from "../../src/client/desk/act.ts";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import type { CaseFile } from "../../src/client/desk/case-file.ts";
import type { Order } from "../../src/client/desk/orders.ts";
import type { Desk } from "../../src/client/desk/session.ts";
import type { CaseId } from "../../src/domain/ids.ts";

/** The file that an answer holds; anything else is a broken test. */
export function requireFile(answer: CaseAnswer): CaseFile {
  if (answer.kind === "file") return answer.file;
  throw new Error(JSON.stringify(answer, (key, value: unknown) => (key === "file" ? "…" : value)));
}

/** The case without its letter. */
export async function view(desk: Desk, id: CaseId): Promise<CaseFile> {
  return requireFile(await viewCase(desk, id));
}

/** The case with its letter, which somebody has opened before. */
export async function read(desk: Desk, id: CaseId): Promise<CaseFile> {
  return await withEntriesLeft(await readLetterAgain(desk, await view(desk, id)));
}

/** One order after the other, each on what came of the one before. */
export async function order(desk: Desk, file: CaseFile, ...orders: readonly Order[]): Promise<CaseFile> {
  let now = file;
  for (const each of orders) now = await withEntriesLeft(await carryOut(desk, now, each));
  return now;
}

/** What is left for the list goes out behind an answer, and nobody waits for it: the server here has it by the next turn. */
async function withEntriesLeft(answer: CaseAnswer): Promise<CaseFile> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  return requireFile(answer);
}

export const open: Order = { command: "open" };
export const acknowledge: Order = { command: "acknowledge", message: "Đã nhận." };
export const classify: Order = {
  command: "classify",
  kind: "report",
  substance: "report",
  category: "B3",
  eligible: true,
  remark: "Thuộc nhóm B.",
};
export const begin: Order = { command: "begin-verification" };
export const verified: Order = { command: "note", note: { kind: "verification" }, remark: "Đã kiểm tra." };
export const heard: Order = {
  command: "note",
  note: { kind: "person-heard", declined: false },
  remark: "Đã nghe giải trình.",
};
export const conclude: Order = {
  command: "conclude",
  outcome: "partly-true",
  againstPerson: true,
  remedyOrdered: true,
  message: "Đúng một phần.",
};

/** A sealed letter brought to verification. */
export const toVerification: readonly Order[] = [open, acknowledge, classify, begin];
