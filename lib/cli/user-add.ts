import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseMailAddress } from '../shared/mail-address';
import {
  checkPassword,
  MAXIMUM_PASSWORD_LENGTH,
  MINIMUM_PASSWORD_LENGTH,
  type PasswordRefusal,
} from '../accounts/sign-in/password-policy';
import { isRole, ROLES } from '../accounts/users/role';
import {
  MAXIMUM_USER_ID_LENGTH,
  normalizeUserId,
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGES,
} from '../accounts/users/user';
import type { NewUser } from '../accounts/users/user-directory';
import { AuditAppender } from '../database/append-audit-records';
import { PrismaAuditLog } from '../database/tables/prisma-audit-log';
import { PrismaUserDirectory } from '../database/tables/prisma-user-directory';
import { passwordEstimator } from '../composition/password-estimator';
import { openInstallation } from '../composition/installation';
import { systemClock } from '../shared/time/clock';
import { runCommand } from './run-command';

const USAGE = `Adds an account. Tessera must be stopped when it uses the embedded database.

  npm run user:add -- --user-id jane.doe [--name "Jane Doe"] [--mail jane.doe@example.org]... [--language en]
    [--group staff] [--role user]... < password

The password is read from standard input: at least 15 characters, not easy to guess. The first mail address is the one to write to first.
Roles: ${ROLES.join(', ')}. Languages: ${LANGUAGES.join(', ')}.`;

const REFUSED: Record<PasswordRefusal, string> = {
  'password-too-short': `The password is too short: use at least ${MINIMUM_PASSWORD_LENGTH} characters.`,
  'password-too-long': `The password is too long: use at most ${MAXIMUM_PASSWORD_LENGTH} characters.`,
  'password-guessable':
    'The password is easy to guess: use several words that have nothing to do with each other, and leave out the user ID, ' +
    'the name and the mail addresses.',
};

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      'user-id': { type: 'string' },
      name: { type: 'string' },
      mail: { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: DEFAULT_LANGUAGE },
      group: { type: 'string' },
      role: { type: 'string', multiple: true, default: ['user'] },
      help: { type: 'boolean', default: false },
    },
  });
  const userId = normalizeUserId(values['user-id'] ?? '');
  const roles = values.role.filter(isRole);
  const mailAddresses = values.mail.flatMap((address) => parseMailAddress(address) ?? []);
  const { language } = values;
  const isUsable =
    userId !== '' &&
    userId.length <= MAXIMUM_USER_ID_LENGTH &&
    roles.length === values.role.length &&
    mailAddresses.length === values.mail.length &&
    isLanguage(language);
  if (values.help || !isUsable) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const group = values.group ?? null;
  return add({ userId, displayName: values.name ?? userId, roles, mailAddresses, language, group, password });
});

async function add(account: Omit<NewUser, 'domain'>): Promise<number> {
  const { config, database, chainKeys, close } = await openInstallation((error) => console.error(error));
  try {
    const { domain } = config;
    if (config.gateway.kind !== 'embedded') {
      console.error('Accounts are managed at the authentication server; TESSERA_STAFF lists the members of staff.');
      return 1;
    }
    const allowed = await checkPassword(passwordEstimator(config), account.password, account);
    if (!allowed.ok) {
      console.error(REFUSED[allowed.refusal]);
      return 1;
    }
    const added = await new PrismaUserDirectory(database, systemClock, config.protectedGroups).add({
      ...account,
      domain,
    });
    if (!added.ok) {
      console.error(`There is an account ${account.userId} already.`);
      return 1;
    }
    const subject = { userId: account.userId, domain };
    const context = { actor: { kind: 'system' }, subject, correlationId: crypto.randomUUID(), address: null } as const;
    const audit = new PrismaAuditLog(database, systemClock, new AuditAppender(chainKeys));
    await audit.append({ type: 'account-created', ...context });
    console.log(`Added ${account.userId} in ${domain}.`);
    return 0;
  } finally {
    await close();
  }
}
