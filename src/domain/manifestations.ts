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

/**
 * The catalogue by which a letter was sorted: the resolution, a dot, and the edition of its questions here.
 *
 * A new edition is due whenever a question, or where it leads, says something else than before; mended spelling and a
 * better translation are none. A code never changes its meaning within a resolution, and a topic's name is never given
 * to other manifestations. A letter names its edition for ever: whoever reads it by another one shows its code and
 * topic, and says that the writer chose by other words. Another resolution is another catalogue: of its letters only
 * the bare code is shown.
 */
export const catalogueVersion = "nq4-xii.1";

/** How a catalogue is related to this one: whether its codes mean the same, and its questions too. */
export type EditionKind = "this" | "same-resolution" | "foreign";

/** What a letter's catalogue is to the reader's. */
export function editionKind(catalogue: string): EditionKind {
  if (catalogue === catalogueVersion) return "this";
  return resolutionOf(catalogue) === resolutionOf(catalogueVersion) ? "same-resolution" : "foreign";
}

const resolutionOf = (catalogue: string): string => catalogue.replace(/\.[^.]*$/, "");

/** Whether a code is one of the 27. */
export function isManifestation(code: string): code is ManifestationCode {
  return (manifestationCodes as readonly string[]).includes(code);
}

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

/** Whether a name is that of a plain question. */
export function isTopic(name: string): name is Topic {
  return Object.hasOwn(topics, name);
}

/** The topics that a form asks about. Group C concerns opinions: off, unless the receiving committee asks for it. */
export function listTopics(asksGroupC: boolean): readonly Topic[] {
  const all = Object.keys(topics) as Topic[];
  return asksGroupC ? all : all.filter((topic) => topic !== "opinions");
}

/** The group to which a manifestation belongs. */
export function groupOf(code: ManifestationCode): ManifestationGroup {
  return code.startsWith("A") ? "A" : code.startsWith("B") ? "B" : "C";
}

/** The manifestation that a writer chose, as far as this catalogue knows what the code means. */
export function knownCode({
  catalogue,
  code,
}: {
  readonly catalogue: string;
  readonly code: string | null;
}): ManifestationCode | null {
  return code !== null && editionKind(catalogue) !== "foreign" && isManifestation(code) ? code : null;
}
