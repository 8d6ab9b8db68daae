import type { Account } from './accounts';
import type { AuthenticationServer } from './authentication-server';
import type { StatusName } from '../soap/statuses';

export type Verdict =
  /** With a message when it only looks like success: the password triggered a push (OneSpan §4.3). */
  { ok: true; serialNumber: string | null; statusMessage: string | null } | { ok: false; status: StatusName };

/** Checks a static password or a one-time password, as the policy allows them, and locks who fails too often. */
export async function authenticate(
  server: AuthenticationServer,
  account: Account | null,
  password: string,
): Promise<Verdict> {
  const { clock, genericStatusCodes, lockThreshold, pushKeyword } = server.options;
  const fail = (status: StatusName): Verdict => ({
    ok: false,
    status: genericStatusCodes ? 'STAT_INVCREDENTIALS' : status,
  });
  if (!account || account.isDisabled) return fail('STAT_INVCREDENTIALS');
  account.lastRequestedAt = clock.now();
  if (account.isLocked) return fail('STAT_LOCKED');
  const instances = await server.gateway.listInstances(account);
  if (password === pushKeyword && instances.length > 0)
    return { ok: true, serialNumber: null, statusMessage: 'password is wrong' };

  for (const { instanceId } of instances) {
    const verdict = await server.gateway.testOneTimePassword(instanceId, password);
    if (!verdict.ok) continue;
    server.records.endGracePeriod(instanceId);
    return succeed(account, instanceId, clock.now());
  }
  if (account.staticPassword === password && isStaticPasswordAllowed(server, account))
    return succeed(account, null, clock.now());

  account.lockCount += 1;
  if (lockThreshold > 0 && account.lockCount >= lockThreshold) account.isLocked = true;
  return fail(instances.length > 0 ? 'STAT_INVCREDENTIALS' : 'STAT_LOCAL_PASSWORD_MISMATCH');
}

function succeed(account: Account, serialNumber: string | null, now: Date): Verdict {
  account.lockCount = 0;
  account.lastAuthenticatedAt = now;
  return { ok: true, serialNumber, statusMessage: null };
}

function isStaticPasswordAllowed({ options, records }: AuthenticationServer, account: Account): boolean {
  if (options.localAuthentication === 'DIGIPASS or Password') return true;
  const licence = records.licenceOf(account);
  // A user without an authenticator has no other proof.
  if (!licence) return true;
  if (options.localAuthentication === 'Digipass Only') return false;
  return licence.gracePeriodEndsAt === null || options.clock.now() < licence.gracePeriodEndsAt;
}
