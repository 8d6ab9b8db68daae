import { z } from 'zod';
import type { ServiceAccountRequester } from '../../../accounts/users/principal';
import { ROLES } from '../../../accounts/users/role';
import type { User } from '../../../accounts/users/user';
import type { Account } from '../../../helpdesk/administration/account-store';
import type { AccountRefusal } from '../../../helpdesk/administration/administration-ports';
import { isProtected } from '../../../accounts/users/staff';
import { LANGUAGES } from '../../../shared/language';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { ApiContext } from '../route';
import { timeField, userIdField } from './fields';

const STATES = ['enabled', 'disabled', 'locked', 'being-removed'] as const;

export const personSchema = z
  .strictObject({
    userId: userIdField,
    displayName: z.string(),
    mailAddresses: z.array(z.string()).describe('The preferred one first.'),
    language: z.enum(LANGUAGES).describe('Of the mails.'),
    group: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    isProtected: z.boolean().describe('Whether changes to their devices take a second person.'),
    state: z.enum(STATES).describe('`locked` by the authentication server that has the account.'),
    createdAt: timeField.nullable().describe('Null where accounts are managed elsewhere.'),
  })
  .meta({ id: 'Person' });

export const JANE = {
  userId: 'jane.doe',
  displayName: 'Jane Doe',
  mailAddresses: ['jane.doe@example.org'],
  language: 'en',
  group: null,
  roles: ['user'],
  isProtected: false,
  state: 'enabled',
  createdAt: '2026-11-24T09:30:00.000Z',
};

/** The key of a user in the service account's domain: others do not exist for it. */
export function keyOf(caller: ServiceAccountRequester, { userId }: { userId: string }): UserKey {
  return { userId, domain: caller.domain };
}

/** The account as its directory has it, which spells the user ID. */
export async function findUser({ services, caller }: ApiContext, params: { userId: string }): Promise<User | null> {
  return services.accounts.users.find(params.userId, caller.domain);
}

export async function readPerson(
  { params }: { params: { userId: string } },
  context: ApiContext,
): Promise<Result<z.input<typeof personSchema>, 'not-found'>> {
  const { services, caller } = context;
  const account = await services.administration?.accounts.find(keyOf(caller, params));
  const user = account?.user ?? (await findUser(context, params));
  if (!user) return refuse('not-found');
  const { userId, displayName, mailAddresses, language, group, roles } = user;
  return accept({
    userId,
    displayName,
    mailAddresses: [...mailAddresses],
    language,
    group: group?.name ?? null,
    roles: [...roles],
    isProtected: isProtected(user),
    state: stateOf(user, account ?? null),
    createdAt: account?.createdAt.toISOString() ?? null,
  });
}

function stateOf(user: User, account: Account | null): (typeof STATES)[number] {
  if (account?.removalRequestedAt) return 'being-removed';
  if (account?.disabledAt) return 'disabled';
  return user.bar ?? 'enabled';
}

type RefusedChange = 'not-found' | 'not-permitted' | 'last-administrator' | 'being-removed' | 'has-role' | 'lacks-role';

/**
 * The response to a change of an account: one that has already happened counts as done.
 * @throws TypeError for a refusal that a service account cannot cause
 */
export function changed(result: Result<null, AccountRefusal>): Result<null, RefusedChange> {
  if (result.ok) return result;
  switch (result.refusal) {
    case 'already-disabled':
    case 'not-disabled':
      return accept(null);
    case 'not-found':
    case 'not-permitted':
    case 'last-administrator':
    case 'being-removed':
    case 'has-role':
    case 'lacks-role':
      return refuse(result.refusal);
    case 'own-account':
      throw new TypeError('a service account has no account of its own');
  }
}
