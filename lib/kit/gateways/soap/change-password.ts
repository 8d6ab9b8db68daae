import type { Account } from '../state/accounts';
import { authenticate } from '../state/authenticate';
import type { AuthenticationServer } from '../state/authentication-server';
import { isFieldsRefusal, readFields } from './attribute-set';
import { refused, type AttributeCommand, type TypedCommand } from './command';
import type { StatusName } from './statuses';
import { onlyChild } from './xml-element';

const FIELDS = {
  reference: ['CREDFLD_STATIC_PASSWORD', 'CREDFLD_NEW_STATIC_PASSWORD', 'CREDFLD_CONFIRM_STATIC_PASSWORD'],
  guide: ['CREDFLD_PASSWORD', 'CREDFLD_NEW_STATIC_PASSWORD', 'CREDFLD_CONFIRM_NEW_STATIC_PASSWORD'],
} as const;

/** `updatePassword` (OneSpan §4.10): a static password that the server itself keeps. */
export const updatePassword: AttributeCommand = {
  style: 'attributes',
  interface: 'Authentication',
  async run(server, request) {
    const names = FIELDS[server.options.passwordFields];
    const fields = readFields(
      onlyChild(request, 'credentialAttributeSet'),
      ['CREDFLD_USERID', 'CREDFLD_COMPONENT_TYPE', ...names],
      ['CREDFLD_DOMAIN'],
    );
    if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
    const valueOf = (name: string) => fields.get(name)?.value ?? '';
    const [current, changed, confirmed] = names.map(valueOf);
    if (changed !== confirmed) return refused('STAT_INVDATA', 'The new passwords differ');
    const status = await changePassword(server, 'server', {
      componentType: valueOf('CREDFLD_COMPONENT_TYPE'),
      account: server.accounts.find(valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN')),
      passwords: [current ?? '', changed ?? ''],
    });
    return status === 'STAT_SUCCESS' ? { status } : refused(status, 'The password was not changed');
  },
};

const CHILDREN = new Set(['componentType', 'user', 'credential', 'newStaticPassword']);

/** `changeBackendPassword` (OneSpan §4.10): a password of the directory behind the server. */
export const changeBackendPassword: TypedCommand = {
  style: 'typed',
  interface: 'Authentication',
  async run(server, request) {
    const [user, credential] = [onlyChild(request, 'user'), onlyChild(request, 'credential')];
    const userId = (user && onlyChild(user, 'userID')?.text) ?? '';
    const current = (credential && onlyChild(credential, 'staticPassword')?.text) ?? '';
    const changed = onlyChild(request, 'newStaticPassword')?.text ?? '';
    const stranger = request.children.find(({ name, hasPrefix }) => hasPrefix || !CHILDREN.has(name));
    if (stranger || [userId, current, changed].includes(''))
      return { status: 'STAT_MISSINGFLD', messages: [`Unexpected or missing element ${stranger?.name ?? ''}`] };
    const status = await changePassword(server, 'directory', {
      componentType: onlyChild(request, 'componentType')?.text ?? '',
      account: server.accounts.find(userId, (user && onlyChild(user, 'domain')?.text) ?? ''),
      passwords: [current, changed],
    });
    return { status, ...(status !== 'STAT_SUCCESS' && { messages: ['The password was not changed'] }) };
  },
};

/**
 * The current password counts as a local authentication that must succeed, so wrong ones lock the account; that a one-time
 * password is none here is inferred, as is the status of a password that the rules refuse.
 */
async function changePassword(
  server: AuthenticationServer,
  where: 'server' | 'directory',
  {
    componentType,
    account,
    passwords: [current, changed],
  }: { componentType: string; account: Account | null; passwords: [current: string, changed: string] },
): Promise<StatusName> {
  const { components, passwordsKeptBy, passwordRules, clock } = server.options;
  if (!components[componentType]) return 'STAT_COMPONENT';
  if (passwordsKeptBy !== where) return 'STAT_PERMISSION';
  const verdict = await authenticate(server, account, current);
  if (!verdict.ok) return verdict.status;
  if (!account || verdict.serialNumber !== null || verdict.statusMessage !== null) return 'STAT_INVCREDENTIALS';
  const { minimumLength, history } = passwordRules;
  const former = [current, ...account.formerPasswords].slice(0, history);
  if (changed.length < minimumLength || former.includes(changed)) return 'STAT_PASSWORD_RULES';
  account.staticPassword = changed;
  account.formerPasswords = former;
  account.passwordSetAt = clock.now();
  return 'STAT_SUCCESS';
}
