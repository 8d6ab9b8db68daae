import {
  formatSecondCode,
  generateSecondCode,
  parseSecondCode,
  type SecondCode,
} from '../invitations/read-out/second-code';
import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Random } from '../../shared/random';

/** What a mailed secret is for. A user has at most one of each for each holder; a newer one takes its place. */
export type MailedPurpose = 'first-password' | 'forgotten-password' | 'lost-phone' | 'session-proof';

/**
 * @property holderHash of the browser or session that asked, the only one that can use it; empty for a link
 * @property secretHash of a link's token, or of a code; see `codeHash`
 */
export type MailedSecret = {
  user: UserKey;
  purpose: MailedPurpose;
  holderHash: string;
  secretHash: string;
  triesLeft: number;
  expiresAt: Date;
};

/** PORT: secrets that were mailed. Each method is one transaction. */
export interface MailedSecretStore {
  /** Keeps a secret with the mail that carries it, in place of the holder's earlier one of this purpose. */
  keep(secret: MailedSecret, sideEffects: SideEffects, now: Date): Promise<void>;
  /** Whose secret a link's token is, which may be over. @returns null if there is none that can still be used */
  findByHash(purpose: MailedPurpose, secretHash: string): Promise<(UserKey & { expiresAt: Date }) | null>;
  /**
   * Takes one of the holder's tries, and compares. Of tries made at once no more count than there are. Nobody else's count.
   * @returns `over` if no try or no time is left, or the holder has no such secret
   */
  try(user: UserKey, purpose: MailedPurpose, code: TypedCode, now: Date): Promise<'right' | 'wrong' | 'over'>;
  /** The holders of a user's secrets of one purpose that can still be used. */
  listHolders(user: UserKey, purpose: MailedPurpose, now: Date): Promise<string[]>;
  /** Uses a secret up, once, and with it those of other holders. @returns false if there is none, or it has been used */
  take(user: UserKey, purpose: MailedPurpose, secretHash: string): Promise<boolean>;
}

/** Tries of a code, of which there are 31^8: one in 10^11 is guessed. */
export const CODE_TRIES = 8;

/** Hashes under a key that is not in the database, from where codes of 39 bits could otherwise be computed. */
export type CodeHash = (text: string) => Promise<string>;

/** What a mailed code is for: those of people whom an authentication server keeps are stored elsewhere. */
export type CodePurpose = MailedPurpose | 'self-registration';

/** @param holder the browser's secret, or its session: the code is good there alone */
export function holderHash(purpose: CodePurpose, holder: string, hash: CodeHash): Promise<string> {
  return hash(`${purpose}:${holder}`);
}

/** @param holder see `holderHash` */
export function codeHash(purpose: CodePurpose, holder: string, code: SecondCode, hash: CodeHash): Promise<string> {
  return hash(`${purpose}:${holder}:${code}`);
}

export async function newCode(
  purpose: CodePurpose,
  holder: string,
  { random, hash }: { random: Random; hash: CodeHash },
): Promise<{ code: string; secretHash: string }> {
  const code = generateSecondCode(random);
  return { code: formatSecondCode(code), secretHash: await codeHash(purpose, holder, code, hash) };
}

export type TypedCode = Pick<MailedSecret, 'holderHash' | 'secretHash'>;

/** @param holder the browser's secret, or its session @returns null for what is no code at all */
export async function readTypedCode(
  purpose: CodePurpose,
  holder: string,
  input: string,
  hash: CodeHash,
): Promise<TypedCode | null> {
  const code = parseSecondCode(input);
  if (!code) return null;
  const by = await holderHash(purpose, holder, hash);
  return { holderHash: by, secretHash: await codeHash(purpose, by, code, hash) };
}
