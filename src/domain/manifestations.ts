export const manifestationGroups = ["A", "B", "C"] as const;
/**
 * Groups of the 27 manifestations (Nghị quyết Trung ương 4 khóa XII): A political ideology, B morality and
 * lifestyle, C "tự diễn biến, tự chuyển hóa". C is counted in registers and never asked for in the public form.
 */
export type ManifestationGroup = (typeof manifestationGroups)[number];

/** One of the 27. `code` is the group followed by the number, `A1` to `C9`. */
export type Manifestation = {
  readonly code: string;
  readonly group: ManifestationGroup;
  readonly number: number;
  readonly title: { readonly vi: string; readonly en: string };
};

/** The codes of a complete catalogue, in the order of the resolution. */
export const manifestationCodes: readonly string[] = manifestationGroups.flatMap((group) =>
  Array.from({ length: 9 }, (_, index) => `${group}${index + 1}`),
);
