import { parseAssertionAnswer, type AssertionAnswer } from '../../accounts/passkeys/passkey-answer';
import { auditContext, noRequest } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import { readCopyChallenge } from './copy-challenge';
import { isUsable, type CopyPorts } from './copy-ports';
import type { CopyCall } from './keep-copy';
import {
  copyContext,
  erased,
  isOutdated,
  LOST_ANSWER_MS,
  returned,
  tried,
  verifierContext,
  type KeptCopy,
  type ReturnedCopy,
} from './device-copy';
import { sha256OfText } from '../../shared/bytes';

export type BroughtBack =
  | { outcome: 'returned'; instanceId: string; copy: string }
  /** Counted; `mayTryAt` is when the next one is. */
  | { outcome: 'wrong-pin'; triesLeft: number; mayTryAt: Date }
  /** Not counted: the pause is not over. */
  | { outcome: 'too-early'; triesLeft: number; mayTryAt: Date }
  /** The last PIN was wrong. */
  | { outcome: 'erased' };

/**
 * @property answer `AuthenticationResponseJSON` of the copy's passkey
 * @property proves whether the caller has both passkey and PIN, by the copy's verifier
 */
export type BringBackCall = CopyCall & { answer: string; proves: (verifier: string) => Promise<boolean> };

/** Of parallel tries one is counted at a time; the others read again and meet its pause. */
const READS = 6;

/**
 * Hands a copy out, once, to whoever has its passkey and the PIN. Without the passkey nothing is counted and nothing is
 * told; a copy that is not there, was handed out, or belongs to a device that does not work, are refused alike.
 */
export async function bringBack(
  ports: CopyPorts,
  sent: BringBackCall,
): Promise<Result<BroughtBack, 'not-found' | 'paused'>> {
  const answer = parseAssertionAnswer(sent.answer);
  if (!answer || !ports.settings.isOffered) return refuse('not-found');
  const credentialHash = await sha256OfText(answer.credentialId);
  for (let read = 0; read < READS; read += 1) {
    const copy = await ports.copies.findByCredential(credentialHash);
    if (!copy) return refuse('not-found');
    const result =
      copy.state === 'returned' ? await answerAgain(ports, copy, sent) : await tryPin(ports, copy, answer, sent);
    if (result !== 'version-moved') return result;
  }
  return refuse('paused');
}

async function answerAgain(
  { clock, encrypter }: CopyPorts,
  { calls, endedAt, encryptedCopy, instanceId }: ReturnedCopy,
  { call }: CopyCall,
): Promise<Result<BroughtBack, 'not-found'>> {
  const isSame = calls.at(-1) === call && clock.now().getTime() - endedAt.getTime() < LOST_ANSWER_MS;
  if (!isSame) return refuse('not-found');
  const copy = await encrypter.decrypt(encryptedCopy, copyContext(instanceId));
  return accept({ outcome: 'returned', instanceId, copy });
}

async function tryPin(
  ports: CopyPorts,
  copy: KeptCopy,
  answer: AssertionAnswer,
  { call, address, proves }: BringBackCall,
): Promise<Result<BroughtBack, 'not-found'> | 'version-moved'> {
  const { copies, passkeys, encrypter, clock } = ports;
  const { instanceId, triesLeft } = copy;
  const challengeAt = await readCopyChallenge(ports, answer.challenge);
  if (!challengeAt || !passkeys.relyingParty || isOutdated(copy, { call, challengeAt })) return refuse('not-found');
  const holds = await passkeys.verifier.verifyAssertion(answer, answer.challenge, passkeys.relyingParty, {
    credentialId: answer.credentialId,
    publicKey: copy.publicKey,
  });
  if (!holds || !(await isUsable(ports, copy, instanceId))) return refuse('not-found');
  const now = clock.now();
  const mayTryAt = copy.mayTryAt ?? now;
  if (copy.calls.includes(call)) return accept({ outcome: 'wrong-pin', triesLeft, mayTryAt });
  if (mayTryAt > now) return accept({ outcome: 'too-early', triesLeft, mayTryAt });

  const context = auditContext({ kind: 'phone' }, copy, { ...noRequest(call), address });
  if (await proves(await encrypter.decrypt(copy.encryptedVerifier, verifierContext(instanceId)))) {
    const decrypted = await encrypter.decrypt(copy.encryptedCopy, copyContext(instanceId));
    const event = { type: 'device-copy-returned', instanceId, ...context } as const;
    const saved = await copies.save(returned(copy, { call, challengeAt }, now), [event]);
    return saved.ok ? accept({ outcome: 'returned', instanceId, copy: decrypted }) : 'version-moved';
  }
  if (triesLeft > 1) {
    const next = tried(copy, { call, challengeAt }, now);
    const event = { type: 'device-copy-tried', instanceId, triesLeft: next.triesLeft, ...context } as const;
    const saved = await copies.save(next, [event]);
    if (!saved.ok) return 'version-moved';
    return accept({ outcome: 'wrong-pin', triesLeft: next.triesLeft, mayTryAt: next.mayTryAt ?? now });
  }
  const event = { type: 'device-copy-erased', instanceId, cause: 'wrong-pins', ...context } as const;
  const saved = await copies.save(erased(copy, now), [event]);
  return saved.ok ? accept({ outcome: 'erased' }) : 'version-moved';
}
