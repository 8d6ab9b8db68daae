import type { Account } from '../state/accounts';
import type { AuthenticationServer } from '../state/authentication-server';
import { refused, type Outcome } from './command';
import { executeCommand, type Execution } from './execute-command';
import { permissionsOf, rolesOf } from './privileges';
import { queryCommand } from './query-command';
import type { Attributes } from './write-xml';

const KEY = ['USERFLD_USERID', 'USERFLD_DOMAIN'];
const SETTABLE = [
  'USERFLD_EMAIL',
  'USERFLD_PHONE',
  'USERFLD_MOBILE',
  'USERFLD_DESCRIPTION',
  'USERFLD_DISABLED',
  'USERFLD_LOCKED',
];

/** `userExecute` (OneSpan §4.3): accounts by user and domain. */
export const userExecute = executeCommand('Administration', {
  USERCMD_VIEW: onAccount([], [], () => null),
  USERCMD_CREATE: {
    required: KEY,
    optional: SETTABLE,
    run(server, valueOf, fields) {
      const [userId, domain] = [valueOf('USERFLD_USERID'), valueOf('USERFLD_DOMAIN')];
      if (server.accounts.find(userId, domain)) return refused('STAT_EXISTS', 'The user exists already');
      const account = server.accounts.add({ userId, domain });
      update(account, (name) => fields.get(name)?.value);
      return { status: 'STAT_SUCCESS', attributes: describe(server, account) };
    },
  },
  USERCMD_UPDATE: onAccount([], SETTABLE, (account, _server, _valueOf, attribute) => {
    update(account, attribute);
    return null;
  }),
  USERCMD_DELETE: onAccount([], [], async (account, server) => {
    const licence = server.records.licenceOf(account);
    if (licence) await server.records.unassign(licence);
    server.accounts.delete(account);
    return null;
  }),
  USERCMD_RESET_PASSWORD: onAccount([], [], (account) => {
    account.staticPassword = null;
    account.passwordSetAt = null;
    return null;
  }),
  USERCMD_SET_PASSWORD: onAccount(
    ['USERFLD_NEW_PASSWORD', 'USERFLD_CONFIRM_NEW_PASSWORD'],
    [],
    (account, server, valueOf) => {
      if (valueOf('USERFLD_NEW_PASSWORD') !== valueOf('USERFLD_CONFIRM_NEW_PASSWORD'))
        return refused('STAT_INVDATA', 'The new passwords differ');
      account.staticPassword = valueOf('USERFLD_NEW_PASSWORD');
      account.passwordSetAt = server.options.clock.now();
      return null;
    },
  ),
  USERCMD_GET_PERMISSION: answering(permissionsOf),
  USERCMD_GET_ASSIGNED_ADMIN_ROLES: answering(rolesOf),
  USERCMD_UNLOCK: onAccount([], [], (account) => {
    Object.assign(account, { isLocked: false, lockCount: 0, unlocksFrom: null, unlockTries: 0 });
    return null;
  }),
});

/** `userQuery` (OneSpan §4.3). */
export const userQuery = queryCommand(
  (server) => server.accounts.list().map((account) => describe(server, account)),
  [
    ...KEY,
    'USERFLD_HAS_DP',
    'USERFLD_DESCRIPTION',
    'USERFLD_DISABLED',
    'USERFLD_EMAIL',
    'USERFLD_EXPIRED',
    'USERFLD_LOCKED',
    'USERFLD_MOBILE',
    'USERFLD_PHONE',
  ],
  { USERFLD_HAS_DP: ['Assigned', 'Unassigned'] },
);

type Change = (
  account: Account,
  server: AuthenticationServer,
  valueOf: (name: string) => string,
  attribute: (name: string) => string | undefined,
) => Outcome | null | Promise<Outcome | null>;

/** Changes the account that the command names, and answers with its record. */
function onAccount(required: string[], optional: string[], change: Change): Execution {
  return {
    required: [...KEY, ...required],
    optional,
    async run(server, valueOf, fields) {
      const account = server.accounts.find(valueOf('USERFLD_USERID'), valueOf('USERFLD_DOMAIN'));
      if (!account) return refused('STAT_NOT_FOUND', 'The user was not found');
      const refusal = await change(account, server, valueOf, (name) => fields.get(name)?.value);
      return refusal ?? { status: 'STAT_SUCCESS', attributes: describe(server, account) };
    },
  };
}

/** Tells something of the account, unless that may not be read. */
function answering(read: (server: AuthenticationServer, account: Account) => Attributes | null): Execution {
  return onAccount([], [], (account, server) => {
    const attributes = read(server, account);
    return attributes ? { status: 'STAT_SUCCESS', attributes } : refused('STAT_PERMISSION', 'That may not be read');
  });
}

function update(account: Account, attribute: (name: string) => string | undefined): void {
  account.email = attribute('USERFLD_EMAIL') ?? account.email;
  account.phone = attribute('USERFLD_PHONE') ?? account.phone;
  account.mobile = attribute('USERFLD_MOBILE') ?? account.mobile;
  account.description = attribute('USERFLD_DESCRIPTION') ?? account.description;
  account.isDisabled = (attribute('USERFLD_DISABLED') ?? String(account.isDisabled)) === 'true';
  const locked = attribute('USERFLD_LOCKED');
  // By an administrator, so that no login unlocks it.
  if (locked !== undefined) Object.assign(account, { isLocked: locked === 'true', unlocksFrom: null });
}

/** Whether there is a password is reported by an attribute without its value. */
function describe(server: AuthenticationServer, account: Account): Attributes {
  const serialNumbers = server.records.listOf(account).map(({ serialNumber }) => serialNumber);
  return {
    USERFLD_USERID: account.userId,
    USERFLD_DOMAIN: account.domain,
    USERFLD_EMAIL: account.email || null,
    USERFLD_PHONE: account.phone || null,
    USERFLD_MOBILE: account.mobile || null,
    USERFLD_DESCRIPTION: account.description || null,
    USERFLD_HAS_DP: serialNumbers.length > 0 ? 'Assigned' : 'Unassigned',
    USERFLD_ASSIGNED_DIGIPASS: serialNumbers.length > 0 ? serialNumbers.join(',') : null,
    USERFLD_LOCAL_AUTH: 'Default',
    USERFLD_BACKEND_AUTH: 'Default',
    USERFLD_DISABLED: account.isDisabled,
    USERFLD_LOCKED: account.isLocked,
    USERFLD_LOCK_COUNT: account.lockCount,
    USERFLD_EXPIRED: false,
    USERFLD_LASTAUTH_TIME: account.lastAuthenticatedAt,
    USERFLD_LASTAUTHREQ_TIME: account.lastRequestedAt,
    USERFLD_CREATE_TIME: account.createdAt,
    USERFLD_MODIFY_TIME: account.modifiedAt,
    USERFLD_LAST_PASSWORD_SET_TIME: account.passwordSetAt,
    USERFLD_PASSWORD: account.staticPassword === null ? null : '********',
  };
}
