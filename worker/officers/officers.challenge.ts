import { toUtf8 } from "../../src/envelope/bytes.ts";
import { equalSecretBytes } from "../platform/digest.ts";
import type { Platform } from "../platform/platform.ts";

/** A challenge is good in the five minutes in which it was made and in the five after. */
const bucketLength = 300_000;

/** The challenge of the moment, the same for everybody. Nothing of it is stored. */
export async function createLoginChallenge(platform: Platform): Promise<string> {
  return challengeOf(platform, currentBucket(platform));
}

/** Whether we made the challenge, not long ago. */
export async function isCurrentChallenge(platform: Platform, challenge: string): Promise<boolean> {
  const bucket = currentBucket(platform);
  const good = [await challengeOf(platform, bucket), await challengeOf(platform, bucket - 1)];
  return good.some((known) => equalSecretBytes(toUtf8(known), toUtf8(challenge)));
}

function currentBucket({ clock }: Platform): number {
  return Math.floor(clock.instant() / bucketLength);
}

async function challengeOf({ secrets }: Platform, bucket: number): Promise<string> {
  return `${bucket}.${await secrets.loginTag(String(bucket))}`;
}
