import { describe, expect, it } from "vitest";
import { pagesAhead } from "../../src/client/desk/page-ahead.ts";
import type { Desk } from "../../src/client/desk/session.ts";

/** A server whose answers' bodies come when they are let go. */
function slowServer(links: Readonly<Record<string, string>>, ahead = 1) {
  const asked: string[] = [];
  const letGo = new Map<string, () => void>();
  const fetch = async (address: RequestInfo | URL): Promise<Response> => {
    const path = new URL(address instanceof Request ? address.url : address).pathname.slice(1);
    asked.push(path);
    if (path === "broken") throw new TypeError("no line");
    const body = new ReadableStream({
      start(controller) {
        letGo.set(path, () => {
          controller.enqueue(new TextEncoder().encode(path));
          controller.close();
        });
      },
    });
    const link = links[path];
    return new Response(body, link === undefined ? {} : { headers: { link } });
  };
  const desk = { token: "t", transport: { origin: "http://desk.test", fetch } } as unknown as Desk;
  return {
    asked,
    letGo,
    fetchPage: pagesAhead(desk, (after) => `/${after ?? "first"}`, {
      ahead,
      untilFree: async () => undefined,
    }),
  };
}

const textOf = (answer: Awaited<ReturnType<ReturnType<typeof pagesAhead>>>) =>
  answer.kind === "bytes" ? new TextDecoder().decode(answer.bytes) : answer.kind;

describe("pages that are fetched ahead", () => {
  it("are asked for as soon as the one before has said where they begin, before its bytes have come", async () => {
    const { asked, letGo, fetchPage } = slowServer({ first: '<?after=second>; rel="next"' });
    const first = fetchPage(null);
    await expect.poll(() => asked).toEqual(["first", "second"]);
    letGo.get("first")?.();
    expect(textOf(await first)).toBe("first");
    letGo.get("second")?.();
    expect(textOf(await fetchPage("second"))).toBe("second");
    expect(asked).toEqual(["first", "second"]);
  });

  it("are asked for as far ahead as is allowed, and on while the reader still reads", async () => {
    const next = (name: string) => `<?after=${name}>; rel="next"`;
    const links = {
      first: next("second"),
      second: next("third"),
      third: next("fourth"),
      fourth: next("fifth"),
    };
    const { asked, letGo, fetchPage } = slowServer(links, 2);
    const first = fetchPage(null);
    await expect.poll(() => asked).toEqual(["first", "second", "third"]);
    letGo.get("first")?.();
    expect(textOf(await first)).toBe("first");
    // Nobody has asked for the second one yet.
    await expect.poll(() => asked).toEqual(["first", "second", "third", "fourth"]);
    const second = fetchPage("second");
    letGo.get("third")?.();
    letGo.get("second")?.();
    expect(textOf(await second)).toBe("second");
    expect(textOf(await fetchPage("third"))).toBe("third");
    await expect.poll(() => asked).toEqual(["first", "second", "third", "fourth", "fifth"]);
  });

  it("are fetched anew where the reader asks for another one than the server had named", async () => {
    const { asked, letGo, fetchPage } = slowServer({ first: '<?after=second>; rel="next"' });
    const first = fetchPage(null);
    await expect.poll(() => asked).toEqual(["first", "second"]);
    letGo.get("first")?.();
    await first;
    const third = fetchPage("third");
    await expect.poll(() => letGo.has("third")).toBe(true);
    letGo.get("third")?.();
    expect(textOf(await third)).toBe("third");
  });

  it("fail as values, the one ahead too; and a link that is none of ours leads nowhere", async () => {
    const { asked, letGo, fetchPage } = slowServer({
      first: '<?after=broken>; rel="next"',
      odd: '<https://elsewhere.example/?after=x>; rel="next"',
    });
    const first = fetchPage(null);
    await expect.poll(() => letGo.has("first")).toBe(true);
    letGo.get("first")?.();
    await first;
    expect(await fetchPage("broken")).toEqual({ kind: "unreachable" });
    const odd = fetchPage("odd");
    await expect.poll(() => letGo.has("odd")).toBe(true);
    letGo.get("odd")?.();
    await odd;
    expect(asked).toEqual(["first", "broken", "odd"]);
  });
});
