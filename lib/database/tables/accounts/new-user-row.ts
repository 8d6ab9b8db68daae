import { naturalKey } from '../../../accounts/users/natural-order';
import { searchTerms } from '../../../accounts/users/search-terms';
import { normalizeUserId } from '../../../accounts/users/user';
import type { NewUser } from '../../../accounts/users/user-directory';
import type { Prisma } from '../../../generated/prisma/client';
import type { SlowHashes } from '../../secrets/slow-hashes';

/** The row of a new account, with the terms that find it. */
export async function newUserRow(
  { password, isPasswordOff = false, ...user }: NewUser,
  hashes: SlowHashes,
  now: Date,
): Promise<Prisma.UserCreateInput> {
  const userId = normalizeUserId(user.userId);
  const { domain, displayName, language, timeZone = null, group, phoneNumbers = [], managerUserId = null } = user;
  return {
    userId,
    domain,
    displayName,
    language,
    timeZone,
    group,
    roles: [...user.roles],
    mailAddresses: [...user.mailAddresses],
    phoneNumbers: phoneNumbers.map((number) => ({ number, recordedBy: null, recordedAt: null })),
    managerUserId,
    passwordHash: await hashes.hash(password),
    createdAt: now,
    passwordChangedAt: now,
    passwordOffAt: isPasswordOff ? now : null,
    nameKey: naturalKey(user.displayName),
    userIdKey: naturalKey(userId),
    searchTerms: { create: searchTerms({ ...user, userId }).map((term) => ({ term })) },
  };
}
