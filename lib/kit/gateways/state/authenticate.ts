import type { Account } from './accounts';
import type { AuthenticationServer } from './authentication-server';
import type { Token } from './hardware-tokens';
import type { OneSpanOptions } from './onespan-options';
import { SECOND } from '../../../shared/time/duration';
import type { StatusName } from '../soap/statuses';

export type Verdict =
  /** With a message when it only looks like success: the password triggered a push (OneSpan §4.3). */
  | { ok: true; serialNumber: string | null; statusMessage: string | null }
  | { ok: false; status: StatusName; challenge?: { key: string; text: string } };

/** Checks a static password or a one-time password, as the policy allows them, and locks who fails too often. */
export async function authenticate(
  server: AuthenticationServer,
  account: Account | null,
  password: string,
): Promise<Verdict> {
  const { clock } = server.options;
  const fail = (status: StatusName) => failedAuthentication(server, status);
  if (!account || account.isDisabled) return fail('STAT_INVCREDENTIALS');
  account.lastRequestedAt = clock.now();
  const wasLocked = account.isLocked;
  if (wasLocked && !mayUnlock(server, account)) return fail('STAT_LOCKED');
  const instances = await server.gateway.listInstances(account);
  if (!wasLocked && asksForPush(server.options, account, password) && instances.length > 0)
    return { ok: true, serialNumber: null, statusMessage: 'password is wrong' };

  const instanceId = await deviceWith(server, instances, withoutPin(account, password));
  if (instanceId !== null) return noteSuccess(account, instanceId, clock.now());
  const behind = behindNewPassword(server.options, account, password);
  const learnedWith = await deviceWith(server, instances, behind);
  if (learnedWith !== null) {
    account.staticPassword = account.directoryPassword;
    account.passwordSetAt = clock.now();
    return noteSuccess(account, learnedWith, clock.now());
  }
  const token = await tokenOf(server, account, password);
  if (token) return noteSuccess(account, token.serialNumber, clock.now());
  if (account.staticPassword === password && isStaticPasswordAllowed(server, account))
    return noteSuccess(account, null, clock.now());

  noteFailure(server, account);
  if (wasLocked) return fail('STAT_LOCKED');
  return fail(instances.length > 0 ? 'STAT_INVCREDENTIALS' : 'STAT_LOCAL_PASSWORD_MISMATCH');
}

/** The device whose one-time password it is, which is used up by that. */
async function deviceWith(
  { gateway, records }: AuthenticationServer,
  instances: readonly { instanceId: string }[],
  response: string | null,
): Promise<string | null> {
  if (response === null) return null;
  for (const { instanceId } of instances) {
    const verdict = await gateway.testOneTimePassword(instanceId, response);
    if (!verdict.ok || !records.isUsable(instanceId)) continue;
    records.noteAuthentication(instanceId);
    return instanceId;
  }
  return null;
}

/** The hardware authenticator of the account whose response it is, behind its PIN where it has one. */
async function tokenOf({ hardware }: AuthenticationServer, account: Account, password: string): Promise<Token | null> {
  for (const token of hardware.listOf(account)) {
    const response = withoutPin({ serverPin: token.pin }, password);
    if (response !== null && (await hardware.accept(token, response))) return token;
  }
  return null;
}

/** The one-time password behind a password that the directory has, where the policy learns that (OneSpan §4.10). */
function behindNewPassword({ passwordAutolearn }: OneSpanOptions, account: Account, password: string): string | null {
  const { directoryPassword } = account;
  if (!passwordAutolearn || directoryPassword === null || !password.startsWith(directoryPassword)) return null;
  return withoutPin(account, password.slice(directoryPassword.length));
}

/** The one-time password behind the server PIN; null without the right PIN. */
function withoutPin({ serverPin }: Pick<Account, 'serverPin'>, password: string): string | null {
  if (serverPin === null) return password;
  return password.startsWith(serverPin) ? password.slice(serverPin.length) : null;
}

/** Whether a right login unlocks the account now. One that an administrator has locked has no such time. */
function mayUnlock({ options: { autoUnlock, clock } }: AuthenticationServer, account: Account): boolean {
  if (!autoUnlock || !account.unlocksFrom || account.unlockTries >= autoUnlock.maximumTries) return false;
  return clock.now() >= account.unlocksFrom;
}

/** Whether a password is what the policy's request method asks for, so that the phone is asked. */
export function asksForPush({ pushRequest }: OneSpanOptions, account: Account, password: string): boolean {
  const { method, keyword } = pushRequest;
  const { staticPassword } = account;
  switch (method) {
    case 'None':
      return false;
    case 'KeywordOnly':
      return password === keyword;
    case 'Password':
      return password === staticPassword;
    case 'KeywordPassword':
      return staticPassword !== null && password === keyword + staticPassword;
    case 'PasswordKeyword':
      return staticPassword !== null && password === staticPassword + keyword;
  }
}

export function failedAuthentication({ options }: AuthenticationServer, status: StatusName): Verdict {
  return { ok: false, status: options.genericStatusCodes ? 'STAT_INVCREDENTIALS' : status };
}

/** Counts a failure, and locks the account where the policy has had enough, or for longer where it was locked. */
export function noteFailure({ options }: AuthenticationServer, account: Account): void {
  const { lockThreshold, autoUnlock, clock } = options;
  if (account.isLocked) account.unlockTries += 1;
  else account.lockCount += 1;
  if (!account.isLocked && (lockThreshold === 0 || account.lockCount < lockThreshold)) return;
  account.isLocked = true;
  if (!autoUnlock) return;
  const seconds = autoUnlock.lockSeconds * autoUnlock.factor ** account.unlockTries;
  account.unlocksFrom = new Date(clock.now().getTime() + seconds * SECOND);
}

export function noteSuccess(account: Account, serialNumber: string | null, now: Date): Verdict {
  Object.assign(account, { isLocked: false, lockCount: 0, unlocksFrom: null, unlockTries: 0 });
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
