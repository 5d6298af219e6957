export const manifestationGroups = ["A", "B", "C"] as const;
/**
 * Groups of the 27 manifestations (Nghị quyết Trung ương 4 khóa XII): A political ideology, B morality and
 * lifestyle, C "tự diễn biến, tự chuyển hóa". C is counted in registers; a letter is asked about it only where the
 * receiving committee has said so in the signed directory.
 */
export type ManifestationGroup = (typeof manifestationGroups)[number];

/** A manifestation: the group followed by the number, in the order of the resolution. */
export type ManifestationCode = `${ManifestationGroup}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The codes of a complete catalogue, in the order of the resolution. */
export const manifestationCodes: readonly ManifestationCode[] = manifestationGroups.flatMap((group) =>
  numbers.map((number): ManifestationCode => `${group}${number}`),
);

/** The catalogue by which a letter was sorted: the resolution, and the edition of its wording and questions here. */
export const catalogueVersion = "nq4-xii.1";

/**
 * The plain questions of the form. Each leads to a few manifestations, so that nobody has to pick from a list of
 * 27. Every manifestation of groups A and B lies under exactly one of the first six, all of C under the last.
 */
export const topics = {
  money: ["B7", "B6", "B3"],
  posts: ["A9", "B8", "A8"],
  power: ["B2", "A7", "B1"],
  duty: ["B5", "A4", "A6"],
  "party-work": ["A5", "B4", "A3", "A2", "A1"],
  conduct: ["B9"],
  opinions: ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"],
} as const satisfies Readonly<Record<string, readonly ManifestationCode[]>>;
export type Topic = keyof typeof topics;

/** The topics that a form asks about. Group C concerns opinions: off, unless the receiving committee asks for it. */
export function listTopics(asksGroupC: boolean): readonly Topic[] {
  const all = Object.keys(topics) as Topic[];
  return asksGroupC ? all : all.filter((topic) => topic !== "opinions");
}

/** The group to which a manifestation belongs. */
export function groupOf(code: ManifestationCode): ManifestationGroup {
  return code.startsWith("A") ? "A" : code.startsWith("B") ? "B" : "C";
}
