import { citizenAloudVi } from "./vi.aloud.ts";
import { citizenAnswersVi } from "./vi.answers.ts";
import { citizenFirstVi } from "./vi.first.ts";
import { citizenKeepingVi } from "./vi.keeping.ts";
import { citizenLaterVi } from "./vi.later.ts";
import { citizenQuestionsVi } from "./vi.questions.ts";

/** Everything that the reporter reads up to the code, and whenever something goes wrong. What is read on coming back: `vi.return`. */
export const citizenVi = {
  ...citizenFirstVi,
  ...citizenAloudVi,
  ...citizenAnswersVi,
  ...citizenKeepingVi,
  ...citizenLaterVi,
  ...citizenQuestionsVi,
} as const;

export type CitizenMessages = typeof citizenVi;
