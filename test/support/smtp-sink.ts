import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, TLSSocket } from "node:tls";
import { localhostCertificate } from "./localhost-certificate.ts";

/** How the mail server behaves to whoever connects from now on. */
export type SinkMood =
  | "takes"
  | "refuses"
  | "hangs-up"
  | "says-nothing"
  | "hangs-after-data"
  | "dies-in-data"
  | "drips"
  | "greets-without-end"
  | "offers-no-tls";

export type SinkMessage = { readonly from: string; readonly to: string; readonly bytes: string };

/** A real mail server on this machine that keeps what it gets. */
export type SmtpSink = {
  readonly port: number;
  mood: SinkMood;
  /** Whom it refuses or hangs up on, as its mood is; everybody, if empty. */
  readonly touchy: Set<string>;
  readonly messages: SinkMessage[];
  /** Everything that was said to it, by connection. */
  readonly heard: string[];
  readonly close: () => Promise<void>;
};

export type SinkOptions = {
  readonly security?: "none" | "starttls" | "tls";
  readonly login?: { readonly user: string; readonly password: string };
  readonly port?: number;
};

/** Starts it. With a log-in it takes mail from nobody else, and asks for it under TLS alone. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const { security = "none" } = options;
  const open = new Set<Socket>();
  const server: Server =
    security === "tls"
      ? createTlsServer({ ...localhostCertificate }, (socket) => {
          serve(sink, options, socket, true);
        })
      : createServer((socket) => {
          serve(sink, options, socket, false);
        });
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  const sink: SmtpSink = {
    port: typeof address === "object" && address !== null ? address.port : 0,
    mood: "takes",
    touchy: new Set(),
    messages: [],
    heard: [],
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return sink;
}

type Talk = { from: string; to: string; data: string | null; asked: string[]; isIn: boolean };

function serve(
  sink: SmtpSink,
  options: SinkOptions,
  socket: Socket,
  isPrivate: boolean,
  place?: number,
): void {
  const at = place ?? sink.heard.push("") - 1;
  const talk: Talk = { from: "", to: "", data: null, asked: [], isIn: options.login === undefined };
  const { mood } = sink;
  let rest = "";
  const say = (text: string) => {
    if (mood === "drips") drip(socket, `${text}\r\n`);
    else socket.write(`${text}\r\n`);
  };
  socket.on("error", () => undefined);
  socket.on("data", (bytes: Buffer) => {
    const text = bytes.toString("latin1");
    sink.heard[at] = (sink.heard[at] ?? "") + text;
    rest += text;
    for (;;) {
      const end = rest.indexOf("\r\n");
      if (end === -1) return;
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (line.toUpperCase() === "STARTTLS" && options.security === "starttls") {
        say("220 go on");
        socket.removeAllListeners("data");
        const secured = new TLSSocket(socket, { isServer: true, ...localhostCertificate });
        serve({ ...sink, mood }, options, secured, true, at);
        return;
      }
      answer(sink, options, talk, { line, say, socket, isPrivate });
    }
  });
  if (place !== undefined || mood === "says-nothing") return;
  if (mood === "greets-without-end") {
    const timer = setInterval(() => socket.write("220-wait\r\n"), 5);
    socket.on("close", () => {
      clearInterval(timer);
    });
  } else if (mood === "hangs-up") socket.destroy();
  else say("220 sink");
}

type Turn = {
  readonly line: string;
  readonly say: (text: string) => void;
  readonly socket: Socket;
  readonly isPrivate: boolean;
};

function answer(sink: SmtpSink, options: SinkOptions, talk: Talk, turn: Turn): void {
  const { line, say, socket } = turn;
  const touches = sink.touchy.size === 0 || sink.touchy.has(talk.to);
  if (talk.data !== null) {
    if (line !== ".") {
      talk.data += `${line}\r\n`;
      if (sink.mood === "dies-in-data" && touches) socket.destroy();
      return;
    }
    if (sink.mood === "hangs-after-data" && touches) return;
    sink.messages.push({ from: talk.from, to: talk.to, bytes: talk.data });
    talk.data = null;
    say("250 kept");
    return;
  }
  const [verb = ""] = line.toUpperCase().split(/[ :]/);
  const word = /<(.*)>/.exec(line)?.[1] ?? "";
  if (verb === "EHLO") say(offers(sink, options, turn.isPrivate));
  else if (verb === "AUTH") {
    const { user = "", password = "" } = options.login ?? {};
    talk.isIn = line === `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString("base64")}`;
    say(talk.isIn ? "235 come in" : "535 who are you");
  } else if (!talk.isIn && verb === "MAIL") say("530 who are you");
  else if (verb === "MAIL") {
    talk.from = word;
    say("250 yes");
  } else if (verb === "RCPT") {
    talk.to = word;
    say(
      sink.mood === "refuses" && (sink.touchy.size === 0 || sink.touchy.has(word))
        ? "550 not here"
        : "250 yes",
    );
  } else if (verb === "DATA") {
    talk.data = "";
    say("354 go on");
  } else if (verb === "QUIT") {
    say("221 bye");
    socket.end();
  } else say("250 yes");
}

function offers(sink: SmtpSink, { security = "none", login }: SinkOptions, isPrivate: boolean): string {
  const lines = ["sink", "SIZE 100000"];
  if (security === "starttls" && !isPrivate && sink.mood !== "offers-no-tls") lines.push("STARTTLS");
  if (login !== undefined && isPrivate) lines.push("AUTH PLAIN LOGIN");
  return lines.map((line, index) => `250${index === lines.length - 1 ? " " : "-"}${line}`).join("\r\n");
}

function drip(socket: Socket, text: string): void {
  const letters = text.split("");
  const timer = setInterval(() => {
    const letter = letters.shift();
    if (letter === undefined || socket.destroyed) clearInterval(timer);
    else socket.write(letter);
  }, 10);
}
