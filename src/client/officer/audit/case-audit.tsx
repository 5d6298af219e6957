import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CheckedEntry } from "../../../crypto/audit.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { committeeName } from "../../../i18n/law.ts";
import type { CaseAudit } from "../../desk/case-audit.ts";
import { actingCommittee, type CaseFile } from "../../desk/case-file.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Day } from "../clock-words.tsx";
import type { Session, State } from "../state.ts";
import { useTools } from "../tools.ts";
import { AuditStatus } from "./audit-status.tsx";
import { countLogFaults, sayAct, sayCaseFault, sayOfficer } from "./audit-words.ts";

type CaseAuditProps = { readonly state: State; readonly file: CaseFile; readonly session: Session };

/** Who did what on the case, asked for when somebody wants to know, and again whenever the case has moved. */
export function WhoDidWhat({ state, file, session }: CaseAuditProps): JSX.Element {
  const { words, conductor } = useTools();
  const { say } = words;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) conductor.askCaseAudit();
  }, [isOpen, file]);
  const { audit } = state;
  const committee = actingCommittee(file) ?? file.state.committee;
  const ofCase = audit.ofCase?.case === file.row.case ? audit.ofCase : null;
  return (
    <details
      class="block who-did-what"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <h3>{say("audit.case.title")}</h3>
      </summary>
      <p class="remark">
        {say("audit.case.lead", { committee: committeeName(session.organisation.tree, committee) })}
      </p>
      <AuditStatus
        audit={audit}
        isWaiting={ofCase === null}
        onRetry={() => {
          conductor.askCaseAudit();
        }}
      />
      {ofCase !== null && <CaseLog audit={ofCase} />}
    </details>
  );
}

function CaseLog({ audit }: { readonly audit: CaseAudit }): JSX.Element {
  const { words } = useTools();
  const { say } = words;
  const { acts, log } = audit;
  return (
    <>
      <CaseFaults audit={audit} />
      {acts.length === 0 && <p class="empty">{say("audit.case.none")}</p>}
      <ol class="history acts-log">
        {acts.map((entry) => (
          <li key={entry.sequence} class={entry.faults.length === 0 ? "entry" : "entry entry-doubtful"}>
            <p class="entry-head">
              {entry.act !== null && <Day on={entry.act.on} />}
              <strong>{sayAct(words, entry)}</strong>
              <span>{sayOfficer(log, entry)}</span>
              <Proof entry={entry} />
            </p>
            {entry.faults.map((fault) => (
              <p key={fault} class="unreadable">
                {say(`audit.fault.${fault}`)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What does not add up: of this case in full, of the rest of the log how much. */
function CaseFaults({ audit }: { readonly audit: CaseAudit }): JSX.Element {
  const { words, conductor, dispatch } = useTools();
  const { say, language } = words;
  const { acts, faults, log } = audit;
  const elsewhere = countLogFaults(log) - acts.reduce((count, entry) => count + entry.faults.length, 0);
  const isDoubtful = faults.length > 0 || acts.some((entry) => entry.faults.length > 0);
  if (!isDoubtful && elsewhere === 0) return <p class="remark">{say("audit.case.good")}</p>;
  return (
    <Notice tone="bad" live="alert">
      {isDoubtful && <p class="warning-title">{say("audit.case.bad")}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>{sayCaseFault(words, fault)}</li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p>{say("audit.case.elsewhere", { count: formatNumber(language, elsewhere) })}</p>}
      <p>{say("audit.advice")}</p>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          dispatch({ type: "audit-shown", shown: true });
          conductor.askAudit(false);
        }}
      >
        {say("audit.sheet.open")}
      </button>
    </Notice>
  );
}

/** Whether the officer who is named has signed it, and its number in the log. */
function Proof({ entry }: { readonly entry: CheckedEntry }): JSX.Element {
  const { say, language } = useTools().words;
  const { proof, sequence } = entry;
  const number = say("audit.number", { number: formatNumber(language, sequence) });
  if (proof === "signed")
    return (
      <span class="verified">
        <Icon name="check" size={14} />
        {say("audit.proof.signed")} · {number}
      </span>
    );
  return (
    <span class="verified verified-not">
      {proof === "unproven" ? say("audit.proof.unproven") : say("audit.proof.none")} · {number}
    </span>
  );
}
