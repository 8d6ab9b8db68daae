import { createHash } from 'node:crypto';

/**
 * Next.js derives the names of server actions from this key, and encrypts the variables that actions close over. Ours
 * close over nothing, so the key protects nothing; being constant, it lets a form of one replica or version reach
 * another.
 */
export const ACTIONS_KEY = createHash('sha256').update('tessera server actions').digest('base64');

/** Digits only, because ad blockers block names that contain "ad". @param sourceHash from `readSources` */
export function buildId(sourceHash: string): string {
  return BigInt(`0x${sourceHash.slice(0, 16)}`).toString();
}
