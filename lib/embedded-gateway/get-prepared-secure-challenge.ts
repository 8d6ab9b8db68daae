import { sealLoginRequest } from '../crypto/login-request-message';
import { hexFromBytes } from '../shared/bytes';
import { SECOND } from '../shared/duration';
import { accept, refuse, type Result } from '../shared/result';
import { scan } from './challenge';
import { hashChallengeKey } from './challenge-key';
import { findActiveDevice } from './find-active-device';
import type { GatewayContext } from './gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { settleChallenge } from './settle-challenge';

/**
 * `getPreparedSecureChallenge` (contract §3.4): a phone reads the challenge that it has scanned or was told of. The first one that may
 * consumes it; for every other phone, and for this one again, there is nothing to be found. The front-end key and a serial
 * number are no secrets, so what is answered can only be read with the instance key.
 */
export async function getPreparedSecureChallenge(
  context: GatewayContext,
  { serialNumber, challengeKey }: { serialNumber: string; challengeKey: string },
): Promise<Result<{ requestMessage: string }, ServiceRefusal>> {
  const { challenges, clock, random } = context;
  const device = await findActiveDevice(context, serialNumber);
  if (!device) return refuse('not-found');
  const found = await settleChallenge(context, await challenges.findByKey(await hashChallengeKey(challengeKey)));
  if (found?.state !== 'waiting') return refuse('not-found');
  const { purpose, origin, address, browser, numbers, addressee, expiresAt } = found;
  const { instanceId, instanceKey, reader } = device;
  const { userId, domain } = reader;
  if (addressee && (addressee.userId !== userId || addressee.domain !== domain)) return refuse('not-found');
  const secondsLeft = Math.floor((expiresAt.getTime() - clock.now().getTime()) / SECOND);
  const message = { purpose, challengeKey, secondsLeft, userId, domain, origin, address, browser, numbers };
  const sealed = await sealLoginRequest(instanceKey, instanceId, message, random.bytes(12));
  return (await challenges.save(scan(found, reader)))
    ? accept({ requestMessage: hexFromBytes(sealed) })
    : refuse('not-found');
}
