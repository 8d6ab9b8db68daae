import { perObject } from '../../accounts/sign-in/limits';
import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { abilitiesOf, type Ability } from '../abilities';
import { findHeld } from '../find-own-authenticator';
import { HARDWARE_RESPONSE } from '../test-login';
import type { HardwareChallenge, HardwarePorts, HardwareTrials } from './hardware-ports';

type Refusal = 'not-found' | 'too-many-attempts' | 'not-a-one-time-password' | 'one-time-password-wrong';

/** A challenge for one's own device. @throws GatewayError */
export async function requestChallenge(
  ports: HardwarePorts,
  owner: UserKey,
  serialNumber: string,
): Promise<Result<HardwareChallenge, Refusal>> {
  const trials = await trialsOf(ports, owner, serialNumber, 'test');
  if (!trials) return refuse('not-found');
  const overLimit = await ports.rateLimiter.take([perObject('test-login', serialNumber)]);
  if (overLimit) return refuse('too-many-attempts');
  const challenge = await trials.challenge(owner, serialNumber);
  return challenge ? accept(challenge) : refuse('not-found');
}

/** Tries what one's own device answers to a challenge, within the budgets of a test login. @throws GatewayError */
export async function answerChallenge(
  ports: HardwarePorts,
  owner: UserKey,
  { serialNumber, key, response }: { serialNumber: string; key: string; response: string },
  origin: RequestOrigin,
): Promise<Result<null, Refusal>> {
  const trials = await trialsOf(ports, owner, serialNumber, 'test');
  if (!trials) return refuse('not-found');
  return tried(ports, owner, serialNumber, [response], origin, ([typed]) =>
    trials.answer(owner, serialNumber, key, typed ?? ''),
  );
}

/** Repairs the clock of one's own device by two codes in a row. @throws GatewayError */
export async function repairClock(
  ports: HardwarePorts,
  owner: UserKey,
  { serialNumber, first, second }: { serialNumber: string; first: string; second: string },
  origin: RequestOrigin,
): Promise<Result<null, Refusal>> {
  const trials = await trialsOf(ports, owner, serialNumber, 'clock');
  if (!trials) return refuse('not-found');
  const repaired = await tried(ports, owner, serialNumber, [first, second], origin, (typed) =>
    trials.repairClock(owner, serialNumber, [typed[0] ?? '', typed[1] ?? '']),
  );
  if (repaired.ok)
    await ports.audit.append({
      type: 'hardware-clock-repaired',
      instanceId: serialNumber,
      ...ownContext(owner, origin),
    });
  return repaired;
}

/** @returns null unless it is the owner's, and of a kind that can do it */
async function trialsOf(
  { directory, hardware }: HardwarePorts,
  owner: UserKey,
  serialNumber: string,
  ability: Ability,
): Promise<HardwareTrials | null> {
  const held = await findHeld(directory, owner, serialNumber);
  return held?.kind === 'hardware' && abilitiesOf('hardware', directory)[ability] === true ? hardware.trials : null;
}

async function tried(
  { rateLimiter, audit }: HardwarePorts,
  owner: UserKey,
  instanceId: string,
  responses: readonly string[],
  origin: RequestOrigin,
  ask: (typed: readonly string[]) => Promise<boolean>,
): Promise<Result<null, Refusal>> {
  const typed = responses.map((response) => response.replaceAll(/\s/g, ''));
  if (!typed.every((response) => HARDWARE_RESPONSE.test(response))) return refuse('not-a-one-time-password');
  const today = perObject('test-logins-a-day', instanceId);
  if (await rateLimiter.take([today, perObject('test-login', instanceId)])) return refuse('too-many-attempts');
  const isRight = await ask(typed);
  if (isRight) await rateLimiter.giveBack([today]);
  const outcome = isRight ? 'valid' : 'wrong-password';
  await audit.append({ type: 'login-tested', instanceId, outcome, ...ownContext(owner, origin) });
  return isRight ? accept(null) : refuse('one-time-password-wrong');
}
