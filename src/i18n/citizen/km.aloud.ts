import type { Translation } from "../message.ts";
import type { CitizenAloudMessages } from "./vi.aloud.ts";

export const citizenAloudKm = {
  "aloud.listen": "ស្តាប់សំណួរ",
  "aloud.stop": "ឈប់អាន",
  "aloud.hint": "មានគេនៅជិតឬ? សូមប្រើកាស។",
} as const satisfies Translation<CitizenAloudMessages>;
