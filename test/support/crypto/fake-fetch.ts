import type { Transport } from "../../../src/client/transport.ts";
import { boxRequestBytes } from "../../../src/envelope/sizes.ts";
import { commune, district } from "./organisation.ts";

/** What a server says to one request; a string is a JSON body or a file. */
export type FakeAnswer =
  | Uint8Array<ArrayBuffer>
  | string
  | { readonly status: number; readonly body: string }
  | typeof dropped;

/** The connection breaks before an answer comes. */
export const dropped = Symbol("dropped");
export type FakeRoutes = Readonly<
  Record<string, (body: Uint8Array<ArrayBuffer>) => FakeAnswer | Promise<FakeAnswer>>
>;

/** A challenge that a test solves in a few tries. */
export const easyChallenge = JSON.stringify({
  parameters: {
    algorithm: "SHA-256",
    nonce: "00".repeat(16),
    salt: "00".repeat(16),
    cost: 1,
    keyLength: 32,
    keyPrefix: "0",
  },
  signature: "",
});

/** Key records and challenges as an honest server hands them out; each can be exchanged. */
const honest: FakeRoutes = {
  "/api/box/challenge": () => easyChallenge,
  "/keys/xa-uy.json": () => commune.file,
  "/keys/huyen-uy.json": () => district.file,
};

/** A server for faults that no real one produces. What is not routed is not there. */
export function fakeServer(routes: FakeRoutes): { readonly transport: Transport; readonly asked: string[] } {
  const known = { ...honest, ...routes };
  const asked: string[] = [];
  const fetch: Transport["fetch"] = async (input, init = {}) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    asked.push(path);
    const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    if (path === "/api/box" && body.length !== boxRequestBytes) throw new Error("one wire size");
    const answer = await known[path]?.(body);
    if (answer === dropped) throw new TypeError("network");
    if (answer === undefined) return new Response('{"error":{"code":"not-found"}}', { status: 404 });
    if (typeof answer === "object" && "status" in answer)
      return new Response(answer.body, { status: answer.status });
    return new Response(answer);
  };
  return { transport: { origin: "http://server.test", fetch }, asked };
}
