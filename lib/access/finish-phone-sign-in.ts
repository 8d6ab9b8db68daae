import { accept, refuse, type Result } from '../shared/result';
import type { RequestOrigin } from './access-ports';
import { openSession } from './open-session';
import { perNetwork, perPerson } from './limits';
import type { PhoneOwner } from './phone-challenge-gateway';
import { phoneSignInIdOf, type BrowserSecret } from './phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';
import type { SignedIn } from './session';

export type PhoneSignInRefusal = 'not-approved' | 'device-not-usable' | 'too-many-attempts' | 'no-account';

/**
 * Opens the session that a phone has approved, once, and in the browser that asked for it alone.
 * @param secret what the browser proves itself with; null when it has none
 */
export async function finishPhoneSignIn(
  ports: PhoneSignInPorts,
  secret: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<SignedIn, PhoneSignInRefusal>> {
  const refused = async (reason: PhoneSignInRefusal, owner: PhoneOwner | null) => {
    const subject = owner && { userId: owner.userId, domain: owner.domain };
    const about = { actor: { kind: 'anonymous' }, subject, ...origin } as const;
    const instanceId = owner?.instanceId ?? null;
    await ports.audit.append({ type: 'phone-sign-in-refused', reason, instanceId, ...about });
    return refuse(reason);
  };

  const fromNetwork = perNetwork('sign-in', origin);
  if (await ports.rateLimiter.take(fromNetwork)) return refused('too-many-attempts', null);
  if (secret === null) return refused('not-approved', null);
  const id = await phoneSignInIdOf(secret, ports.sha256);
  const reader = (await ports.gateway.observe(id))?.reader;
  if (!reader) return refused('not-approved', null);
  const epoch = await ports.sessions.epochOf(reader);
  const redeemed = await ports.gateway.redeem(id);
  // What made a device unusable has ended the challenge, which is recorded where that happens.
  if (!redeemed.ok) return redeemed.refusal === 'not-approved' ? refused('not-approved', null) : redeemed;

  const owner = redeemed.value;
  const answers = perPerson('phone-answer', owner);
  if (await ports.rateLimiter.take([answers])) return refused('too-many-attempts', owner);
  const user = await ports.users.find(owner.userId, owner.domain);
  if (!user) return refused('no-account', owner);
  await ports.rateLimiter.reset([answers, perPerson('sent-sign-in', owner)]);
  await ports.rateLimiter.giveBack([...fromNetwork, ...perNetwork('phone-sign-in', origin)]);
  const fact = { type: 'phone-sign-in-succeeded', instanceId: owner.instanceId } as const;
  const opened = await openSession(ports, user, fact, origin, epoch);
  return opened ? accept(opened) : refused('not-approved', owner);
}
