import { toUtf8 } from "../../../src/envelope/bytes.ts";
import { createCloudflareMail } from "../../../worker/platform/cloudflare-mail.ts";
import type { MailTask } from "../../support/mail-task.ts";

/** The server's mail and nothing else, so that a test can name another mail server each time. */
export default {
  async fetch(request) {
    const { server, patience, messages } = (await request.json()) as MailTask;
    const mail = createCloudflareMail(server, patience);
    const finished = messages.map(({ text, ...rest }) => ({ ...rest, bytes: toUtf8(text) }));
    return Response.json(await mail.send(finished));
  },
} satisfies ExportedHandler;
