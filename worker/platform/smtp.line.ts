import type { DeliveryFault } from "../../src/api/notices.schema.ts";
import { toUtf8 } from "../../src/envelope/bytes.ts";

/** Why a line to a mail server is of no more use. Thrown and caught within these two files. */
export class LineFault extends Error {
  override readonly name = "LineFault";
  readonly fault: DeliveryFault;
  constructor(fault: DeliveryFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What a mail server answered: three digits and its lines. */
export type Answer = { readonly code: number; readonly lines: readonly string[] };

/** One connection, spoken over in turns. */
export type Line = {
  readonly hear: () => Promise<Answer>;
  readonly say: (text: string | Uint8Array) => Promise<void>;
  /** The same connection, from now on under TLS. */
  readonly secure: () => Line;
  readonly close: () => Promise<void>;
};

/** No answer is this long; a server that goes on and on is not listened to. */
const longestAnswer = 16_384;

/** Takes up a connection. Every turn has so many milliseconds, however slowly the other side speaks. */
export function createLine(socket: Socket, patience: number): Line {
  const reader = (socket.readable as ReadableStream<Uint8Array>).getReader();
  const writer = (socket.writable as WritableStream<Uint8Array>).getWriter();
  const decoder = new TextDecoder();
  let heard = "";
  // Each of these also rejects when the other side hangs up; the turn that is waiting says so.
  for (const end of [socket.opened, socket.closed, reader.closed, writer.closed]) end.catch(() => undefined);

  const hearWhole = async (): Promise<Answer> => {
    for (;;) {
      const answer = readAnswer(heard);
      if (answer !== undefined) {
        heard = heard.slice(answer.length);
        return answer;
      }
      const { value, done } = await reader.read();
      if (done || heard.length > longestAnswer) throw new LineFault("broken-off");
      heard += decoder.decode(value, { stream: true });
    }
  };
  return {
    hear: () => inTime(patience, hearWhole()),
    say: (text) => inTime(patience, writer.write(typeof text === "string" ? toUtf8(`${text}\r\n`) : text)),
    secure: () => {
      // Whatever was said before the line is private could be anybody's.
      if (heard !== "") throw new LineFault("insecure");
      reader.releaseLock();
      writer.releaseLock();
      return createLine(socket.startTls(), patience);
    },
    close: () => socket.close().catch(() => undefined),
  };
}

/** Waits for a connection to stand. */
export async function untilOpen(socket: Socket, patience: number): Promise<void> {
  await inTime(patience, socket.opened, "unreachable");
}

/** A whole answer at the beginning of what was heard, and how long it is there. */
function readAnswer(heard: string): (Answer & { readonly length: number }) | undefined {
  const lines: string[] = [];
  for (let at = 0; ;) {
    const end = heard.indexOf("\n", at);
    if (end === -1) return undefined;
    const line = heard.slice(at, end).replace(/\r$/, "");
    at = end + 1;
    const found = /^(\d{3})(?:([ -])(.*))?$/.exec(line);
    if (found === null) throw new LineFault("broken-off");
    lines.push(found[3] ?? "");
    if (found[2] !== "-") return { code: Number(found[1]), lines, length: at };
  }
}

/** The value in time. Anything but a fault that has a name already is called `broken`. */
async function inTime<Value>(
  milliseconds: number,
  value: Promise<Value>,
  broken: DeliveryFault = "broken-off",
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new LineFault("timed-out"));
    }, milliseconds);
  });
  try {
    return await Promise.race([value, late]);
  } catch (error) {
    throw error instanceof LineFault ? error : new LineFault(broken);
  } finally {
    clearTimeout(timer ?? null);
  }
}
