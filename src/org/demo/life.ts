import type { Order } from "../../client/desk/orders.ts";
import type { Deed } from "../../client/reporter/seal-deed.ts";
import type {
  LetterCategory,
  LetterFacts,
  LetterLanguage,
  SelfDescription,
} from "../../crypto/letter.schema.ts";
import type { AccusedRole } from "../../domain/conflict.ts";
import type { CaseId, CommitteeId, OfficerId } from "../../domain/ids.ts";
import { catalogueVersion, type Topic, type topics } from "../../domain/manifestations.ts";

/** What an order may have to know that only the running demonstration tells. */
export type Circumstances = {
  /** The case of another letter, by its name. */
  readonly caseOf: (name: string) => CaseId;
  /** Where in the chain the reporter's signed word lies. */
  readonly statementAt: () => number;
};

/** What somebody did to a case, so many days before the day of the first start. */
export type DemoAct = { readonly daysAgo: number } & (
  | {
      /** An officer of the committee in charge, or of its superior; a login name says which of several. */
      readonly by: "officer" | "superior";
      readonly loginName?: string;
      readonly order: Order | ((at: Circumstances) => Order);
    }
  | { readonly by: "reporter"; readonly deed: Deed; readonly text: string }
);

/** A letter of the demonstration. Everything in it is invented. Days count back from the day of the first start. */
export type DemoLetter = {
  /** By which other letters, and the start, speak of it. */
  readonly name?: string;
  readonly unit: string | null;
  readonly about: AccusedRole;
  readonly text: string;
  readonly daysAgo: number;
  readonly language?: LetterLanguage;
  readonly self?: SelfDescription;
  /** What the writer answered beside the text; what is not here was left out. */
  readonly category?: LetterCategory;
  readonly facts?: Partial<LetterFacts>;
  /** In the order in which they happened. */
  readonly life: readonly DemoAct[];
};

/** What a writer chose by the plain questions: one of the manifestations below a topic, or none of them. */
export function chose<Asked extends Topic>(
  topic: Asked,
  code: (typeof topics)[Asked][number] | null,
): LetterCategory;
export function chose(topic: "other", code: null): LetterCategory;
export function chose(topic: string, code: string | null): LetterCategory {
  return { catalogue: catalogueVersion, topic, code };
}

/** An act of the committee in charge. */
export function ordered(daysAgo: number, order: Order | ((at: Circumstances) => Order)): DemoAct {
  return { daysAgo, by: "officer", order };
}

/** An act of its superior. */
export function bySuperior(daysAgo: number, order: Order): DemoAct {
  return { daysAgo, by: "superior", order };
}

/** An act of one officer among several of the committee. */
export function orderedBy(loginName: string, daysAgo: number, order: Order): DemoAct {
  return { daysAgo, by: "officer", loginName, order };
}

/** Something that the sender did later. */
export function wrote(daysAgo: number, text: string, deed: Deed = { kind: "message" }): DemoAct {
  return { daysAgo, by: "reporter", deed, text };
}

export const opened = (daysAgo: number): DemoAct => ordered(daysAgo, { command: "open" });

export const acknowledgement: Order = {
  command: "acknowledge",
  message:
    "Cấp ủy đã tiếp nhận phản ánh của ông (bà) và đang xem xét. Kết quả sẽ được trả lời trong hộp thư này, chậm nhất vào ngày đã ghi trên biên nhận.",
};

export const acknowledged = (daysAgo: number): DemoAct => ordered(daysAgo, acknowledgement);

/** The classification of a report on a manifestation of the catalogue; null: none of them. */
export const asReport = (category: string | null, eligible = true): Order => ({
  command: "classify",
  kind: "report",
  substance: "report",
  category,
  eligible,
  remark: eligible
    ? "Nội dung cụ thể, có thể thẩm tra."
    : "Không nêu ai, việc gì, ở đâu; không thẩm tra được.",
});

/** Opened, acknowledged and classified, from a day on, one day each. */
export const metFrom = (daysAgo: number, category: string | null, eligible = true): readonly DemoAct[] => [
  opened(daysAgo),
  acknowledged(daysAgo - 1),
  ordered(daysAgo - 2, asReport(category, eligible)),
];

/** The same, and verification begun the day after. */
export const verifyingFrom = (daysAgo: number, category: string | null): readonly DemoAct[] => [
  ...metFrom(daysAgo, category),
  ordered(daysAgo - 3, { command: "begin-verification" }),
];

export const heard = (daysAgo: number): DemoAct =>
  ordered(daysAgo, {
    command: "note",
    note: { kind: "person-heard", declined: false },
    remark: "Đã nghe người được phản ánh trình bày tại trụ sở, có biên bản.",
  });

export const verified = (daysAgo: number): DemoAct =>
  ordered(daysAgo, {
    command: "note",
    note: { kind: "verification" },
    remark: "Đã đối chiếu sổ thu chi và làm việc với trưởng ấp.",
  });

export const committee = (id: string): CommitteeId => id as CommitteeId;
export const officer = (loginName: string): OfficerId => loginName.replace(".", "-") as OfficerId;
