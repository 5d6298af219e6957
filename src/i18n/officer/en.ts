import type { Translation } from "../message.ts";
import { enActs } from "./en.acts.ts";
import { enAudit } from "./en.audit.ts";
import { enBecause } from "./en.because.ts";
import { enCase } from "./en.case.ts";
import { enDesk } from "./en.desk.ts";
import { enSearch } from "./en.search.ts";
import { enUnlock } from "./en.unlock.ts";
import type { vi } from "./vi.ts";
import { enViews } from "./en.views.ts";

/** Everything that the officer's pages say. */
export const en = {
  ...enDesk,
  ...enViews,
  ...enActs,
  ...enAudit,
  ...enBecause,
  ...enCase,
  ...enUnlock,
  ...enSearch,
} as const satisfies Translation<typeof vi>;
