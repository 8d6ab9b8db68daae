import { sha256 } from '../../../../crypto/hash';
import { hexFromBytes, utf8 } from '../../../../shared/bytes';
import type { Random } from '../../../../shared/random';

/** What the image says: 32 hexadecimal digits, 128 random bits. */
export function generateChallengeKey(random: Random): string {
  return hexFromBytes(random.bytes(16));
}

/** What is stored and looked up: how long a look-up takes tells nothing of a key that is found by its hash. */
export async function hashChallengeKey(challengeKey: string): Promise<string> {
  return hexFromBytes(await sha256(utf8(challengeKey)));
}
