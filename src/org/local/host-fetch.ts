import { request } from "node:http";

/**
 * `fetch` for `*.localhost`, which not every system resolves outside a browser: it connects to the loopback
 * address and names the host in the header.
 */
export const hostFetch: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  const headers = Object.fromEntries(new Headers(init.headers));
  const body = await bodyOf(init.body ?? null);
  return await new Promise<Response>((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port: url.port,
        path: url.pathname + url.search,
        method: init.method ?? "GET",
        headers: { ...headers, host: url.host, "content-length": body.length },
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const status = incoming.statusCode ?? 500;
          const empty = status === 204 || status === 304;
          resolve(
            new Response(empty ? null : Buffer.concat(chunks), {
              status,
              headers: headersOf(incoming.headers),
            }),
          );
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
};

async function bodyOf(body: BodyInit | null): Promise<Buffer> {
  return body === null ? Buffer.alloc(0) : Buffer.from(await new Response(body).arrayBuffer());
}

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) result.append(name, String(value));
  return result;
}
