import type { Account } from '../state/accounts';
import type { AuthenticationServer } from '../state/authentication-server';
import type { Privilege } from '../state/privileges';
import { refused, type AttributeCommand } from './command';
import { queryCommand } from './query-command';
import type { Attributes } from './write-xml';

/** What a call takes (OneSpan §4.8). That those of the second half do is inferred, as are their names. */
const NEEDED: Record<string, Privilege> = {
  'userExecute USERCMD_VIEW': 'View User',
  userQuery: 'View User',
  'userExecute USERCMD_UNLOCK': 'Unlock User',
  'digipassExecute DIGIPASSCMD_VIEW': 'View DIGIPASS',
  digipassQuery: 'View DIGIPASS',
  digipassActivityQuery: 'View Recent DIGIPASS Activity',
  'digipassExecute DIGIPASSCMD_ASSIGN': 'Assign DIGIPASS',
  'digipassExecute DIGIPASSCMD_UNASSIGN': 'Unassign DIGIPASS',
  'policyExecute POLICYCMD_GET_EFFECTIVE_POLICY': 'View Policy',
  approvePendingOperation: 'Approve/Reject Pending Operation',
  rejectPendingOperation: 'Approve/Reject Pending Operation',
  'digipassExecute DIGIPASSCMD_DEACTIVATE': 'Deactivate DIGIPASS',
  'digipassExecute DIGIPASSCMD_DELETE': 'Delete DIGIPASS',
  'digipassapplExecute DIGIPASSAPPLCMD_TEST_OTP': 'Test DIGIPASS',
  'digipassapplExecute DIGIPASSAPPLCMD_RESET_APPL': 'Reset DIGIPASS Application',
  'digipassapplExecute DIGIPASSAPPLCMD_RESET_ERROR_COUNT': 'Reset DIGIPASS Application',
  'userExecute USERCMD_SET_PASSWORD': 'Set User Password',
  'userExecute USERCMD_RESET_PASSWORD': 'Reset User Password',
  'userExecute USERCMD_CREATE': 'Create User',
  'userExecute USERCMD_DELETE': 'Delete User',
  'userExecute USERCMD_UPDATE': 'Update User',
};

/** What the caller lacks for a call; null when nothing is missing. */
export function missingPrivilege(server: AuthenticationServer, caller: Account, call: string): Privilege | null {
  const needed = NEEDED[call];
  return needed === undefined || server.administrators.privilegesOf(caller).includes(needed) ? null : needed;
}

/** Those that were given one by one (`USERCMD_GET_PERMISSION`). The attribute's name is ours. */
export function permissionsOf(server: AuthenticationServer, account: Account): Attributes | null {
  if (!server.options.mayReadPrivileges) return null;
  return { USERFLD_PERMISSIONS: server.administrators.directPrivilegesOf(account).join(',') || null };
}

/** Names of an account's roles (`USERCMD_GET_ASSIGNED_ADMIN_ROLES`). The attribute's name is ours. */
export function rolesOf(server: AuthenticationServer, account: Account): Attributes | null {
  if (!server.options.mayReadPrivileges || server.options.privilegesBy === 'before-roles') return null;
  const names = server.administrators.rolesOf(account).map(({ name }) => name);
  return { USERFLD_ADMIN_ROLES: names.join(',') || null };
}

const roleQuery = queryCommand(
  (server) =>
    server.administrators.roles().map(({ name, description, privileges }) => ({
      ADMINROLEFLD_NAME: name,
      ADMINROLEFLD_DESCRIPTION: description || null,
      ADMINROLEFLD_PRIVILEGES: privileges.join(','),
    })),
  ['ADMINROLEFLD_NAME'],
);

/** `adminRoleQuery`, since 3.29 (OneSpan §4.8). The attributes' names are ours. */
export const adminRoleQuery: AttributeCommand = {
  ...roleQuery,
  async run(server, request) {
    const outcome = await roleQuery.run(server, request);
    const isRefused = !server.options.mayReadPrivileges || server.options.privilegesBy === 'before-roles';
    return isRefused && outcome.status === 'STAT_SUCCESS'
      ? refused('STAT_PERMISSION', 'Roles may not be read')
      : outcome;
  },
};
