import type { CommitteeId, UnitId } from "../../domain/ids.ts";
import type { Organisation, Unit } from "../../domain/organisation.ts";
import { toPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { addCommittee, addUnit, seat, slugOf, type Draft, type NewPerson } from "./draft.ts";

const abolition = toPlainDate("2025-07-01");
const province = "an-giang-btv" as CommitteeId;

/** Names invented. */
const cells =
  "ấp Bình An, ấp Cây Dừa, ấp Đồng Tâm, ấp Hòa Bình, ấp Láng Sen, ấp Rạch Chanh, ấp Tân Lập, ấp Vàm Xáng";
const offices = "cơ quan Đảng, cơ quan chính quyền, công an xã, quân sự xã";

/**
 * The tổ chức minh họa of xã Giồng Riềng, tỉnh An Giang, from 1-7-2025: districts no longer exist, the commune lies
 * straight under the province. The old town, district and province stand in it as ended, because letters and cases
 * still name them. No committee has a key yet: `withKeyRecords` (org/key-records) adds the digests.
 */
export function createOrganisation2025(newPerson: NewPerson): Organisation {
  const draft: Draft = { validFrom: abolition, newPerson, units: [], committees: [] };
  const anGiang = addUnit(draft, {
    id: "an-giang",
    name: "Đảng bộ tỉnh An Giang",
    level: "tinh",
    parent: null,
  });
  addCommittee(draft, {
    id: province,
    name: "Ban Thường vụ Tỉnh ủy An Giang",
    unit: anGiang,
    seats: [
      seat(draft, "head", "Bí thư Tỉnh ủy"),
      seat(draft, "deputy", "Phó Bí thư Thường trực Tỉnh ủy"),
      seat(draft, "member", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"),
    ],
    keyHolders: [newPerson()],
  });
  const commune = addCommune(draft, anGiang);
  for (const name of [...cells.split(", "), ...offices.split(", ")]) addCell(draft, commune, name);
  const units = [...draft.units, ...endedUnits(anGiang, commune)];
  return { notice, levels, units, committees: draft.committees, intake: province, deputyGoesUp: true };
}

const notice =
  "Tổ chức minh họa theo mô hình chính quyền địa phương hai cấp từ ngày 1-7-2025 (xã Giồng Riềng, tỉnh An Giang). " +
  "Tên ấp, tên chi bộ, chức danh và người giữ khóa do người soạn đặt ra.";

const levels = [
  { code: "tinh", name: "Đảng bộ tỉnh", isSmall: false },
  { code: "huyen", name: "Đảng bộ huyện (đã kết thúc)", isSmall: false },
  { code: "dang-bo-xa", name: "Đảng bộ xã", isSmall: false },
  { code: "chi-bo", name: "Chi bộ trực thuộc đảng bộ xã", isSmall: true },
];

function addCommune(draft: Draft, parent: UnitId): UnitId {
  const chairman = draft.newPerson();
  const unit = addUnit(draft, {
    id: "ag-giong-rieng",
    name: "Đảng bộ xã Giồng Riềng",
    aliases: ["xã Giồng Riềng", "Giồng Riềng", "Rồng Giềng"],
    formerNames: ["thị trấn Giồng Riềng"],
    level: "dang-bo-xa",
    parent,
    posts: [seat(draft, "head", "Chủ tịch Ủy ban nhân dân xã", chairman, province)],
  });
  addCommittee(draft, {
    id: "ag-giong-rieng-dang-uy",
    name: "Đảng ủy xã Giồng Riềng",
    unit,
    seats: [
      seat(draft, "head", "Bí thư Đảng ủy xã", undefined, province),
      seat(draft, "deputy", "Phó Bí thư Thường trực Đảng ủy xã"),
      seat(draft, "deputy", "Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã", chairman, province),
    ],
    keyHolders: [draft.newPerson()],
  });
  return unit;
}

function addCell(draft: Draft, parent: UnitId, name: string): void {
  const unit = addUnit(draft, {
    id: `${parent}-${slugOf(name)}`,
    name: `Chi bộ ${name}`,
    level: "chi-bo",
    parent,
  });
  const seats = [seat(draft, "head", "Bí thư Chi bộ"), seat(draft, "deputy", "Phó Bí thư Chi bộ")];
  addCommittee(draft, { id: `${unit}-chi-uy`, name: `Bí thư, Phó Bí thư Chi bộ ${name}`, unit, seats });
}

function endedUnits(anGiang: UnitId, commune: UnitId): readonly Unit[] {
  const kienGiang = ended("kien-giang", "Đảng bộ tỉnh Kiên Giang", "tinh", null, anGiang);
  // The district was abolished, not merged: what it answered for goes to the province.
  const district = ended("giong-rieng", "Đảng bộ huyện Giồng Riềng", "huyen", kienGiang.id, null);
  const town = ended("gr-thi-tran", "Đảng bộ thị trấn Giồng Riềng", "dang-bo-xa", district.id, commune);
  return [kienGiang, district, town];
}

function ended(
  id: string,
  name: string,
  level: string,
  parent: UnitId | null,
  mergedInto: UnitId | null,
): Unit {
  const days: { validFrom: PlainDate; validTo: PlainDate } = {
    validFrom: toPlainDate("2018-01-01"),
    validTo: abolition,
  };
  return {
    ...days,
    id: id as UnitId,
    name,
    formerNames: [],
    aliases: [],
    level,
    parents: parent === null ? [] : [{ ...days, parent }],
    mergedInto,
    agencyPosts: [],
  };
}
