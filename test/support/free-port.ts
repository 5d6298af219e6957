import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A port on which nobody listens. Below those that the machine hands out by itself (32,768 and above on Linux): a
 * server that is to listen there in half a minute would else find some connection's own end in its place.
 */
export async function freePort(): Promise<number> {
  for (let tries = 50; tries > 0; tries--) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error("no port");
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listens = await new Promise<boolean>((resolve) => {
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      resolve(true);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return listens;
}
