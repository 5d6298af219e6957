import type { Translation } from "../message.ts";
import type { CitizenAloudMessages } from "./vi.aloud.ts";

export const citizenAloudEn = {
  "aloud.listen": "Listen to the question",
  "aloud.stop": "Stop reading",
  "aloud.hint": "Somebody near you? Use earphones.",
} as const satisfies Translation<CitizenAloudMessages>;
