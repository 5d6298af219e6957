import type {
  Conclusion,
  ExtensionReason,
  OtherPlace,
  RefusalGround,
  SealedNote,
  Substance,
} from "../../domain/case/case.sealed.ts";
import type { CommitteeId, OfficerId } from "../../domain/ids.ts";
import type { ReportKind } from "../../domain/policy.ts";

/**
 * Everything that an officer can do to a case, with what it needs: the public parameters, and what is sealed. `message`
 * goes to the reporter; `reason`, `remark` and `explanation` do not.
 */
export type Order =
  | { readonly command: "open" }
  | { readonly command: "acknowledge"; readonly message: string }
  | { readonly command: "send-message"; readonly message: string }
  | {
      readonly command: "classify";
      readonly kind: ReportKind;
      readonly substance: Substance;
      /** Code of the catalogue; null: khác. */
      readonly category: string | null;
      readonly eligible: boolean;
      readonly remark: string;
    }
  | { readonly command: "ask-reporter"; readonly days: number; readonly message: string }
  | {
      readonly command: "extend";
      readonly days: number;
      readonly reason: ExtensionReason;
      readonly message: string;
    }
  | { readonly command: "begin-verification" }
  | { readonly command: "transfer"; readonly to: CommitteeId; readonly message: string }
  | { readonly command: "propose-superior"; readonly reason: string }
  | { readonly command: "note"; readonly note: SealedNote; readonly remark: string }
  /** `readers`: who reads from now on, all others of the committee no longer. */
  | { readonly command: "hand-over"; readonly readers: readonly OfficerId[]; readonly reason: string }
  /** The officer steps aside; everybody else of the committee whom the case does not concern goes on. */
  | { readonly command: "recuse"; readonly reason: string }
  | {
      readonly command: "refuse";
      readonly ground: RefusalGround;
      readonly whereElse: readonly OtherPlace[];
      readonly message: string;
    }
  | ({ readonly command: "conclude"; readonly message: string } & Conclusion)
  | { readonly command: "close" }
  | { readonly command: "explain"; readonly explanation: string }
  /** Shows the server the reporter's signed word out of the message at this place. */
  | { readonly command: "make-formal"; readonly sequence: number }
  | { readonly command: "demand-explanation" }
  | { readonly command: "open-as-superior" }
  | { readonly command: "take-over"; readonly message: string };

export type OrderName = Order["command"];
