import type { Sha256 } from '../../shared/identifiers/phone-sign-in-id';
import { randomText, type Random } from '../../shared/random';
import type { InvitationId } from '../../shared/identifiers/invitation-id';

/**
 * Six digits that the invited person's page shows and the person reads out on the phone; the agent types them in. Of no
 * use to whoever hears them: they let in the browser that shows them, and no other.
 */
export type ReadOutCode = string & { readonly brand: 'ReadOutCode' };

export function parseReadOutCode(typed: string): ReadOutCode | null {
  const code = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? (code as ReadOutCode) : null;
}

export function generateReadOutCode(random: Random): ReadOutCode {
  return randomText(random, '0123456789', 6) as ReadOutCode;
}

export function readOutCodeHash(id: InvitationId, code: ReadOutCode, sha256: Sha256): Promise<string> {
  return sha256(`read-out:${id}:${code}`);
}
