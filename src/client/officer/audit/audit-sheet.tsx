import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { fromBase64url } from "../../../envelope/base64url.ts";
import { fingerprintGroups } from "../../../envelope/fingerprint-groups.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { AuditLog } from "../../desk/audit.ts";
import { Notice } from "../../ui/notice.tsx";
import type { State } from "../state.ts";
import { useTools } from "../tools.ts";
import { AuditStatus } from "./audit-status.tsx";
import { sayLogFaults } from "./audit-words.ts";
import "./audit.css";

/** So many faults are listed; whoever has more has one problem, and not many. */
const shownFaults = 20;

/** Opens the log of the committee whose desk this is. */
export function AuditButton(): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => {
        dispatch({ type: "audit-shown", shown: true });
        conductor.askAudit(false);
      }}
    >
      {words.say("audit.sheet.open")}
    </button>
  );
}

/** The committee's whole log: how much of it is proven, what does not add up, and its groups of digits. */
export function AuditSheet({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const { audit, committee, session } = state;
  const log = audit.log?.committee === committee ? audit.log : null;
  const close = () => {
    dispatch({ type: "audit-shown", shown: false });
  };
  useEffect(() => {
    if (audit.shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [audit.shown]);
  const name =
    session === null || committee === null ? "" : committeeName(session.organisation.tree, committee);
  return (
    <dialog class="audit-sheet" ref={dialog} aria-labelledby="audit-title" onClose={close}>
      <h2 id="audit-title">{say("audit.sheet.title", { committee: name })}</h2>
      <p class="remark">{say("audit.sheet.lead")}</p>
      <AuditStatus
        audit={audit}
        isWaiting={log === null || audit.loading}
        onRetry={() => {
          conductor.askAudit(false);
        }}
      />
      {log !== null && <WholeLog log={log} />}
      <p class="audit-buttons">
        <button
          type="button"
          class="button button-secondary"
          aria-disabled={audit.loading}
          onClick={() => {
            conductor.askAudit(true);
          }}
        >
          {say("audit.sheet.anew")}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            print();
          }}
        >
          {say("audit.sheet.print")}
        </button>
        <button type="button" class="button button-primary" onClick={close}>
          {say("audit.sheet.close")}
        </button>
      </p>
    </dialog>
  );
}

function WholeLog({ log }: { readonly log: AuditLog }): JSX.Element {
  const { say } = useTools().words;
  return (
    <>
      <LogFaults log={log} />
      {log.entries.length === 0 ? (
        <p class="empty">{say("audit.sheet.empty")}</p>
      ) : (
        <>
          <Counts log={log} />
          <Groups log={log} />
        </>
      )}
    </>
  );
}

function LogFaults({ log }: { readonly log: AuditLog }): JSX.Element {
  const { words } = useTools();
  const { say, language } = words;
  const faults = sayLogFaults(words, log);
  if (faults.length === 0) return <Notice tone="good">{say("audit.sheet.good")}</Notice>;
  const more = faults.length - shownFaults;
  return (
    <Notice tone="bad" live="alert">
      <p class="warning-title">{say("audit.sheet.bad")}</p>
      <ul>
        {faults.slice(0, shownFaults).map((fault, index) => (
          <li key={index}>{fault}</li>
        ))}
      </ul>
      {more > 0 && <p>{say("audit.sheet.more", { count: formatNumber(language, more) })}</p>}
      <p>{say("audit.advice")}</p>
    </Notice>
  );
}

function Counts({ log: { entries } }: { readonly log: AuditLog }): JSX.Element {
  const { say, language } = useTools().words;
  const count = (proof: AuditLog["entries"][number]["proof"]) =>
    entries.filter((entry) => entry.proof === proof).length;
  const rows = [
    { name: say("audit.sheet.count"), value: entries.length, always: true },
    { name: say("audit.sheet.signed"), value: count("signed"), always: true },
    { name: say("audit.sheet.unproven"), value: count("unproven"), always: false },
    { name: say("audit.sheet.withheld"), value: count("withheld"), always: false },
  ];
  return (
    <dl class="audit-counts">
      {rows
        .filter(({ value, always }) => always || value > 0)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(language, value)}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The log up to a number, as digits that two people can read to each other. */
function Groups({ log: { entries } }: { readonly log: AuditLog }): JSX.Element {
  const { say } = useTools().words;
  const last = entries.at(-1)?.sequence ?? 0;
  const [wanted, setWanted] = useState<number | null>(null);
  const place = wanted ?? last;
  const entry = entries.find(({ sequence }) => sequence === place);
  return (
    <section class="audit-groups" aria-labelledby="audit-groups">
      <h3 id="audit-groups">{say("audit.sheet.groups")}</h3>
      <p class="remark">{say("audit.sheet.groups-lead")}</p>
      <label>
        {say("audit.sheet.up-to")}{" "}
        <input
          class="input"
          type="number"
          inputMode="numeric"
          min={1}
          max={last}
          value={place}
          onInput={({ currentTarget }) => {
            setWanted(currentTarget.valueAsNumber);
          }}
        />
      </label>
      <output class="digits">
        {entry === undefined
          ? say("audit.sheet.no-place")
          : fingerprintGroups(fromBase64url(entry.link)).map((group, index) => (
              <span key={index}>{group}</span>
            ))}
      </output>
    </section>
  );
}
