import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { checkPassword } from '../access/password-policy';
import { isRole, ROLES } from '../access/role';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '../access/user';
import { PrismaAuditLog } from '../database/prisma-audit-log';
import { PrismaUserDirectory } from '../database/prisma-user-directory';
import { openInstallation } from '../installation';
import { systemClock } from '../shared/clock';
import { runCommand } from './run-command';

const USAGE = `Adds an account. Tessera must be stopped when it uses the embedded database.

  npm run user:add -- --user-id jane.doe [--name "Jane Doe"] [--role user]... < password

The password is read from standard input: at least 15 characters. Roles: ${ROLES.join(', ')}.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      'user-id': { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true, default: ['user'] },
      help: { type: 'boolean', default: false },
    },
  });
  const userId = normalizeUserId(values['user-id'] ?? '');
  const roles = values.role.filter(isRole);
  if (values.help || userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH || roles.length !== values.role.length) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const allowed = checkPassword(password, userId);
  if (!allowed.ok) {
    console.error(`The password is refused: ${allowed.refusal}.`);
    return 1;
  }
  return add({ userId, displayName: values.name ?? userId, roles, password });
});

async function add(account: {
  userId: string;
  displayName: string;
  roles: (typeof ROLES)[number][];
  password: string;
}): Promise<number> {
  const { config, database, close } = await openInstallation((error) => console.error(error));
  try {
    const { domain } = config;
    const added = await new PrismaUserDirectory(database.client, systemClock).add({ ...account, domain });
    if (!added.ok) {
      console.error(`There is an account ${account.userId} already.`);
      return 1;
    }
    const subject = { userId: account.userId, domain };
    const context = { actor: { kind: 'system' }, subject, correlationId: crypto.randomUUID(), address: null } as const;
    await new PrismaAuditLog(database.client, systemClock).append({ type: 'account-created', ...context });
    console.log(`Added ${account.userId} in ${domain}.`);
    return 0;
  } finally {
    await close();
  }
}
