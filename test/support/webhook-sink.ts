import { createServer, type IncomingHttpHeaders } from "node:http";

export type WebhookMood = "takes" | "refuses" | "sends-elsewhere" | "says-nothing" | "answers-without-end";

export type WebhookPost = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** A real web server on this machine that keeps what is posted to it. */
export type WebhookSink = {
  readonly url: string;
  mood: WebhookMood;
  readonly posts: WebhookPost[];
  readonly close: () => Promise<void>;
};

export async function startWebhookSink(): Promise<WebhookSink> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      sink.posts.push({ path: request.url ?? "", headers: request.headers, body });
      switch (sink.mood) {
        case "takes":
          response.writeHead(204).end();
          break;
        case "refuses":
          response.writeHead(500).end("no");
          break;
        case "sends-elsewhere":
          response.writeHead(307, { location: "/elsewhere" }).end();
          break;
        case "answers-without-end":
          response.writeHead(200);
          setInterval(() => response.write("more"), 5).unref();
          break;
        case "says-nothing":
          break;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const sink: WebhookSink = {
    url: `http://127.0.0.1:${port}/hook?token=of-the-receiver`,
    mood: "takes",
    posts: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return sink;
}
