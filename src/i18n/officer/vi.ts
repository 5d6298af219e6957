import { viActs } from "./vi.acts.ts";
import { viAudit } from "./vi.audit.ts";
import { viBecause } from "./vi.because.ts";
import { viCase } from "./vi.case.ts";
import { viDesk } from "./vi.desk.ts";
import { viSearch } from "./vi.search.ts";
import { viUnlock } from "./vi.unlock.ts";
import { viViews } from "./vi.views.ts";

/** Everything that the officer's pages say. Written first; English and Khmer follow it. */
export const vi = {
  ...viDesk,
  ...viViews,
  ...viActs,
  ...viAudit,
  ...viBecause,
  ...viCase,
  ...viUnlock,
  ...viSearch,
} as const;
