import type { StatusName } from '../soap/statuses';
import type { Account } from './accounts';
import { failedAuthentication, noteFailure, noteSuccess, type Verdict } from './authenticate';
import type { AuthenticationServer } from './authentication-server';

/** Push and login: the challenge goes to every device with a notification identifier; without one nothing is counted. */
export async function authenticateByPush(
  server: AuthenticationServer,
  account: Account,
  text: string,
): Promise<Verdict> {
  if (account.isLocked) return failedAuthentication(server, 'STAT_LOCKED');
  const devices = await server.challenges.devicesOf(account, 'push');
  if (devices.length === 0) return failedAuthentication(server, 'STAT_DIGIPASS_NOT_AVAILABLE');
  return waitForPhone(server, account, server.challenges.open(account, devices, text, true));
}

/**
 * Scan and login: waits for the phone that reads the key. What the server answers to a cancellation is not published,
 * and to a passed time limit neither: the statuses are candidates. Neither counts against the account, a wrong
 * signature does.
 */
export async function waitForPhone(server: AuthenticationServer, account: Account, key: string): Promise<Verdict> {
  if (account.isDisabled) return failedAuthentication(server, 'STAT_INVCREDENTIALS');
  if (account.isLocked) return failedAuthentication(server, 'STAT_LOCKED');
  const now = server.options.clock.now();
  account.lastRequestedAt = now;
  const ending = await server.challenges.wait(key, account);
  if (!ending) return failedAuthentication(server, 'STAT_NOT_FOUND');
  switch (ending.kind) {
    case 'approved':
      server.records.noteAuthentication(ending.instanceId);
      return noteSuccess(account, ending.instanceId, server.options.clock.now());
    case 'wrong-signature':
      noteFailure(server, account);
      return failedAuthentication(server, 'STAT_INVCREDENTIALS');
    case 'cancelled':
    case 'timed-out': {
      const status: StatusName = ending.kind === 'cancelled' ? 'STAT_INVCREDENTIALS' : 'STAT_EXP_CHALLENGE';
      return failedAuthentication(server, status);
    }
  }
}
