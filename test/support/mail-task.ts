import type { MailServer } from "../../worker/platform/mail-server.ts";

/** What a test asks of the server's mail. */
export type MailTask = {
  readonly server: MailServer;
  readonly patience: number;
  readonly messages: readonly { readonly from: string; readonly to: string; readonly text: string }[];
};
