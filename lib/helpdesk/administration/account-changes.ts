import type { AccountChanges } from '../desk/changes/change-request';
import { accept, type Result } from '../../shared/result';
import type { AccountPorts } from './administration-ports';
import { disableAccount, removeAccount, takeRole } from './change-account';

/** Changes of accounts that a second person has agreed to: the record of that names both, the change itself is the site's. */
export function accountChanges(ports: AccountPorts): AccountChanges {
  return {
    disable: async (target, origin) => isSo(await disableAccount(ports, null, target, origin), 'already-disabled'),
    remove: async (target, origin) =>
      isSo(await removeAccount(ports, null, target, origin), 'being-removed', 'not-found'),
    takeRole: async (target, role, origin) => isSo(await takeRole(ports, null, target, role, origin), 'lacks-role'),
  };
}

/** What a crash cut off is done again, and is so already. */
function isSo(result: Result<null, string>, ...already: string[]): Result<null, string> {
  return !result.ok && already.includes(result.refusal) ? accept(null) : result;
}
