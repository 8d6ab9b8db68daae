import { createHash } from 'node:crypto';

/**
 * Next.js makes the names of server actions from this key, and encrypts what an action closes over. Ours close over nothing,
 * so it protects nothing; being the same in every build, it lets a form of one replica or version reach another.
 */
export const ACTIONS_KEY = createHash('sha256').update('tessera server actions').digest('base64');

/** In digits: a name with "ad" in it falls to the blockers of advertisements. @param sourceHash of `readSources` */
export function buildId(sourceHash: string): string {
  return BigInt(`0x${sourceHash.slice(0, 16)}`).toString();
}
