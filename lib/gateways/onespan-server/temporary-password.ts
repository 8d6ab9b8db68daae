import type { UserKey } from '../../shared/identifiers/user-key';
import type { GatewayError } from '../../activation/gateway-error';
import { randomText, type Random } from '../../shared/random';
import type { Administration } from './administration';

/** Without characters that look alike, though nobody reads it. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 139 bits; the ending is for servers that want a symbol. */
const LENGTH = 24;
const ENDING = '-Aa1';

/**
 * Gives somebody a static password for one thing alone, which a registration needs (OneSpan §4.2, helpdesk caveat), and
 * takes it away again: whatever their static password was is lost (OneSpan §4.3).
 * @param onFailure is told when it could not be taken away; nobody knows it then
 * @returns null when there is no such account
 */
export async function withTemporaryPassword<Value>(
  administration: Administration,
  random: Random,
  { userId, domain }: UserKey,
  act: (password: string) => Promise<Value>,
  onFailure: (failure: GatewayError) => void,
): Promise<Value | null> {
  const user = { USERFLD_USERID: userId, USERFLD_DOMAIN: domain };
  const password = randomText(random, ALPHABET, LENGTH) + ENDING;
  const isSet = await administration.execute('userExecute', 'USERCMD_SET_PASSWORD', {
    ...user,
    USERFLD_NEW_PASSWORD: password,
    USERFLD_CONFIRM_NEW_PASSWORD: password,
  });
  if (!isSet) return null;
  try {
    return await act(password);
  } finally {
    await administration.execute('userExecute', 'USERCMD_RESET_PASSWORD', user).catch(onFailure);
  }
}
