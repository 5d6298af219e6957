import type { CommitteeId, OfficerId, PersonId } from "../../domain/ids.ts";
import type { NewPerson } from "./draft.ts";
import { communes, largeAgencies, smallAgencies } from "./places.ts";

/** An officer of the demonstration, who holds the keys of one committee or of a cluster of them. */
export type DemoOfficer = {
  readonly id: OfficerId;
  readonly loginName: string;
  /** Vietnamese: it is data, like the names of units. */
  readonly displayTitle: string;
  readonly person: PersonId;
  readonly committees: readonly CommitteeId[];
  /** One of the six that the demonstration prints when it starts. */
  readonly isPrinted: boolean;
};

/** Two communes and some agencies have no mailbox yet: their letters go up, and the page says why. */
const communesWithout = ["hoa-an", "vinh-phu"];
const agenciesWithout = [
  "phong-y-te",
  "dan-toc",
  "thong-ke",
  "cong-doan",
  "truyen-thanh",
  "cong-trinh",
  "van-phong",
];

/** The chi bộ that have a chi ủy with a mailbox of its own, so that the lowest level is shown too. */
export const cellsWithMailbox: readonly string[] = [
  "gr-hoa-thuan-ap-tan-tien",
  "gr-long-thanh-ap-vinh-an",
  "gr-y-te-khoa-noi",
];

/** The dozen or so officers, no mailbox without one. Those of a cluster (cụm) serve several small committees. */
export function createDemoOfficers(newPerson: NewPerson): readonly DemoOfficer[] {
  const officer = (
    loginName: string,
    displayTitle: string,
    committees: readonly string[],
    isPrinted = false,
  ) => ({
    id: loginName.replace(".", "-") as OfficerId,
    loginName,
    displayTitle,
    person: newPerson(),
    committees: committees.map((id) => id as CommitteeId),
    isPrinted,
  });
  const [chiBoHoaThuan = "", chiBoLongThanh = "", chiBoYTe = ""] = cellsWithMailbox.map(
    (id) => `${id}-chi-uy`,
  );
  const clusters = clustersOf(
    communes
      .map(({ slug }) => slug)
      .filter((slug) => !["thi-tran", "hoa-thuan", ...communesWithout].includes(slug)),
    3,
  );
  return [
    officer("tantien.chiuy", "Ủy viên Chi ủy Chi bộ ấp Tân Tiến, xã Hòa Thuận", [chiBoHoaThuan], true),
    officer(
      "hoathuan.vanphong",
      "Cán bộ xử lý, Văn phòng Đảng ủy xã Hòa Thuận",
      ["gr-hoa-thuan-dang-uy"],
      true,
    ),
    officer("huyenuy.vanphong", "Cán bộ xử lý, Văn phòng Huyện ủy Giồng Riềng", ["giong-rieng-btv"], true),
    officer("ubkt.giongrieng", "Ủy viên Ủy ban Kiểm tra Huyện ủy Giồng Riềng", ["giong-rieng-ubkt"], true),
    officer("tinhuy.vanphong", "Cán bộ xử lý, Văn phòng Tỉnh ủy Kiên Giang", ["kien-giang-btv"], true),
    officer("ubkt.kiengiang", "Ủy viên Ủy ban Kiểm tra Tỉnh ủy Kiên Giang", ["kien-giang-ubkt"], true),
    officer("huyenuy.noichinh", "Cán bộ nội chính, Văn phòng Huyện ủy Giồng Riềng", ["giong-rieng-btv"]),
    officer("vinhan.chiuy", "Ủy viên Chi ủy Chi bộ ấp Vĩnh An, xã Long Thạnh", [chiBoLongThanh]),
    officer("khoanoi.chiuy", "Ủy viên Chi ủy Chi bộ Khoa Nội, Trung tâm Y tế huyện", [chiBoYTe]),
    officer("thitran.vanphong", "Cán bộ xử lý, Văn phòng Đảng ủy thị trấn Giồng Riềng", [
      "gr-thi-tran-dang-uy",
    ]),
    ...clusters.map((slugs, index) =>
      officer(
        `cum${index + 1}.vanphong`,
        `Cán bộ xử lý dùng chung, cụm xã số ${index + 1}`,
        slugs.map((slug) => `gr-${slug}-dang-uy`),
      ),
    ),
    officer(
      "khoi.donvi",
      "Cán bộ xử lý dùng chung, các đảng bộ cơ quan, đơn vị",
      having(largeAgencies, "dang-uy"),
    ),
    officer("khoi.coquan", "Cán bộ xử lý dùng chung, các chi bộ cơ sở", having(smallAgencies, "chi-uy")),
  ];
}

function having(agencies: readonly { readonly slug: string }[], suffix: string): readonly string[] {
  return agencies
    .filter(({ slug }) => !agenciesWithout.includes(slug))
    .map(({ slug }) => `gr-${slug}-${suffix}`);
}

function clustersOf<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  return Array.from({ length: count }, (_, cluster) => items.filter((_, index) => index % count === cluster));
}
