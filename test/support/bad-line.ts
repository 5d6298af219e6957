import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";

// A line between a browser and the server on which things happen as on a real one: sockets that are reset, not
// answers that a test made up.

/** Before the request leaves, after the server has answered and before a byte of it comes, or in the middle of it. */
export const mishaps = ["never-left", "answer-lost", "broken-off"] as const;
export type Mishap = (typeof mishaps)[number];

export type BadLine = {
  readonly origin: string;
  /** Every request in order, as `METHOD /path`. */
  readonly requests: readonly string[];
  /** The next request that is written so meets with this, once; one that is named twice the second time too. */
  readonly breakOnce: (request: string, mishap: Mishap) => void;
  /** The requests of these things that have not happened. */
  readonly left: () => readonly string[];
  readonly stop: () => Promise<void>;
};

/** A line to the server at this origin, on a port of its own. */
export async function openLine(target: string): Promise<BadLine> {
  const requests: string[] = [];
  const planned: { readonly request: string; readonly mishap: Mishap }[] = [];
  const server = createServer((incoming, outgoing) => {
    const name = `${incoming.method ?? ""} ${incoming.url ?? ""}`;
    requests.push(name);
    const at = planned.findIndex((plan) => plan.request === name);
    const mishap = at < 0 ? undefined : planned.splice(at, 1)[0]?.mishap;
    if (mishap === "never-left") incoming.socket.resetAndDestroy();
    else passOn(target, incoming, outgoing, mishap);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    requests,
    breakOnce: (name, mishap) => {
      planned.push({ request: name, mishap });
    },
    left: () => planned.map((plan) => plan.request),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  mishap: Mishap | undefined,
): void {
  const { host } = new URL(target);
  const { method, headers } = incoming;
  const options = { ...(method === undefined ? {} : { method }), headers: { ...headers, host } };
  const onward = request(`${target}${incoming.url ?? ""}`, options, (answer) => {
    void answerWith(answer, outgoing, mishap);
  });
  onward.on("error", () => incoming.socket.destroy());
  incoming.pipe(onward);
}

async function answerWith(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  mishap: Mishap | undefined,
): Promise<void> {
  // Read whole, so that the server has done all it does, whatever the line does then.
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { socket } = outgoing;
  if (mishap === "answer-lost") {
    socket?.resetAndDestroy();
    return;
  }
  // A line for each request: on one that is kept a browser tries again by itself, and the page never hears of it.
  const { "transfer-encoding": _, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, {
    ...headers,
    connection: "close",
    "content-length": body.length,
  });
  if (mishap === undefined) outgoing.end(body);
  else outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy());
}
