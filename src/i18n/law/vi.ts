import { lawCaseVi } from "./vi.case.ts";
import { lawFirstVi } from "./vi.first.ts";

/**
 * The law's own sentences, in the words of the glossary, for reporters, officers and papers alike. This is the
 * source: English and Khmer follow it.
 */
export const lawVi = { ...lawFirstVi, ...lawCaseVi } as const;

export type LawMessages = typeof lawVi;
