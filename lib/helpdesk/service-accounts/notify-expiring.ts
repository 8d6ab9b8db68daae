import { staffWith } from '../../accounts/users/staff';
import { mailsTo } from '../../messaging/new-message';
import { DAY } from '../../shared/time/duration';
import { serviceAccountUrl } from './make-key';
import type { ServiceAccountPorts } from './service-account-ports';

/** How long before an account expires its administrators are told, in milliseconds. */
const TOLD_BEFORE_MS = 14 * DAY;

const BATCH = 100;

/** Tells administrators, once for each account and expiry. Replicas may run rounds concurrently. */
export async function notifyExpiringKeys(
  ports: Pick<ServiceAccountPorts, 'accounts' | 'users' | 'clock' | 'settings'>,
): Promise<void> {
  const now = ports.clock.now();
  for (const account of await ports.accounts.listExpiring(new Date(now.getTime() + TOLD_BEFORE_MS), BATCH)) {
    const { id, domain, name, expiresAt } = account;
    const users = now < expiresAt ? await staffWith(ports, domain, ['administrator']) : [];
    const accountUrl = serviceAccountUrl(ports, id);
    const content = { kind: 'service-account-expiring', name, validUntil: expiresAt, accountUrl } as const;
    const messages = users.flatMap((user) => mailsTo(user, content, id));
    await ports.accounts.noteTold(account, { events: [], messages });
  }
}
