import type { JSX } from "preact";
import { Icon } from "../../ui/icon.tsx";
import { useTools } from "../tools.ts";
import type { AuditState } from "./audit-state.ts";

/** That the log is being read, or why it could not be. */
export function AuditStatus({
  audit,
  isWaiting,
  onRetry,
}: {
  readonly audit: AuditState;
  /** There is nothing to show yet. */
  readonly isWaiting: boolean;
  readonly onRetry: () => void;
}): JSX.Element {
  const { say } = useTools().words;
  return (
    <div aria-live="polite">
      {audit.loading && isWaiting && (
        <p class="progress">
          <span class="spinner" aria-hidden="true" />
          {say("audit.loading")}
        </p>
      )}
      {audit.failure !== null && (
        <div class="failure">
          <p>
            <Icon name="warning" size={18} /> {say(`audit.failed.${audit.failure}`)}
          </p>
          <button type="button" class="button button-secondary" onClick={onRetry}>
            {say("audit.retry")}
          </button>
        </div>
      )}
    </div>
  );
}
