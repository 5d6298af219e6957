import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTraces, type TraceKind } from "../../src/client/citizen/letter/traces.ts";

const kindsIn = (text: string) => [...new Set(findTraces(text, "vi").map(({ kind }) => kind))];
const found = (kind: TraceKind, text: string) =>
  findTraces(text, "vi").flatMap((trace) => (trace.kind === kind ? [trace.excerpt] : []));

describe("what may tell who wrote is seen", () => {
  test.each([
    ["Gọi 0912345678 để rõ", "0912345678"],
    ["Gọi 0912 345 678 để rõ", "0912 345 678"],
    ["SĐT:0912.345.678", "0912.345.678"],
    ["+84 912 345 678", "+84 912 345 678"],
    ["0084912345678", "0084912345678"],
    ["máy bàn 0297 3821 234.", "0297 3821 234"],
    ["số 03-8765-4321", "03-8765-4321"],
    ["０９１２３４５６７８", "０９１２３４５６７８"],
    ["០៩១២ ៣៤៥ ៦៧៨", "០៩១២ ៣៤៥ ៦៧៨"],
  ])("a telephone number: %s", (text, number) => {
    expect(found("phone", text)).toEqual([number]);
  });

  test.each([
    ["gửi về nguyen.van@gmail.com nhé", "email", "nguyen.van@gmail.com"],
    ["CCCD 091084001234", "identity", "091084001234"],
    ["CCCD 091 084 001 234", "identity", "091 084 001 234"],
    ["CMND 371234567 cấp năm 2010", "identity", "371234567"],
    ["xe 68A-123.45 đậu trước", "plate", "68A-123.45"],
    ["xe máy 68B1-234.56", "plate", "68B1-234.56"],
    ["xe 68-B1 23456", "plate", "68-B1 23456"],
    ["xe 68H1-1234", "plate", "68H1-1234"],
  ] as const)("a number of a person or a thing: %s", (text, kind, excerpt) => {
    expect(found(kind, text)).toEqual([excerpt]);
  });

  test.each([
    ["Tôi tên là Nguyễn Văn An, ở ấp 3", "name"],
    ["Tên tôi là Hoa.", "name"],
    ["tên của em là Lan", "name"],
    ["Tôi là kế toán của trường", "name"],
    ["Kính gửi cấp ủy. Em là giáo viên dạy lớp 3", "name"],
    ["Thưa các bác, cháu là con bà Tư", "name"],
    ["Chúng tôi là ba hộ bị thu đất", "name"],
    ["nội dung như trên\nKý tên\nHai", "signature"],
    ["nội dung\nNgười viết đơn: Hai", "signature"],
    ["Tôi ký tên dưới đây", "signature"],
    ["Nhà tôi ở cạnh trụ sở ấp", "address"],
    ["Tôi sống ở ấp Tân Tiến", "address"],
    ["quán của tôi đối diện ủy ban", "address"],
    ["Việc này chỉ có ba người biết", "few"],
    ["Chỉ mình tôi thấy ông ấy nhận tiền", "few"],
    ["chỉ có 2 đồng chí trong tổ biết chuyện", "few"],
    ["Chi bộ tôi có bảy đảng viên", "circle"],
    ["cơ quan chúng tôi mỗi tháng đều thu", "circle"],
    ["Vợ tôi cũng phải nộp", "circle"],
    ["em gái của tôi bị trượt", "circle"],
  ] as const)("words about oneself: %s", (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });

  test("once each, three of a kind at most, in a fixed order", () => {
    const text = "Vợ tôi, vợ tôi, chồng tôi, con tôi, mẹ tôi gọi 0912345678.";
    const traces = findTraces(text, "vi");
    expect(traces.map(({ kind }) => kind)).toEqual(["phone", "circle", "circle", "circle"]);
    expect(traces.slice(1).map(({ excerpt }) => excerpt)).toEqual(["Vợ tôi", "chồng tôi", "con tôi"]);
  });

  test("in whatever way the letters are put together", () => {
    expect(kindsIn("Tên tôi là Hoa".normalize("NFD"))).toEqual(["name"]);
  });
});

describe("what only looks like it is left alone", () => {
  test.each([
    "Xã thu 912.345.678 đồng mà không có biên lai.",
    "Tổng cộng 1.035.000.000 đồng, năm 2024 thu 200000000 đồng.",
    "Ngày 03/05/2024 và 2024-09-15 họp dân, từ 07 giờ 30 đến 09 giờ.",
    "Nghị quyết 04-NQ/TW, Quy định 207-QĐ/TW năm 2026, Điều 12 khoản 3.",
    "Lớp 12B 2024 đóng mỗi em 150.000 đồng.",
    "Thửa đất số 123, tờ bản đồ 45, diện tích 1.250 m2.",
    "Ông ấy nói với tôi là phải nộp tiền mới xong.",
    "Cán bộ bảo tôi là hồ sơ thiếu. Theo tôi là không đúng.",
    "Tôi là người dân trong xã. Chúng tôi là những hộ dân bị thu đất.",
    "Hai anh em là cán bộ xã. Trẻ em là đối tượng được hưởng.",
    "Họ bắt dân ký tên vào danh sách nhận tiền mà không phát.",
    "Ông chủ tịch xây nhà ở cạnh trụ sở.",
    "Chỉ có ông ấy quyết, không họp ai.",
    "Chi bộ ấp không họp sáu tháng. Cơ quan nhà nước phải công khai.",
    "Bà con ai cũng biết việc này.",
    "Con đường này tôi đi mỗi ngày.",
    "",
  ])("%s", (text) => {
    expect(findTraces(text, "vi")).toEqual([]);
  });

  test("in a letter in another language only what is a number or an address", () => {
    const text = "Tôi tên là Hoa, vợ tôi, 0912345678, a.b@c.vn";
    for (const language of ["en", "km"] as const)
      expect(findTraces(text, language).map(({ kind }) => kind)).toEqual(["phone", "email"]);
  });
});

describe("whatever is written", () => {
  test("every excerpt stands in the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("tôi là ", "kế toán ", "0912", " 345 678", "\n", "vợ tôi", "@", "a.vn", "😀", "ំ"),
          {
            maxLength: 30,
          },
        ),
        (pieces) => {
          const text = pieces.join("");
          const plain = text.normalize("NFC").replace(/\s+/g, " ");
          for (const { excerpt } of findTraces(text, "vi")) expect(plain).toContain(excerpt);
        },
      ),
    );
  });

  test.each(["a", "0", "tôi là ", "0 ", "a.", "chỉ có ", "1.", "\n", "em ", "@"])(
    "a hundred thousand characters of “%s” do not keep the page waiting",
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const from = performance.now();
      findTraces(text, "vi");
      expect(performance.now() - from).toBeLessThan(1500);
    },
  );
});
