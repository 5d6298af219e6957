import { viActs } from "./vi.acts.ts";
import { viBecause } from "./vi.because.ts";
import { viCase } from "./vi.case.ts";
import { viDesk } from "./vi.desk.ts";

/** Everything that the officer's pages say. Written first; English and Khmer follow it. */
export const vi = { ...viDesk, ...viActs, ...viBecause, ...viCase } as const;
