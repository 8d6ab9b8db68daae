import { perObject } from '../../accounts/sign-in/limits';
import { parseRegistrationAnswer } from '../../accounts/passkeys/passkey-answer';
import { auditContext, noRequest } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import { readCopyChallenge } from './copy-challenge';
import { isUsable, type CopyPorts } from './copy-ports';
import { copyContext, isOutdated, keptAnew, verifierContext, type DeviceCopy } from './device-copy';
import { sha256OfText } from '../../shared/bytes';

/**
 * What a phone leaves. Texts are hexadecimal but for the answer.
 * @property answer `RegistrationResponseJSON` of the passkey that was created for it
 * @property copy the key, encrypted where the gateway cannot read it
 * @property verifier by which the gateway knows whoever has passkey and PIN
 * @property eraseTokenHash see `KeptCopy`
 */
export type LeftCopy = { answer: string; copy: string; verifier: string; eraseTokenHash: string };

/** @property call names what was sent @property address of who sent it; null if it is not known */
export type CopyCall = { call: string; address: string | null };

/** Keeps the copy of a device that has proved its key, in place of one that was there. */
export async function keepCopy(
  ports: CopyPorts,
  device: UserKey & { instanceId: string },
  left: LeftCopy,
  { call, address }: CopyCall,
): Promise<Result<null, 'not-found' | 'paused'>> {
  const { copies, passkeys, encrypter, clock, settings } = ports;
  const { relyingParty, verifier } = passkeys;
  const { instanceId, userId, domain } = device;
  if (!settings.isOffered || !relyingParty) return refuse('not-found');
  if (await ports.rateLimiter.take([perObject('device-copy', instanceId)])) return refuse('paused');
  const before = await copies.find(instanceId);
  if (before?.state === 'kept' && before.calls.includes(call)) return accept(null);
  const answer = parseRegistrationAnswer(left.answer);
  const challengeAt = answer && (await readCopyChallenge(ports, answer.challenge));
  if (!answer || !challengeAt || !mayReplace(before, { call, challengeAt })) return refuse('not-found');
  const credential = await verifier.verifyRegistration(answer, answer.challenge, relyingParty);
  if (!credential || !(await isUsable(ports, device, instanceId))) return refuse('not-found');
  const copy = keptAnew(before, {
    instanceId,
    userId,
    domain,
    keptAt: clock.now(),
    challengeAt,
    calls: [call],
    credentialHash: await sha256OfText(credential.credentialId),
    publicKey: credential.publicKey,
    encryptedVerifier: await encrypter.encrypt(left.verifier, verifierContext(instanceId)),
    encryptedCopy: await encrypter.encrypt(left.copy, copyContext(instanceId)),
    eraseTokenHash: left.eraseTokenHash,
  });
  const origin = { ...noRequest(call), address };
  const event = { type: 'device-copy-kept', instanceId, ...auditContext({ kind: 'phone' }, device, origin) } as const;
  const saved = await copies.save(copy, [event]);
  return saved.ok ? saved : refuse('not-found');
}

/** A message of before an erasure must not bring the copy back. */
function mayReplace(before: DeviceCopy | null, call: { call: string; challengeAt: Date }): boolean {
  return before === null || (!isOutdated(before, call) && !before.calls.includes(call.call));
}
