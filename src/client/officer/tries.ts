/** Anybody mistypes twice; then each try waits a second longer, and never more than this. */
const freeTries = 2;
const longestPauseSeconds = 5;

/**
 * How long this page waits after so many wrong tries. The server has a wait of its own: this one is for the person at
 * the page, a reload forgets it, and it stays so short that it locks nobody out.
 */
export function pauseSeconds(wrongTries: number): number {
  return Math.min(longestPauseSeconds, Math.max(0, wrongTries - freeTries));
}
