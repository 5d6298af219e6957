/**
 * The places and agencies of the Giồng Riềng 2018 illustration. The nineteen communes and the town are public; the
 * number of hamlets, the agencies' Party form, and every name marked as invented below are made up so that the
 * totals are those of the article: 64 grassroots organisations, 305 chi bộ under đảng bộ cơ sở.
 */

/** A commune or the town: its slug, name, number of hamlets (invented), and spellings that folding cannot reach. */
export type Commune = {
  readonly slug: string;
  readonly name: string;
  readonly hamlets: number;
  readonly aliases: readonly string[];
};

const commune = (slug: string, name: string, hamlets: number, ...aliases: string[]): Commune => ({
  slug,
  name,
  hamlets,
  aliases,
});

/** The town comes first; the misspelling "Rồng Giềng" is the article's own. */
export const communes: readonly Commune[] = [
  commune("thi-tran", "thị trấn Giồng Riềng", 10, "Rồng Giềng", "Dồng Riềng", "chợ Giồng Riềng"),
  commune("ban-tan-dinh", "xã Bàn Tân Định", 9, "Bàng Tân Định"),
  commune("ban-thach", "xã Bàn Thạch", 8, "Bàng Thạch"),
  commune("hoa-an", "xã Hòa An", 7),
  commune("hoa-hung", "xã Hòa Hưng", 9, "Hòa Hân"),
  commune("hoa-loi", "xã Hòa Lợi", 8),
  commune("hoa-thuan", "xã Hòa Thuận", 10, "Hòa Thuậng"),
  commune("long-thanh", "xã Long Thạnh", 11, "Lông Thạnh"),
  commune("ngoc-chuc", "xã Ngọc Chúc", 9, "Ngọc Trúc"),
  commune("ngoc-hoa", "xã Ngọc Hòa", 8),
  commune("ngoc-thanh", "xã Ngọc Thành", 8),
  commune("ngoc-thuan", "xã Ngọc Thuận", 8),
  commune("thanh-binh", "xã Thạnh Bình", 6),
  commune("thanh-hoa", "xã Thạnh Hòa", 7),
  commune("thanh-hung", "xã Thạnh Hưng", 10),
  commune("thanh-loc", "xã Thạnh Lộc", 9),
  commune("thanh-phuoc", "xã Thạnh Phước", 8, "Thạnh Phướt"),
  commune("vinh-phu", "xã Vĩnh Phú", 6),
  commune("vinh-thanh", "xã Vĩnh Thạnh", 5),
];

/** Names of hamlets, all invented; a commune takes as many as it needs, from a place of its own in the list. */
export const hamletNames: readonly string[] = [
  "Bình An",
  "Cây Dừa",
  "Đồng Tâm",
  "Hòa Bình",
  "Kinh Giữa",
  "Láng Sen",
  "Ngã Tư",
  "Phước Lợi",
  "Rạch Chanh",
  "Tân Lập",
  "Tân Tiến",
  "Thạnh Lợi",
  "Thắng Lợi",
  "Vàm Xáng",
  "Vĩnh An",
  "Xẻo Dừa",
  "Xóm Mới",
];

/** The chi bộ of a commune's offices and schools beside its hamlets, with the title of the head. */
export const communeOffices: readonly {
  readonly slug: string;
  readonly name: string;
  readonly headTitle: string | null;
}[] = [
  { slug: "co-quan", name: "cơ quan", headTitle: null },
  { slug: "cong-an", name: "công an", headTitle: "Trưởng Công an" },
  { slug: "quan-su", name: "quân sự", headTitle: "Chỉ huy trưởng Ban Chỉ huy Quân sự" },
  { slug: "y-te", name: "trạm y tế", headTitle: "Trưởng trạm Y tế" },
  { slug: "tieu-hoc", name: "trường tiểu học", headTitle: "Hiệu trưởng" },
  { slug: "thcs", name: "trường trung học cơ sở", headTitle: "Hiệu trưởng" },
];

/** An agency whose Party organisation lies directly under the district. */
export type Agency = {
  readonly slug: string;
  readonly name: string;
  readonly headTitle: string;
  readonly formerNames: readonly string[];
};

/** One that is a đảng bộ cơ sở, with its chi bộ (their names are invented). */
export type LargeAgency = Agency & { readonly cells: readonly string[] };

const large = (slug: string, name: string, headTitle: string, cells: string): LargeAgency => ({
  slug,
  name,
  headTitle,
  formerNames: [],
  cells: cells.split(", "),
});

export const largeAgencies: readonly LargeAgency[] = [
  large(
    "cong-an",
    "Công an huyện",
    "Trưởng Công an huyện",
    "Tham mưu, An ninh, Điều tra, Cảnh sát giao thông, Quản lý hành chính, Nhà tạm giữ",
  ),
  large(
    "quan-su",
    "Quân sự huyện",
    "Chỉ huy trưởng Ban Chỉ huy Quân sự huyện",
    "Tham mưu, Chính trị, Hậu cần, Kỹ thuật",
  ),
  large(
    "y-te",
    "Trung tâm Y tế huyện",
    "Giám đốc Trung tâm Y tế huyện",
    "Hành chính, Khoa Khám bệnh, Khoa Nội, Khoa Ngoại, Khoa Sản, Khoa Nhi, Khoa Dược, Y tế dự phòng",
  ),
  large(
    "thpt-giong-rieng",
    "Trường THPT Giồng Riềng",
    "Hiệu trưởng",
    "Hành chính, Tổ Toán, Tổ Văn, Tổ Khoa học tự nhiên",
  ),
  large("thpt-hoa-thuan", "Trường THPT Hòa Thuận", "Hiệu trưởng", "Hành chính, Tổ Tự nhiên, Tổ Xã hội"),
  large(
    "van-phong",
    "Văn phòng HĐND và UBND huyện",
    "Chánh Văn phòng",
    "Tổng hợp, Tiếp công dân, Hành chính",
  ),
  large(
    "co-quan-huyen-uy",
    "Cơ quan Huyện ủy",
    "Chánh Văn phòng Huyện ủy",
    "Văn phòng, Tổ chức, Tuyên giáo, Dân vận",
  ),
  large(
    "nong-nghiep-pt",
    "Ngân hàng Nông nghiệp và PTNT huyện",
    "Giám đốc",
    "Tín dụng, Kế toán, Phòng giao dịch",
  ),
];

const small = (slug: string, name: string, headTitle: string, ...formerNames: string[]): Agency => ({
  slug,
  name,
  headTitle,
  formerNames,
});

/** Those that are a chi bộ cơ sở. */
export const smallAgencies: readonly Agency[] = [
  small("noi-vu", "Phòng Nội vụ", "Trưởng phòng"),
  small("tu-phap", "Phòng Tư pháp", "Trưởng phòng"),
  small("tai-chinh", "Phòng Tài chính - Kế hoạch", "Trưởng phòng"),
  small("tai-nguyen", "Phòng Tài nguyên và Môi trường", "Trưởng phòng", "Phòng Địa chính"),
  small("lao-dong", "Phòng Lao động - Thương binh và Xã hội", "Trưởng phòng"),
  small("van-hoa", "Phòng Văn hóa và Thông tin", "Trưởng phòng"),
  small("giao-duc", "Phòng Giáo dục và Đào tạo", "Trưởng phòng", "Phòng Giáo dục"),
  small("nong-nghiep", "Phòng Nông nghiệp và Phát triển nông thôn", "Trưởng phòng", "Phòng Nông nghiệp"),
  small("ha-tang", "Phòng Kinh tế và Hạ tầng", "Trưởng phòng", "Phòng Công thương"),
  small("phong-y-te", "Phòng Y tế", "Trưởng phòng"),
  small("dan-toc", "Phòng Dân tộc", "Trưởng phòng"),
  small("thanh-tra", "Thanh tra huyện", "Chánh Thanh tra"),
  small("toa-an", "Tòa án nhân dân huyện", "Chánh án"),
  small("kiem-sat", "Viện Kiểm sát nhân dân huyện", "Viện trưởng"),
  small("thi-hanh-an", "Chi cục Thi hành án dân sự huyện", "Chi cục trưởng", "Đội Thi hành án"),
  small("thue", "Chi cục Thuế huyện", "Chi cục trưởng"),
  small("kho-bac", "Kho bạc Nhà nước huyện", "Giám đốc"),
  small("bao-hiem", "Bảo hiểm xã hội huyện", "Giám đốc"),
  small("thong-ke", "Chi cục Thống kê huyện", "Chi cục trưởng", "Phòng Thống kê"),
  small("chinh-sach", "Ngân hàng Chính sách xã hội huyện", "Giám đốc"),
  small("mat-tran", "Ủy ban Mặt trận Tổ quốc huyện", "Chủ tịch"),
  small("nong-dan", "Hội Nông dân huyện", "Chủ tịch"),
  small("phu-nu", "Hội Liên hiệp Phụ nữ huyện", "Chủ tịch"),
  small("huyen-doan", "Huyện Đoàn", "Bí thư Huyện Đoàn"),
  small("cuu-chien-binh", "Hội Cựu chiến binh huyện", "Chủ tịch"),
  small("cong-doan", "Liên đoàn Lao động huyện", "Chủ tịch"),
  small("chinh-tri", "Trung tâm Bồi dưỡng chính trị huyện", "Giám đốc"),
  small("the-thao", "Trung tâm Văn hóa - Thể thao huyện", "Giám đốc", "Nhà Văn hóa huyện"),
  small("truyen-thanh", "Đài Truyền thanh huyện", "Trưởng đài"),
  small(
    "gdtx",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Giám đốc",
    "Trung tâm Giáo dục thường xuyên",
  ),
  small("thpt-long-thanh", "Trường THPT Long Thạnh", "Hiệu trưởng"),
  small("thpt-hoa-hung", "Trường THPT Hòa Hưng", "Hiệu trưởng"),
  small("thpt-thanh-loc", "Trường THPT Thạnh Lộc", "Hiệu trưởng"),
  small("thpt-ban-tan-dinh", "Trường THPT Bàn Tân Định", "Hiệu trưởng"),
  small("du-an", "Ban Quản lý dự án đầu tư xây dựng huyện", "Giám đốc"),
  small("cong-trinh", "Ban Quản lý công trình công cộng huyện", "Trưởng ban"),
  small("dien-luc", "Điện lực Giồng Riềng", "Giám đốc"),
];
