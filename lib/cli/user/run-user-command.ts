import { parseArgs } from 'node:util';
import { noRequest } from '../../audit/audit-context';
import type { PasswordPorts } from '../../accounts/account-ports';
import { isRole, ROLES, type Role } from '../../accounts/users/role';
import { normalizeUserId } from '../../accounts/users/user';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../shared/language';
import type { Account } from '../../helpdesk/administration/account-store';
import type { AccountPorts, AccountRefusal } from '../../helpdesk/administration/administration-ports';
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveRole,
  removeAccount,
  takeRole,
} from '../../helpdesk/administration/change-account';
import type { Result } from '../../shared/result';
import { accountLine, accountLines, REFUSED } from './account-lines';
import { addUser, isUsable } from './add-user';
import { calledAs } from '../called-as.mjs';
import { HELP_OPTION } from '../run-command';

const USAGE = `Looks after accounts. Tessera must be stopped when it uses the embedded database.

  ${calledAs('user')} add jane.doe [--name "Jane Doe"] [--mail jane.doe@example.org]... [--language en] [--group staff]
    [--role user]... < password
  ${calledAs('user')} list [--role administrator] [--disabled]
  ${calledAs('user')} show jane.doe
  ${calledAs('user')} disable jane.doe
  ${calledAs('user')} enable jane.doe
  ${calledAs('user')} roles jane.doe [--give auditor]... [--take user]...
  ${calledAs('user')} sessions jane.doe
  ${calledAs('user')} remove jane.doe

add: the password is read from standard input: at least 15 characters, not easy to guess. The first mail address is the
  one to write to first.
disable: whoever is signed in is out at once, and no phone of theirs approves anything. enable is the way back.
roles: the way back in for an administrator who is locked out: --give administrator.
sessions: ends all of them.
remove: also removes the devices, as soon as Tessera runs. Audit records stay.

Roles: ${ROLES.join(', ')}. Languages: ${LANGUAGES.join(', ')}.`;

type Ports = AccountPorts & PasswordPorts;

/** Where a command is typed. @property password reads it; asked by `add` alone */
export type Terminal = {
  say: (line: string) => void;
  complain: (line: string) => void;
  password: () => Promise<string>;
};

type Typed = ReturnType<typeof parse>['values'];

/** Accounts read at a time. */
const PAGE = 200;

const CHANGES: Record<string, { change: typeof disableAccount; done: string }> = {
  disable: { change: disableAccount, done: 'is disabled, and signed out everywhere.' },
  enable: { change: enableAccount, done: 'may sign in again.' },
  sessions: { change: endSessionsOf, done: 'is signed out everywhere.' },
  remove: { change: removeAccount, done: 'is disabled, and removed as soon as Tessera has removed its devices.' },
};

/**
 * Does what the arguments say.
 * @param open the accounts, asked for by a command that is understood; null where they are managed elsewhere
 * @returns the exit code
 */
export async function runUserCommand(
  args: string[],
  terminal: Terminal,
  open: () => Promise<Ports | null>,
): Promise<number> {
  const { values, positionals } = parse(args);
  const [command = '', input = '', ...rest] = positionals;
  const userId = normalizeUserId(input);
  const isUnderstood =
    rest.length === 0 && (command === 'list' ? userId === '' : userId !== '' && isCommand(command, userId, values));
  if (values.help || !isUnderstood) {
    (values.help ? terminal.say : terminal.complain)(USAGE);
    return values.help ? 0 : 1;
  }
  const ports = await open();
  if (ports) return run(ports, terminal, command, userId, values);
  terminal.complain('Accounts are managed at the authentication server; TESSERA_STAFF lists the members of staff.');
  return 1;
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      mail: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: DEFAULT_LANGUAGE },
      group: { type: 'string' },
      role: { type: 'string', multiple: true },
      disabled: { type: 'boolean', default: false },
      give: { type: 'string', multiple: true, default: [] },
      take: { type: 'string', multiple: true, default: [] },
      ...HELP_OPTION,
    },
  });
}

function isCommand(command: string, userId: string, values: Typed): boolean {
  if (command === 'add') return isUsable(newUser(userId, values));
  if (command === 'roles') return [...values.give, ...values.take].every(isRole);
  return command === 'show' || Object.hasOwn(CHANGES, command);
}

function newUser(userId: string, { name, mail, language, group, role = ['user'] }: Typed) {
  return { userId, name, mail, language, group, role };
}

async function run(ports: Ports, terminal: Terminal, command: string, userId: string, values: Typed): Promise<number> {
  const target = { userId, domain: ports.settings.domain };
  const change = CHANGES[command];
  if (change) {
    const result = await change.change(ports, null, target, noRequest(crypto.randomUUID()));
    return tell(terminal, result, userId, change.done);
  }
  if (command === 'list') return list(ports, terminal, values);
  if (command === 'roles') return changeRoles(ports, terminal, userId, values);
  if (command === 'show') {
    const account = await ports.accounts.find(target);
    terminal.say(account ? accountLines(account) : REFUSED['not-found'](userId));
    return account ? 0 : 1;
  }
  const { ok, said } = await addUser(ports, newUser(userId, values), terminal.password);
  (ok ? terminal.say : terminal.complain)(said);
  return ok ? 0 : 1;
}

async function list(
  { accounts, settings: { domain } }: Ports,
  { say }: Terminal,
  { role = [], disabled }: Typed,
): Promise<number> {
  const isMeant = ({ user, disabledAt }: Account) =>
    role.every((wanted) => user.roles.includes(wanted as Role)) && (!disabled || disabledAt !== null);
  for (let after: string | null = null, more = true; more;) {
    const page: Account[] = await accounts.list(domain, after, PAGE);
    for (const account of page.filter(isMeant)) say(accountLine(account));
    after = page.at(-1)?.user.userId ?? null;
    more = page.length === PAGE;
  }
  return 0;
}

/** Gives before it takes, so that roles can move from one account to the next. */
async function changeRoles(ports: Ports, terminal: Terminal, userId: string, { give, take }: Typed): Promise<number> {
  const target = { userId, domain: ports.settings.domain };
  const origin = noRequest(crypto.randomUUID());
  let code = 0;
  for (const role of give.filter(isRole))
    code ||= tell(terminal, await giveRole(ports, null, target, role, origin), userId, `has the role ${role}.`);
  for (const role of take.filter(isRole))
    code ||= tell(
      terminal,
      await takeRole(ports, null, target, role, origin),
      userId,
      `has no longer the role ${role}.`,
    );
  if (give.length + take.length > 0) return code;
  const account = await ports.accounts.find(target);
  terminal.say(account ? account.user.roles.join(', ') : REFUSED['not-found'](userId));
  return account ? 0 : 1;
}

function tell(terminal: Terminal, result: Result<null, AccountRefusal>, userId: string, outcome: string): number {
  if (result.ok) terminal.say(`${userId} ${outcome}`);
  else terminal.complain(REFUSED[result.refusal](userId));
  return result.ok ? 0 : 1;
}
