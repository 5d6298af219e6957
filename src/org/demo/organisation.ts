import type { CommitteeId, PersonId, UnitId } from "../../domain/ids.ts";
import type { Level, Organisation } from "../../domain/organisation.ts";
import { toPlainDate } from "../../domain/plain-date.ts";
import { addCommittee, addUnit, seat, slugOf, type Draft, type NewPerson, type Seating } from "./draft.ts";
import { cellsWithMailbox, createDemoOfficers, type DemoOfficer } from "./officers.ts";
import { communeOffices, communes, hamletNames, largeAgencies, smallAgencies } from "./places.ts";
import type { Agency, Commune } from "./places.ts";

/** The article's figure: organisations directly under the district. */
export const grassrootsCount = 64;
/** The article's figure: chi bộ under đảng bộ cơ sở. */
export const cellCount = 305;

/** Levels of grassroots organisations (tổ chức cơ sở đảng), which the 64 are. */
export const grassrootsLevels: readonly string[] = ["dang-bo-xa", "dang-bo-co-so", "chi-bo-co-so"];
/** Level of the 305. */
export const cellLevel = "chi-bo";

const levels: readonly Level[] = [
  { code: "tinh", name: "Đảng bộ tỉnh", isSmall: false },
  { code: "huyen", name: "Đảng bộ huyện", isSmall: false },
  { code: "dang-bo-xa", name: "Đảng bộ xã, thị trấn", isSmall: false },
  { code: "dang-bo-co-so", name: "Đảng bộ cơ sở cơ quan, đơn vị", isSmall: false },
  { code: "chi-bo-co-so", name: "Chi bộ cơ sở", isSmall: true },
  { code: cellLevel, name: "Chi bộ trực thuộc đảng bộ cơ sở", isSmall: true },
];

const notice =
  "Tổ chức minh họa theo cơ cấu Đảng bộ huyện Giồng Riềng năm 2018 (64 tổ chức cơ sở đảng, 305 chi bộ). Tên ấp, " +
  "tên chi bộ, tên gọi cũ, cách viết dân gian, hình thức tổ chức của từng cơ quan, mọi chức danh và mọi người giữ " +
  "khóa đều do người soạn đặt ra; không ai có thật.";

/** The people of the district who hold several offices, as is usual. */
type Leaders = {
  readonly secretary: PersonId;
  readonly police: PersonId;
  readonly army: PersonId;
  readonly town: PersonId;
};

type Building = { readonly draft: Draft; readonly keyHoldersOf: (committee: string) => readonly PersonId[] };

/** The illustration and its officers. No committee has a key yet: `withKeyRecords` (org/key-records) adds the digests. */
export type DemoOrganisation = {
  readonly organisation: Organisation;
  readonly officers: readonly DemoOfficer[];
};

/**
 * The tổ chức minh họa of Giồng Riềng 2018, valid without end so that letters can be routed today. The same source
 * of person ids gives the same organisation.
 */
export function createDemoOrganisation(newPerson: NewPerson): DemoOrganisation {
  const draft: Draft = { validFrom: toPlainDate("2018-01-01"), newPerson, units: [], committees: [] };
  const officers = createDemoOfficers(newPerson);
  const keyHoldersOf = (committee: string) =>
    officers
      .filter((officer) => officer.committees.includes(committee as CommitteeId))
      .map(({ person }) => person);
  const building = { draft, keyHoldersOf };
  const leaders = addUpperLevels(building);
  for (const [index, commune] of communes.entries()) addCommune(building, leaders, commune, index);
  for (const agency of largeAgencies) {
    const unit = addAgency(building, leaders, agency, "dang-bo-co-so");
    for (const name of agency.cells) addCell(building, unit, slugOf(name), name);
  }
  for (const agency of smallAgencies) addAgency(building, leaders, agency, "chi-bo-co-so");
  const { units, committees } = draft;
  const intake = district;
  return { organisation: { notice, levels, units, committees, intake, deputyGoesUp: true }, officers };
}

const province = "kien-giang-btv" as CommitteeId;
const district = "giong-rieng-btv" as CommitteeId;
const districtUnit = "giong-rieng" as UnitId;

function addUpperLevels(building: Building): Leaders {
  const { draft } = building;
  const person = draft.newPerson;
  const inspector = person();
  const kienGiang = addUnit(draft, {
    id: "kien-giang",
    name: "Đảng bộ tỉnh Kiên Giang",
    level: "tinh",
    parent: null,
  });
  addOpenCommittee(building, province, "Ban Thường vụ Tỉnh ủy Kiên Giang", kienGiang, [
    seat(draft, "head", "Bí thư Tỉnh ủy"),
    seat(draft, "deputy", "Phó Bí thư Thường trực Tỉnh ủy"),
    seat(draft, "deputy", "Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh"),
    seat(draft, "member", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", inspector),
    seat(draft, "member", "Trưởng Ban Tổ chức Tỉnh ủy"),
  ]);
  addInspection(building, "kien-giang-ubkt", "Tỉnh ủy Kiên Giang", kienGiang, inspector);

  const leaders = { secretary: person(), police: person(), army: person(), town: person() };
  const [chairman, vice, districtInspector] = [person(), person(), person()];
  addUnit(draft, {
    id: districtUnit,
    name: "Đảng bộ huyện Giồng Riềng",
    aliases: ["huyện Rồng Giềng", "huyện Dồng Riềng", "Giồng Giềng"],
    level: "huyen",
    parent: kienGiang,
    posts: [
      seat(draft, "head", "Chủ tịch Ủy ban nhân dân huyện", chairman, province),
      seat(draft, "deputy", "Phó Chủ tịch Ủy ban nhân dân huyện", vice, province),
    ],
  });
  addOpenCommittee(building, district, "Ban Thường vụ Huyện ủy Giồng Riềng", districtUnit, [
    seat(draft, "head", "Bí thư Huyện ủy", leaders.secretary, province),
    seat(draft, "deputy", "Phó Bí thư Thường trực Huyện ủy", person(), province),
    seat(draft, "deputy", "Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện", chairman, province),
    seat(draft, "member", "Phó Chủ tịch Ủy ban nhân dân huyện", vice),
    seat(draft, "member", "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", districtInspector),
    seat(draft, "member", "Trưởng Ban Tổ chức Huyện ủy"),
    seat(draft, "member", "Trưởng Công an huyện", leaders.police),
    seat(draft, "member", "Chỉ huy trưởng Ban Chỉ huy Quân sự huyện", leaders.army),
    seat(draft, "member", "Bí thư Đảng ủy thị trấn Giồng Riềng", leaders.town),
  ]);
  addInspection(building, "giong-rieng-ubkt", "Huyện ủy Giồng Riềng", districtUnit, districtInspector);
  return leaders;
}

function addInspection(building: Building, id: string, of: string, unit: UnitId, chair: PersonId): void {
  const { draft, keyHoldersOf } = building;
  const [member] = keyHoldersOf(id);
  addCommittee(draft, {
    id,
    name: `Ủy ban Kiểm tra ${of}`,
    kind: "inspection",
    unit,
    seats: [
      seat(draft, "head", "Chủ nhiệm", chair),
      seat(draft, "deputy", "Phó Chủ nhiệm"),
      seat(draft, "member", "Ủy viên", member),
    ],
    keyHolders: keyHoldersOf(id),
  });
}

function addCommune(building: Building, { town }: Leaders, commune: Commune, index: number): void {
  const { draft } = building;
  const [kind = "", ...rest] = commune.name.split(" ");
  const isTown = index === 0;
  const place = isTown ? "thị trấn" : kind;
  const [chairman, vice, standing, police, army] = Array.from({ length: 5 }, draft.newPerson);
  const unit = addUnit(draft, {
    id: `gr-${commune.slug}`,
    name: `Đảng bộ ${commune.name}`,
    aliases: [commune.name, rest.join(" "), ...commune.aliases],
    level: "dang-bo-xa",
    parent: districtUnit,
    posts: [
      seat(draft, "head", `Chủ tịch Ủy ban nhân dân ${place}`, chairman, district),
      seat(draft, "deputy", `Phó Chủ tịch Ủy ban nhân dân ${place}`, vice),
    ],
  });
  addOpenCommittee(building, `${unit}-dang-uy`, `Đảng ủy ${commune.name}`, unit, [
    // The town's secretary sits in the district's committee too: letters about that office go past it.
    seat(draft, "head", `Bí thư Đảng ủy ${place}`, isTown ? town : undefined, district),
    seat(draft, "deputy", `Phó Bí thư Thường trực Đảng ủy ${place}`, standing),
    seat(draft, "deputy", `Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân ${place}`, chairman, district),
    seat(draft, "member", `Phó Chủ tịch Ủy ban nhân dân ${place}`, vice),
    seat(draft, "member", `Trưởng Công an ${place}`, police),
    seat(draft, "member", `Chỉ huy trưởng Ban Chỉ huy Quân sự ${place}`, army),
  ]);
  for (const name of hamletsOf(commune, index)) addCell(building, unit, slugOf(name), name);
  const secretaries = new Map([
    ["co-quan", standing],
    ["cong-an", police],
    ["quan-su", army],
  ]);
  for (const { slug, name, headTitle } of communeOffices) {
    const secretary = secretaries.get(slug) ?? draft.newPerson();
    // Heads of schools are managed by the district, though their chi bộ lies under the commune.
    const managedBy = headTitle === "Hiệu trưởng" ? district : undefined;
    const posts = headTitle === null ? [] : [seat(draft, "head", headTitle, secretary, managedBy)];
    addCell(building, unit, slug, `${name} ${commune.name}`, secretary, posts);
  }
}

function hamletsOf({ hamlets }: Commune, index: number): readonly string[] {
  const numbered = (_: unknown, n: number) =>
    index === 0 ? `khu phố ${n + 1}` : `ấp ${hamletNames[(index * 4 + n) % hamletNames.length] ?? ""}`;
  return Array.from({ length: hamlets }, numbered);
}

function addAgency(building: Building, leaders: Leaders, agency: Agency, level: string): UnitId {
  const { draft } = building;
  const isParty = level === "dang-bo-co-so";
  const id = `gr-${agency.slug}`;
  const head = { "cong-an": leaders.police, "quan-su": leaders.army }[agency.slug] ?? draft.newPerson();
  const deputy = draft.newPerson();
  const unit = addUnit(draft, {
    id,
    name: `${isParty ? "Đảng bộ" : "Chi bộ"} ${agency.name}`,
    aliases: [agency.name],
    formerNames: agency.formerNames,
    level,
    parent: districtUnit,
    posts: [seat(draft, "head", agency.headTitle, head, district), seat(draft, "deputy", "Cấp phó", deputy)],
  });
  // Bí thư Huyện ủy heads the army's Party committee; elsewhere the head of the agency heads it.
  const isArmy = agency.slug === "quan-su";
  const body = isParty ? "Đảng ủy" : "Chi ủy";
  addOpenCommittee(building, `${id}-${isParty ? "dang-uy" : "chi-uy"}`, `${body} ${agency.name}`, unit, [
    seat(draft, "head", "Bí thư", isArmy ? leaders.secretary : head, isArmy ? province : district),
    seat(draft, "deputy", "Phó Bí thư", isArmy ? head : deputy),
    seat(draft, "member", "Ủy viên"),
  ]);
  return unit;
}

function addCell(
  building: Building,
  parent: UnitId,
  slug: string,
  name: string,
  secretary?: PersonId,
  posts: readonly Seating[] = [],
): void {
  const { draft, keyHoldersOf } = building;
  const unit = addUnit(draft, {
    id: `${parent}-${slug}`,
    name: `Chi bộ ${name}`,
    aliases: [name],
    level: cellLevel,
    parent,
    posts,
  });
  const hasCommittee = cellsWithMailbox.includes(unit);
  const id = `${unit}-chi-uy`;
  const leaders = [
    seat(draft, "head", "Bí thư Chi bộ", secretary),
    seat(draft, "deputy", "Phó Bí thư Chi bộ"),
  ];
  // Under nine members a chi bộ has no chi ủy (Điều lệ Đảng, Điều 24): only a secretary and, if need be, a deputy.
  const body = hasCommittee ? "Chi ủy" : "Bí thư, Phó Bí thư";
  const [member] = keyHoldersOf(id);
  const seats = hasCommittee ? [...leaders, seat(draft, "member", "Ủy viên Chi ủy", member)] : leaders;
  addOpenCommittee(building, id, `${body} Chi bộ ${name}`, unit, seats);
}

/** Adds a managing committee; it has a mailbox if an officer holds its keys. */
function addOpenCommittee(
  building: Building,
  id: string,
  name: string,
  unit: UnitId,
  seats: readonly Seating[],
): void {
  addCommittee(building.draft, { id, name, unit, seats, keyHolders: building.keyHoldersOf(id) });
}
