import type { Translation } from "../message.ts";
import { kmActs } from "./km.acts.ts";
import { kmAudit } from "./km.audit.ts";
import { kmBecause } from "./km.because.ts";
import { kmCase } from "./km.case.ts";
import { kmDesk } from "./km.desk.ts";
import { kmSearch } from "./km.search.ts";
import { kmUnlock } from "./km.unlock.ts";
import type { vi } from "./vi.ts";
import { kmViews } from "./km.views.ts";

/** Everything that the officer's pages say. */
export const km = {
  ...kmDesk,
  ...kmViews,
  ...kmActs,
  ...kmAudit,
  ...kmBecause,
  ...kmCase,
  ...kmUnlock,
  ...kmSearch,
} as const satisfies Translation<typeof vi>;
