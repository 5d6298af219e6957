import type { NoticeOutcome } from "../../src/api/notices.schema.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";
import type { Mail, MailMessage } from "./platform.ts";
import type { MailServer } from "./mail-server.ts";
import { createLine, type Line, LineFault, untilOpen } from "./smtp.line.ts";

/** Opens a connection; the one thing that differs from machine to machine. */
export type Connect = (server: MailServer) => Socket;

/** Longer than a server that makes strangers wait; so many turns cannot fill an hour. */
const usualPatience = 20_000;
/** A message at which the server hangs up must not take those after it along, nor may it go on for ever. */
const mostLines = 2;

const dataEnd = toUtf8("\r\n.\r\n");

/**
 * Sends over SMTP (RFC 5321), one connection for many messages. Our own, because what a library makes of a message differs from
 * one sending to the next (boundaries drawn at random), and because it must refuse a line that is not private.
 */
export function createSmtpMail(server: MailServer, connect: Connect, patience = usualPatience): Mail {
  return {
    async send(messages) {
      const outcomes: NoticeOutcome[] = [];
      let lastFault: NoticeOutcome = "broken-off";
      for (let lines = 0; lines < mostLines && outcomes.length < messages.length; lines++) {
        const before = outcomes.length;
        lastFault = await overOneLine(server, connect, patience, messages, outcomes);
        // Nobody there, or nobody who lets us in: a second call would be answered no better.
        if (outcomes.length === before) break;
      }
      return messages.map((_, index) => outcomes[index] ?? lastFault);
    },
  };
}

/** Sends what has no outcome yet, until all has or the line breaks. Answers with why it broke. */
async function overOneLine(
  server: MailServer,
  connect: Connect,
  patience: number,
  messages: readonly MailMessage[],
  outcomes: NoticeOutcome[],
): Promise<NoticeOutcome> {
  let line: Line | undefined;
  let isIn = false;
  try {
    const socket = connect(server);
    line = createLine(socket, patience);
    await untilOpen(socket, patience);
    line = await enter(server, line);
    isIn = true;
    while (outcomes.length < messages.length) {
      const message = messages[outcomes.length];
      if (message === undefined) break;
      outcomes.push(await sendOne(line, message));
    }
    await line.say("QUIT");
    return "sent";
  } catch (error) {
    const fault = error instanceof LineFault ? error.fault : "broken-off";
    // The one that was on its way when the line broke.
    if (isIn && outcomes.length < messages.length) outcomes.push(fault);
    return fault;
  } finally {
    await line?.close();
  }
}

/** Greeting, TLS and log-in. */
async function enter({ security, login, greeting }: MailServer, first: Line): Promise<Line> {
  let line = first;
  await demand(line, 220);
  let offers = await greet(line, greeting);
  if (security === "starttls") {
    if (!offers.some((offer) => /^STARTTLS$/i.test(offer))) throw new LineFault("insecure");
    await line.say("STARTTLS");
    await demand(line, 220);
    line = line.secure();
    offers = await greet(line, greeting);
  }
  if (login !== null) await logIn(line, login, offers);
  return line;
}

async function greet(line: Line, greeting: string): Promise<readonly string[]> {
  await line.say(`EHLO ${greeting}`);
  return demand(line, 250);
}

async function logIn(
  line: Line,
  { user, password }: { readonly user: string; readonly password: string },
  offers: readonly string[],
): Promise<void> {
  const methods =
    offers
      .find((offer) => /^AUTH /i.test(offer))
      ?.toUpperCase()
      .split(" ") ?? [];
  if (methods.includes("PLAIN")) {
    await line.say(`AUTH PLAIN ${toBase64(toUtf8(`\0${user}\0${password}`))}`);
  } else if (methods.includes("LOGIN")) {
    await line.say("AUTH LOGIN");
    for (const word of [user, password]) {
      if ((await line.hear()).code !== 334) throw new LineFault("login-refused");
      await line.say(toBase64(toUtf8(word)));
    }
  } else throw new LineFault("login-refused");
  if ((await line.hear()).code !== 235) throw new LineFault("login-refused");
}

/** One message. A server that will not have it says so, and is asked for the next. */
async function sendOne(line: Line, { from, to, bytes }: MailMessage): Promise<NoticeOutcome> {
  for (const [command, code] of [
    [`MAIL FROM:<${from}>`, 250],
    [`RCPT TO:<${to}>`, 250],
    ["DATA", 354],
  ] as const) {
    await line.say(command);
    const answer = await line.hear();
    if (answer.code === code || (code === 250 && answer.code === 251)) continue;
    return refusedAt(line, answer.code);
  }
  await line.say(bytes);
  await line.say(dataEnd);
  const { code } = await line.hear();
  return code === 250 ? "sent" : refusedAt(line, code);
}

async function refusedAt(line: Line, code: number): Promise<NoticeOutcome> {
  // 421: it hangs up.
  if (code === 421) throw new LineFault("broken-off");
  await line.say("RSET");
  await line.hear();
  return "refused";
}

async function demand(line: Line, code: number): Promise<readonly string[]> {
  const answer = await line.hear();
  if (answer.code !== code) throw new LineFault("refused");
  return answer.lines;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
