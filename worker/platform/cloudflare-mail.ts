import { connect } from "cloudflare:sockets";
import type { Mail } from "./platform.ts";
import type { MailServer } from "./mail-server.ts";
import { type Connect, createSmtpMail } from "./smtp.ts";

const transports = { tls: "on", starttls: "starttls", none: "off" } as const;

/** Cloudflare's side of `Mail`: SMTP over a socket of the runtime. Port 25 is closed there; 465 and 587 are not. */
export function createCloudflareMail(server: MailServer, patience?: number): Mail {
  const open: Connect = ({ host, port, security }) =>
    connect({ hostname: host, port }, { secureTransport: transports[security], allowHalfOpen: false });
  return createSmtpMail(server, open, patience);
}
