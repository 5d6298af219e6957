import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ReceiptCode } from "../../../envelope/receipt-code.ts";
import { formatDate } from "../../../i18n/format.ts";
import type { Language } from "../../../i18n/language.ts";
import { doubtIn } from "../../reporter/doubt.ts";
import type { Transport } from "../../transport.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useHeadingFocus } from "../heading-focus.ts";
import { sayFault, sayKeyFault } from "../sending/faults.ts";
import { createPatience } from "../sending/patience.ts";
import type { Words } from "../words.ts";
import { CasePage } from "./case.tsx";
import type * as CaseDesk from "./case-desk.ts";
import type { OpenCase, Visit } from "./case-desk.ts";
import { CodePage } from "./code.tsx";
import { DeedList } from "./deed-list.tsx";
import { DeedPage } from "./deed-page.tsx";
import { holdsDraft, noDrafts, withoutDraft } from "./drafts.ts";
import { FormalPage } from "./formal-page.tsx";
import type { ChosenDeed } from "./permissions.ts";
import { Reply } from "./reply.tsx";
import { useDeedSending } from "./use-sending.ts";
import { loadReturnWords, type ReturnWords, vietnameseReturn } from "./words.ts";

type Desk = typeof CaseDesk;
type Trouble = Exclude<Visit, { kind: "open" }> | { readonly kind: "not-loaded" };

/** What lies on the table: nothing yet, or a case with the functions that it was opened with. */
type Table = { readonly opened: OpenCase; readonly desk: Desk } | null;

type Props = {
  readonly transport: Transport;
  readonly onNotice: (notice: string | null) => void;
  readonly onReplying: (isReplying: boolean) => void;
  readonly onClose: () => void;
};

/** The way back, in the language of the page. */
export function Return({ words: pageWords, ...props }: Props & { readonly words: Words }): JSX.Element {
  const { language, say } = pageWords;
  const [words, isMissing, again] = useReturnWords(language);
  if (words !== null) return <WayBackIn words={words} {...props} />;
  if (!isMissing)
    return (
      <h1 class="loading" tabIndex={-1}>
        {say("step.loading")}
      </h1>
    );
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say("error.unreachable")}</h1>
      <Button kind="primary" onPress={again}>
        {say("error.retry")}
      </Button>
    </div>
  );
}

/** The words of the way back; those of the language before stay until the others have come. */
function useReturnWords(language: Language): [ReturnWords | null, boolean, () => void] {
  const [words, setWords] = useState(language === "vi" ? vietnameseReturn : null);
  const [isMissing, setMissing] = useState(false);
  const wanted = useRef(language);
  wanted.current = language;
  const load = useCallback(() => {
    setMissing(false);
    const go = async () => {
      const loaded = await loadReturnWords(language).catch(() => null);
      // Another may have been chosen meanwhile, and come sooner.
      if (wanted.current !== language) return;
      if (loaded === null) setMissing(true);
      else setWords(loaded);
    };
    void go();
  }, [language]);
  useEffect(load, [load]);
  return [words, isMissing, load];
}

/** The code, then the case, and on pages of their own what can be done about it. */
function WayBackIn({
  words,
  transport,
  onNotice,
  onReplying,
  onClose,
}: Props & { readonly words: ReturnWords }): JSX.Element {
  const [table, setTable] = useState<Table>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isRefreshed, setRefreshed] = useState(false);
  const [drafts, setDrafts] = useState(noDrafts);
  const [chosen, setChosen] = useState<ChosenDeed | null>(null);
  const patience = useRef(createPatience());
  useHeadingFocus(table === null ? "code" : (chosen ?? "case"));
  useForgetting(table);
  useEffect(() => {
    onReplying(holdsDraft(drafts));
  }, [drafts, onReplying]);
  const look = useCallback(
    (ask: (desk: Desk) => Promise<Visit>, isAgain: boolean) => {
      setBusy(true);
      setTrouble(null);
      setRefreshed(false);
      const go = async () => {
        const [outcome, desk] = await visitUntilAnswered(ask, setTrouble, patience.current.pause);
        setBusy(false);
        if (outcome.kind !== "open" || desk === undefined) {
          setTrouble(outcome.kind === "open" ? { kind: "not-loaded" } : outcome);
          return;
        }
        setTrouble(null);
        setTable({ opened: outcome.opened, desk });
        setRefreshed(isAgain);
        onNotice(outcome.opened.organisation.payload.organisation.notice);
      };
      void go();
    },
    [onNotice],
  );
  const opened = table?.opened;
  const again = () => {
    if (opened !== undefined) look(async (desk) => await desk.lookAgain(transport, opened), true);
  };
  const deedSending = useDeedSending(transport, table?.desk, ({ deed }) => {
    setDrafts((typed) => withoutDraft(typed, deed.kind));
    setChosen(null);
    again();
  });
  const sentence = trouble === null ? null : sayTrouble(words, trouble);
  if (table === null)
    return (
      <CodePage
        words={words}
        isOpening={isBusy}
        trouble={sentence}
        onOpen={(code: ReceiptCode) => {
          look(async (desk) => await desk.visit(transport, code), false);
        }}
        onBack={onClose}
      />
    );
  const leave = (to: ChosenDeed | null) => {
    deedSending.forget();
    setChosen(to);
  };
  const props = {
    words,
    drafts,
    deedSending,
    ...table,
    onDraft: setDrafts,
    onBack: () => {
      leave(null);
    },
  };
  if (chosen === "make-formal") return <FormalPage {...props} />;
  if (chosen !== null) return <DeedPage key={chosen} kind={chosen} {...props} />;
  return (
    <CasePage
      {...{ words, isRefreshed, onClose }}
      opened={table.opened}
      trouble={sentence}
      isLooking={isBusy}
      onLook={again}
    >
      <Sent words={words} sentFor={deedSending.sentFor} />
      <Deeds {...props} onChoose={leave} />
    </CasePage>
  );
}

/** What was sent, and when somebody will see it. */
function Sent({
  words: { language, say },
  sentFor,
}: {
  readonly words: ReturnWords;
  readonly sentFor: ReturnType<typeof useDeedSending>["sentFor"];
}): JSX.Element | null {
  const place = useRef<HTMLDivElement>(null);
  // The field and the button that had the focus are gone until the message has been passed on.
  useEffect(() => {
    if (sentFor !== null) place.current?.focus();
  }, [sentFor]);
  if (sentFor === null) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="good" live="status">
        <p>{say("case.reply.sent")}</p>
        <p>{say("case.reply.release", { date: formatDate(language, sentFor) })}</p>
      </Notice>
    </div>
  );
}

/** Writing and everything else that can be sent, or why nothing can. A message that waits blocks the next. */
function Deeds({
  onChoose,
  ...props
}: Parameters<typeof Reply>[0] & { readonly onChoose: (kind: ChosenDeed) => void }): JSX.Element {
  const { words, opened, deedSending } = props;
  const { say } = words;
  const { view } = opened;
  if (doubtIn(view) !== null) return <Notice>{say("deeds.doubtful")}</Notice>;
  if (view.state.erasedOn !== null) return <Notice>{say("deeds.erased")}</Notice>;
  if (!view.released || view.waiting > 0) return <Notice>{say("deeds.waiting")}</Notice>;
  return (
    <>
      <Reply {...props} />
      <DeedList {...{ words, opened, onChoose }} isBusy={deedSending.isBusy} />
    </>
  );
}

/** Asks; while the letterbox is busy, asks again by itself. */
async function visitUntilAnswered(
  ask: (desk: Desk) => Promise<Visit>,
  onTrouble: (trouble: Trouble) => void,
  pause: (seconds: number) => Promise<void>,
): Promise<readonly [Visit | Trouble, Desk | undefined]> {
  const desk = await import("./case-desk.ts").catch(() => undefined);
  if (desk === undefined) return [{ kind: "not-loaded" }, undefined];
  for (;;) {
    // What stretches the code is a chunk of its own, which may not come either.
    const visit = await ask(desk).catch((): Trouble => ({ kind: "not-loaded" }));
    if (visit.kind !== "busy") return [visit, desk];
    onTrouble(visit);
    await pause(visit.retryAfterSeconds);
  }
}

function sayTrouble(words: ReturnWords, trouble: Trouble): string {
  const { say } = words;
  switch (trouble.kind) {
    case "unknown-code":
      return say("code.unknown");
    case "unreadable":
    case "busy":
    case "unreachable":
      return say(`error.${trouble.kind}`);
    case "refused":
      return say(`error.${trouble.code}`);
    case "not-loaded":
      return say("crypto.missing");
    case "fault":
      return typeof trouble.fault === "string"
        ? sayKeyFault(words, trouble.fault)
        : sayFault(words, trouble.fault);
    default:
      return trouble satisfies never;
  }
}

/** The keys of a case are overwritten when it is closed, and those of a look before when there is a newer one. */
function useForgetting(table: Table): void {
  const shown = useRef(table);
  shown.current = table;
  useEffect(
    () => () => {
      const last = shown.current;
      if (last !== null) last.desk.closeCase(last.opened);
    },
    [],
  );
}
