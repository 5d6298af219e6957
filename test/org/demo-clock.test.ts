import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { runClockCommand } from "../../src/org/demo/move-clock.ts";
import { freePort } from "../support/free-port.ts";

const place = { stateDirectory: "/nowhere", siteDirectory: "/nowhere" };

test.each(["2026-02-30", "04/03/2026", "tomorrow", "", "2026-3-4"])(
  "“%s” is no day to move the clock to: nothing is asked of the server, and it is said how to write one",
  async (word) => {
    const { code, lines } = await runClockCommand({ ...place, port: await freePort() }, [word]);
    expect(code).toBe(2);
    expect(lines[0]?.vi).toContain("2026-03-04");
    expect(lines[0]?.en).toContain(`"${word}" is not a day`);
  },
);

test("the clock is moved by one word", async () => {
  for (const words of [[], ["2026-03-04", "off"]]) {
    const { code, lines } = await runClockCommand({ ...place, port: await freePort() }, words);
    expect([code, lines[0]?.en]).toEqual([2, expect.stringContaining("usage")]);
  }
});

test("without a running demonstration it is said what to start", async () => {
  const { code, lines } = await runClockCommand({ ...place, port: await freePort() }, ["2026-03-04"]);
  expect([code, lines[0]?.vi]).toEqual([2, expect.stringContaining("npm start")]);
});

test("a server that is no demonstration keeps its day", async () => {
  const server = createServer((_, response) => response.writeHead(404).end()).listen(0);
  const { port } = server.address() as AddressInfo;
  const { code, lines } = await runClockCommand({ ...place, port }, ["off"]);
  server.close();
  expect([code, lines[0]?.en]).toEqual([2, expect.stringContaining("no demonstration")]);
});
