import {
  formatSecondCode,
  generateSecondCode,
  parseSecondCode,
  type SecondCode,
} from '../helpdesk/read-out/second-code';
import type { SideEffects } from '../messaging/new-message';
import type { UserKey } from '../shared/identifiers/user-key';
import type { Random } from '../shared/random';

/** What a mailed secret is for. A user has at most one of each; a newer one takes its place. */
export type MailedPurpose = 'first-password' | 'forgotten-password' | 'session-proof';

/** @property secretHash of a link's token, or of a code; see `codeHash` */
export type MailedSecret = {
  user: UserKey;
  purpose: MailedPurpose;
  secretHash: string;
  triesLeft: number;
  expiresAt: Date;
};

/** PORT: secrets that were mailed. Each method is one transaction. */
export interface MailedSecretStore {
  /** Keeps a secret with the mail that carries it, in place of the user's earlier one of this purpose. */
  keep(secret: MailedSecret, sideEffects: SideEffects): Promise<void>;
  /** Whose secret a link's token is, which may be over. @returns null if there is none that can still be used */
  findByHash(purpose: MailedPurpose, secretHash: string): Promise<(UserKey & { expiresAt: Date }) | null>;
  /**
   * Takes one try, and compares. Of tries made at once no more count than there are.
   * @returns `over` if no try or no time is left, or there is no such secret
   */
  try(user: UserKey, purpose: MailedPurpose, secretHash: string, now: Date): Promise<'right' | 'wrong' | 'over'>;
  /** Uses a secret up, once. @returns false if there is none like it, or it has been used */
  take(user: UserKey, purpose: MailedPurpose, secretHash: string): Promise<boolean>;
}

/** Tries of a code, of which there are 31^8: one in 10^11 is guessed. */
export const CODE_TRIES = 8;

/** Hashes under a key that is not in the database, from where codes of 39 bits could otherwise be computed. */
export type CodeHash = (text: string) => Promise<string>;

/** @param holder the browser's secret, or its session: the code is good there alone */
export function codeHash(purpose: MailedPurpose, holder: string, code: SecondCode, hash: CodeHash): Promise<string> {
  return hash(`${purpose}:${holder}:${code}`);
}

export async function newCode(
  purpose: MailedPurpose,
  holder: string,
  { random, hash }: { random: Random; hash: CodeHash },
): Promise<{ code: string; secretHash: string }> {
  const code = generateSecondCode(random);
  return { code: formatSecondCode(code), secretHash: await codeHash(purpose, holder, code, hash) };
}

/** @returns null for what is no code at all */
export async function typedCodeHash(
  purpose: MailedPurpose,
  holder: string,
  typed: string,
  hash: CodeHash,
): Promise<string | null> {
  const code = parseSecondCode(typed);
  return code && codeHash(purpose, holder, code, hash);
}
