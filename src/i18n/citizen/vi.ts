import { citizenFirstVi } from "./vi.first.ts";
import { citizenLaterVi } from "./vi.later.ts";

/** Everything that the reporter reads. This is the source: English and Khmer follow it. */
export const citizenVi = { ...citizenFirstVi, ...citizenLaterVi } as const;

export type CitizenMessages = typeof citizenVi;
