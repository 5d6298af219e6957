import { describe, expect, it } from "vitest";
import { carryOut } from "../../src/client/desk/carry-out.ts";
import { gapMark } from "../../src/crypto/letter.text.ts";
import { createReporter } from "../support/crypto/people.ts";
import { deskOf, houseOrganisation, type OfficerName } from "../support/desk-house.ts";
import { createDeskServer } from "../support/desk-server.ts";
import { acknowledge, classify, open, order, read, view } from "../support/desk-stories.ts";
import { day } from "../support/law.ts";

// A letter whose text goes on in messages, at the desks of those who read it. The letter says “Xin chào.”

const organisation = houseOrganisation();
const reporter = await createReporter();

function house(announced: number, ...parts: readonly (readonly [number, string])[]) {
  const server = createDeskServer(organisation);
  const id = server.receive(reporter, {}, announced);
  for (const [part, text] of parts) server.write(id, { kind: "continuation", part }, text);
  const desk = (name: OfficerName) => deskOf(name, server.transport, organisation);
  return { server, id, desk };
}

describe("a letter that goes on", () => {
  it("is one text at the desk, and its parts stand in the history without their words", async () => {
    const { desk, id } = house(2, [1, " Hai."], [2, " Ba."]);
    const an = desk("an");
    const sealed = await view(an, id);
    expect(sealed.letterText).toBeNull();
    expect(sealed.history.map(({ text }) => text)).toEqual([null, null]);
    const file = await order(an, sealed, open);
    expect(file.letterText).toMatchObject({ text: "Xin chào. Hai. Ba.", missing: [], faults: [] });
    expect(file.history.flatMap(({ deed, text }) => (deed === null ? [] : [[deed, text]]))).toEqual([
      [{ kind: "continuation", part: 1 }, ""],
      [{ kind: "continuation", part: 2 }, ""],
    ]);
    expect(file.faults).toEqual([]);
  });

  it("is not shown as whole while parts are missing, and is whole once they have come", async () => {
    const { server, desk, id } = house(2, [1, " Hai."]);
    const an = desk("an");
    const file = await order(an, await view(an, id), open);
    expect(file.letterText).toMatchObject({ text: "Xin chào. Hai.", missing: [2] });
    server.write(id, { kind: "continuation", part: 2 }, " Ba.");
    expect((await read(an, id)).letterText).toMatchObject({ text: "Xin chào. Hai. Ba.", missing: [] });
  });

  it("keeps the words of a part that it cannot hold where that part stands, and says why", async () => {
    const { desk, id } = house(2, [2, " Ba."], [2, " Khác."], [3, " Thừa."]);
    const an = desk("an");
    const file = await order(an, await view(an, id), open);
    expect(file.letterText).toMatchObject({
      text: `Xin chào.${gapMark} Ba.`,
      missing: [1],
      faults: [
        { kind: "doubled", part: 2 },
        { kind: "unannounced", part: 3 },
      ],
    });
    expect(file.history.flatMap(({ deed, text }) => (deed === null ? [] : [text]))).toEqual([
      "",
      " Khác.",
      " Thừa.",
    ]);
    // What is wrong with a text is no reason not to act on it.
    expect(file.faults).toEqual([]);
  });

  it("is whole for the superior too, whose slots are those of the letter and of each part", async () => {
    const { server, desk, id } = house(1, [1, " Hai."]);
    server.today = day("2026-04-15");
    const superior = desk("dung");
    const file = await order(superior, await view(superior, id), { command: "open-as-superior" });
    expect(file.letterText).toMatchObject({ text: "Xin chào. Hai.", missing: [] });
  });

  it("stays whole for whoever reads on when another steps aside", async () => {
    const { desk, id } = house(1, [1, " Hai."]);
    const [an, binh] = [desk("an"), desk("binh")];
    const file = await order(an, await view(an, id), open, acknowledge, classify);
    const left = await carryOut(an, file, { command: "recuse", reason: "Tôi quen người được nói đến." });
    expect(left).toEqual({ kind: "left" });
    expect((await read(binh, id)).letterText).toMatchObject({ text: "Xin chào. Hai.", missing: [] });
  });
});
