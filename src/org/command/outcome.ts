import { type Bilingual, inBoth } from "./bilingual.ts";

/** 0: done, or done already. 1: refused. 2: the command is not one, or finds nothing to work on. */
export type ExitCode = 0 | 1 | 2;

/** What a command says, and how it ends. */
export type Outcome = { readonly code: ExitCode; readonly lines: readonly Bilingual[] };

/** Ends this process's command: what went well on stdout, everything else on stderr. */
export function conclude({ code, lines }: Outcome): void {
  const print = code === 0 ? console.log : console.error;
  for (const line of lines) print(inBoth(line));
  process.exitCode = code;
}
