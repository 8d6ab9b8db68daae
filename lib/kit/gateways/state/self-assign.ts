import type { Account } from './accounts';
import { failedAuthentication, noteFailure, noteSuccess, type Verdict } from './authenticate';
import type { AuthenticationServer } from './authentication-server';
import type { Token } from './hardware-tokens';

const SERIAL_LENGTH = 10;
const RESPONSE = /^\d{6}/;

/**
 * Self-assignment (OneSpan §6.3): serial number, static password, PIN where there is one, response and a new PIN twice where one
 * is to be chosen, joined in one password. A device with challenges has serial number and password alone, and answers
 * with a challenge. The order is an old guide's; all statuses are ours.
 * @returns null where the password is none of that
 */
export async function selfAssign(
  server: AuthenticationServer,
  account: Account,
  typed: string,
): Promise<Verdict | null> {
  const { selfAssignment, serverPins, challengeStatus, clock } = server.options;
  if (!selfAssignment) return null;
  const { separator } = selfAssignment;
  const serialNumber = typed.slice(0, SERIAL_LENGTH);
  if (!/^[A-Z0-9]{3}\d{7}$/.test(serialNumber) || !typed.slice(SERIAL_LENGTH).startsWith(separator)) return null;
  if (account.isDisabled || account.isLocked) return failedAuthentication(server, 'STAT_LOCKED');
  const { staticPassword } = account;
  const rest = typed.slice(SERIAL_LENGTH + separator.length);
  if (staticPassword === null || !rest.startsWith(staticPassword)) return fail(server, account);
  const token = server.hardware.find(serialNumber);
  // Whose it is, and that it is not there, look the same.
  if (!token || token.owner !== null || token.kind === 'virtual' || hasOne(server, account))
    return failedAuthentication(server, 'STAT_DIGIPASS_NOT_AVAILABLE');
  const proof = rest.slice(staticPassword.length);
  if (token.kind === 'challenge') {
    if (proof !== '') return fail(server, account);
    return { ok: false, status: challengeStatus, challenge: server.hardware.challenge(token, account, true) };
  }
  const pin = await acceptProof(server, token, proof);
  if (pin === 'wrong') return fail(server, account);
  if (pin !== null && pin.length < serverPins.minimumLength) return failedAuthentication(server, 'STAT_PIN_RULES');
  server.hardware.assign(token, account);
  if (pin !== null) token.pin = pin;
  return noteSuccess(account, serialNumber, clock.now());
}

/** The second login of a device with challenges, which may be what assigns it. */
export async function answerChallenge(
  server: AuthenticationServer,
  account: Account,
  key: string,
  response: string,
): Promise<Verdict> {
  if (account.isDisabled || account.isLocked) return failedAuthentication(server, 'STAT_LOCKED');
  const answered = await server.hardware.answer(key, account, response);
  if (!answered) return fail(server, account);
  const { token, assigns } = answered;
  if (assigns && token.owner !== null) return failedAuthentication(server, 'STAT_DIGIPASS_NOT_AVAILABLE');
  if (assigns) server.hardware.assign(token, account);
  return noteSuccess(account, token.serialNumber, server.options.clock.now());
}

/** @returns the new PIN; null where there is none to choose */
async function acceptProof(server: AuthenticationServer, token: Token, proof: string): Promise<string | null> {
  const typed = token.pin === null || proof.startsWith(token.pin) ? proof.slice(token.pin?.length ?? 0) : '';
  const [response] = RESPONSE.exec(typed) ?? [];
  if (response === undefined || !(await server.hardware.accept(token, response))) return 'wrong';
  const chosen = typed.slice(response.length);
  if (!token.needsPin || token.pin !== null) return chosen === '' ? null : 'wrong';
  const half = chosen.slice(0, chosen.length / 2);
  return half !== '' && half + half === chosen ? half : 'wrong';
}

function hasOne({ hardware }: AuthenticationServer, account: Account): boolean {
  return hardware.listOf(account).some(({ kind }) => kind !== 'virtual');
}

function fail(server: AuthenticationServer, account: Account): Verdict {
  noteFailure(server, account);
  return failedAuthentication(server, 'STAT_INVCREDENTIALS');
}
