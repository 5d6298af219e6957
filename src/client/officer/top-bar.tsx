import type { JSX } from "preact";
import type { CommitteeId } from "../../domain/ids.ts";
import { formatDate } from "../../i18n/format.ts";
import { isReviewed } from "../../i18n/language.ts";
import { committeeName } from "../../i18n/law.ts";
import { Icon } from "../ui/icon.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { Notice } from "../ui/notice.tsx";
import { AuditButton } from "./audit/audit-sheet.tsx";
import { isActing } from "./acting.ts";
import { hasUnfinished } from "./kept-desk.ts";
import { PasskeyButton } from "./passkeys/passkey-sheet.tsx";
import type { Session, State } from "./state.ts";
import { useTools } from "./tools.ts";

/** Name of the product, whose desk it is, language, help, lock. */
export function TopBar({ state }: { readonly state: State }): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say } = words;
  const { session } = state;
  return (
    <header class="top-bar">
      <p class="brand">
        <Icon name="sealed" size={22} />
        <strong>{say("console.name")}</strong>
        <span class="brand-part">{say("console.part")}</span>
      </p>
      {session !== null && state.committee !== null && (
        <CommitteeSwitch session={session} committee={state.committee} isSending={isActing(state)} />
      )}
      <LanguageSwitch
        label={say("console.language")}
        language={state.language}
        onChoose={(language) => {
          dispatch({ type: "language-chosen", language });
        }}
      />
      {session !== null && (
        <div class="top-actions">
          <AuditButton />
          <PasskeyButton />
          <button
            type="button"
            class="button button-quiet help"
            aria-label={say("console.help")}
            onClick={() => {
              dispatch({ type: "help-shown", shown: true });
            }}
          >
            <span class="help-words">{say("console.help")}</span>
            <span class="help-mark" aria-hidden="true">
              ?
            </span>
          </button>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              conductor.leave("locked");
            }}
          >
            <Icon name="key" size={18} />
            {say("console.lock")}
          </button>
        </div>
      )}
    </header>
  );
}

function CommitteeSwitch({
  session,
  committee,
  isSending,
}: {
  readonly session: Session;
  readonly committee: CommitteeId;
  readonly isSending: boolean;
}): JSX.Element {
  const { words, conductor } = useTools();
  const { tree } = session.organisation;
  if (session.committees.length < 2) {
    return (
      <p class="whose-desk">
        <strong>{committeeName(tree, committee)}</strong>
        <span>{session.officer.title}</span>
      </p>
    );
  }
  return (
    <label class="whose-desk">
      <span class="visually-hidden">{words.say("console.committee")}</span>
      <select
        class="select"
        value={committee}
        aria-disabled={isSending ? "true" : undefined}
        onChange={(event) => {
          if (isSending) {
            // Nothing is drawn anew: the control itself has to go back.
            event.currentTarget.value = committee;
            return;
          }
          const chosen = session.committees.find((id) => id === event.currentTarget.value);
          if (chosen !== undefined) conductor.chooseCommittee(chosen);
        }}
      >
        {session.committees.map((id) => (
          <option key={id} value={id}>
            {committeeName(tree, id)}
          </option>
        ))}
      </select>
      <span>{session.officer.title}</span>
    </label>
  );
}

/** What holds for the whole desk: a wrong clock, an unread translation, an illustration, the coming lock. */
export function Banners({ state }: { readonly state: State }): JSX.Element {
  const { say } = useTools().words;
  const { session, language } = state;
  const notice = session?.organisation.payload.organisation.notice ?? null;
  const differs = session !== null && session.deviceDay !== session.serverDay;
  return (
    <aside class="banners" aria-label={say("console.notices")}>
      {notice !== null && (
        <details class="demonstration">
          <summary>{say("console.demonstration")}</summary>
          <p lang="vi">{notice}</p>
        </details>
      )}
      {!isReviewed[language] && <p class="demonstration">{say("console.not-reviewed")}</p>}
      {differs && (
        <Notice tone="warn" live="status">
          <p>
            {say("console.device-day", {
              device: formatDate(language, session.deviceDay),
              server: formatDate(language, session.serverDay),
            })}
          </p>
        </Notice>
      )}
      <div aria-live="polite">
        {state.locksSoon && (
          <Notice tone="warn">
            <p>
              {say("console.locks-soon")} {hasUnfinished(state) && say("console.draft-is-kept")}
            </p>
          </Notice>
        )}
      </div>
    </aside>
  );
}
