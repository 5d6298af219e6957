import type { JSX } from "preact";
import { committeeName } from "../../i18n/law.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { Notice } from "../ui/notice.tsx";
import type { Session } from "./state.ts";
import { useTools } from "./tools.ts";

/** Says as whom the case is seen, and what of it may be seen now. */
export function SuperiorNote({
  file,
  session,
}: {
  readonly file: CaseFile;
  readonly session: Session;
}): JSX.Element {
  const { say } = useTools().words;
  const committee = committeeName(session.organisation.tree, file.state.committee);
  return (
    <Notice>
      <p>{say("superior.as", { committee })}</p>
      <p>{file.superiorMayRead ? say("superior.may-read") : say("superior.may-not-read")}</p>
    </Notice>
  );
}
