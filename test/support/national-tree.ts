import type { CommitteeId, PersonId, UnitId } from "../../src/domain/ids.ts";
import type { Organisation } from "../../src/domain/organisation.ts";
import { type PlainDate, toPlainDate } from "../../src/domain/plain-date.ts";
import { foldName } from "../../src/domain/unit-names.ts";
import { addCommittee, addUnit, type Draft, seat, slugOf } from "../../src/org/demo/draft.ts";

// A tree as large as a country's, made up from words that real names are made of. The provinces are the 34 of
// 1-7-2025; every other name is invented, but for one commune and its hamlets, by which people of the tests search.

export const unitCount = 15_000;
const communeCount = 3321;

const provinces =
  "Hà Nội, Huế, Quảng Ninh, Cao Bằng, Lạng Sơn, Lai Châu, Điện Biên, Sơn La, Thanh Hóa, Nghệ An, Hà Tĩnh, Tuyên Quang, " +
  "Lào Cai, Thái Nguyên, Phú Thọ, Bắc Ninh, Hưng Yên, Hải Phòng, Ninh Bình, Quảng Trị, Đà Nẵng, Quảng Ngãi, Gia Lai, " +
  "Khánh Hòa, Lâm Đồng, Đắk Lắk, Hồ Chí Minh, Đồng Nai, Tây Ninh, Cần Thơ, Vĩnh Long, Đồng Tháp, Cà Mau, An Giang";
const firstWords =
  "Tân, Hòa, Bình, Thạnh, Phú, Long, Vĩnh, Mỹ, An, Đông, Tây, Nam, Bắc, Hưng, Xuân, Thanh, Quảng, Yên, Thượng, Hạ, " +
  "Trung, Đại, Tiên, Ngọc, Kim, Châu, Hải, Sơn, Lộc, Thuận, Phước, Hiệp, Định, Lương, Nghĩa, Cẩm, Bàu, Suối, Rạch, Đắk";
const secondWords =
  "Thuận, Lợi, Phú, Hưng, Hòa, Bình, Thành, Phong, Lộc, Sơn, Hải, Giang, Khê, Trạch, Đức, Tiến, Minh, Quang, Thịnh, Mỹ, " +
  "An, Đông, Hiệp, Nghĩa, Tâm, Trung, Thạnh, Vân, Lâm, Xuyên, Châu, Dương, Kiên, Viên, Thái, Hội, Trị, Khánh, Lạc, Điền, " +
  "Phước, Mai, Cường, Tường, Ngãi, Lĩnh, Hậu, Duyên, Trường, Thượng";
const hamletWords =
  "Bình An, Cây Dừa, Đồng Tâm, Hòa Bình, Láng Sen, Rạch Chanh, Tân Lập, Vàm Xáng, Xóm Mới, Đình, Chợ, Cầu Ván, Gò Me, Bến Đò";
const offices =
  "Trường Tiểu học, Trường Trung học cơ sở, Trạm Y tế, Công an, Quân sự, Cơ quan Đảng, Cơ quan Chính quyền";

const levels = [
  { code: "trung-uong", name: "Trung ương", isSmall: false },
  { code: "tinh", name: "Đảng bộ tỉnh, thành phố", isSmall: false },
  { code: "xa", name: "Đảng bộ xã, phường, đặc khu", isSmall: false },
  { code: "chi-bo", name: "Chi bộ", isSmall: true },
];

/** Numbers in 0 … 1 that only look like chance (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Making = {
  readonly draft: Draft;
  readonly pick: (from: readonly string[]) => string;
  /** A name that this province does not have yet. */
  readonly newName: (taken: Set<string>) => string;
};

/** The same for the same seed: 15,000 units, each with a committee; the upper three levels have mailboxes. */
export function createNationalTree(seed = 20_250_701): Organisation {
  const chance = createChance(seed);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // As short as the demonstration's, and as hard to compress.
  let count = 0;
  const newPerson = () => {
    count += 1;
    const head = Array.from({ length: 3 }, () => letters[Math.floor(chance() * 64)] ?? "A").join("");
    return `${head}${letters[count >> 12] ?? ""}${letters[(count >> 6) & 63] ?? ""}${letters[count & 63] ?? ""}` as PersonId;
  };
  const draft: Draft = { validFrom: toPlainDate("2025-07-01"), newPerson, units: [], committees: [] };
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? "";
  const [first, second] = [firstWords.split(", "), secondWords.split(", ")];
  const newName = (taken: Set<string>): string => {
    const name = `${pick(first)} ${pick(second)}`;
    // By its folded name: two that differ in their marks alone would share an id.
    if (taken.has(foldName(name))) return newName(taken);
    taken.add(foldName(name));
    return name;
  };
  const intake = addCountry({ draft, pick, newName });
  const { units, committees } = draft;
  return { notice: "Cây tổ chức bịa ra để đo.", levels, units, committees, intake, deputyGoesUp: true };
}

function addCountry(making: Making): CommitteeId {
  const { draft } = making;
  const top = addUnit(draft, { id: "trung-uong", name: "Trung ương", level: "trung-uong", parent: null });
  const intake = addTopCommittee(draft, "trung-uong-uy", "Văn phòng Trung ương", top, "Trung ương");
  const names = provinces.split(", ");
  const cells = unitCount - 1 - names.length - communeCount;
  const communes: UnitId[] = [];
  for (const [at, name] of names.entries()) {
    const id = slugOf(name);
    const unit = addUnit(draft, { id, name: `Đảng bộ tỉnh ${name}`, level: "tinh", parent: top });
    addTopCommittee(draft, `${id}-btv`, `Ban Thường vụ Tỉnh ủy ${name}`, unit, "Tỉnh ủy");
    const share = shareOf(communeCount, names.length, at);
    const taken = new Set<string>();
    if (name === "An Giang")
      communes.push(addCommune(making, unit, "Giồng Riềng", ["Hòa Thuận", "Ngọc Chúc"]));
    const left = name === "An Giang" ? share - 1 : share;
    for (let made = 0; made < left; made += 1)
      communes.push(
        addCommune(making, unit, making.newName(taken), [making.newName(taken), making.newName(taken)]),
      );
  }
  for (const [at, commune] of communes.entries())
    addCells(making, commune, shareOf(cells, communes.length, at));
  return intake;
}

/** The how-manieth part of a whole that is dealt out as evenly as it goes. */
function shareOf(whole: number, parts: number, at: number): number {
  return Math.floor((whole * (at + 1)) / parts) - Math.floor((whole * at) / parts);
}

function addTopCommittee(draft: Draft, id: string, name: string, unit: UnitId, of: string): CommitteeId {
  const seats = [
    seat(draft, "head", `Bí thư ${of}`),
    seat(draft, "deputy", `Phó Bí thư Thường trực ${of}`),
    seat(draft, "member", `Chủ nhiệm Ủy ban Kiểm tra ${of}`),
  ];
  return addCommittee(draft, { id, name, unit, seats, keyHolders: [draft.newPerson()] });
}

function addCommune({ draft }: Making, parent: UnitId, name: string, former: readonly string[]): UnitId {
  const unit = addUnit(draft, {
    id: `${parent}-${slugOf(name)}`,
    name: `Đảng bộ xã ${name}`,
    formerNames: former.map((each) => `xã ${each}`),
    level: "xa",
    parent,
  });
  addTopCommittee(draft, `${unit}-du`, `Đảng ủy xã ${name}`, unit, "Đảng ủy xã");
  return unit;
}

function addCells({ draft, pick }: Making, commune: UnitId, count: number): void {
  const taken = new Set<string>();
  while (taken.size < count) {
    const name =
      commune === "an-giang-giong-rieng" && taken.size === 0
        ? "ấp Tân Tiến"
        : pick([`ấp ${pick(hamletWords.split(", "))}`, `thôn ${1 + taken.size}`, pick(offices.split(", "))]);
    if (taken.has(name)) continue;
    taken.add(name);
    const id = addUnit(draft, {
      id: `${commune}-${slugOf(name)}`.slice(0, 48),
      name: `Chi bộ ${name}`,
      level: "chi-bo",
      parent: commune,
    });
    const seats = [seat(draft, "head", "Bí thư Chi bộ"), seat(draft, "deputy", "Phó Bí thư Chi bộ")];
    addCommittee(draft, { id: `${id}-cu`.slice(0, 48), name: `Chi ủy Chi bộ ${name}`, unit: id, seats });
  }
}

/** The day on which the tree is looked at. */
export const nationalDay: PlainDate = toPlainDate("2026-11-23");
