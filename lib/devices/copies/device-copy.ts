import type { AuditEvent } from '../../audit/audit-event';
import { PIN_TRIES, pauseAfter } from '../../shared/pin-tries';
import type { Result } from '../../shared/result';
import { MINUTE } from '../../shared/time/duration';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * Of every state.
 * @property challengeAt when the newest challenge that was answered had been issued; an older one is not taken
 * @property calls what was sent for that challenge, each named by its hash: sent again it changes nothing
 * @property returnedAt when a key of the device last came back from a copy; null for never
 */
type Common = UserKey & {
  readonly instanceId: string;
  /** One more at each change. */
  readonly version: number;
  readonly keptAt: Date;
  readonly challengeAt: Date;
  readonly calls: readonly string[];
  readonly returnedAt: Date | null;
};

/**
 * What a phone has left at the gateway: its key, encrypted under the PRF output of a passkey and under the PIN.
 * @property credentialHash SHA-256 of the passkey's identifier, in hexadecimal
 * @property publicKey the passkey's, a COSE key in base64url
 * @property encryptedVerifier see `verifierContext`
 * @property encryptedCopy see `copyContext`
 * @property eraseTokenHash SHA-256 of what lets the phone erase the copy when it has erased its key, in hexadecimal
 */
export type KeptCopy = Common & {
  readonly state: 'kept';
  readonly credentialHash: string;
  readonly publicKey: string;
  readonly encryptedVerifier: string;
  readonly encryptedCopy: string;
  readonly eraseTokenHash: string;
  /** Wrong PINs left, 1 to 5. */
  readonly triesLeft: number;
  /** When the next PIN may be tried; null before the first wrong one. */
  readonly mayTryAt: Date | null;
};

/** Handed out. What is left answers the same call once more, because the answer may have been lost. */
export type ReturnedCopy = Common & {
  readonly state: 'returned';
  readonly credentialHash: string;
  readonly encryptedCopy: string;
  readonly endedAt: Date;
};

export type ErasedCopy = Common & { readonly state: 'erased'; readonly endedAt: Date };

export type DeviceCopy = KeptCopy | ReturnedCopy | ErasedCopy;

/** How long the call that brought a copy back is answered again. */
export const LOST_ANSWER_MS = 15 * MINUTE;

export function copyContext(instanceId: string): string {
  return `copy of ${instanceId}`;
}

/** Of what proves that the passkey and the PIN are there. */
export function verifierContext(instanceId: string): string {
  return `verifier of the copy of ${instanceId}`;
}

/** The copy takes the place of one that was there. */
export function keptAnew(
  before: DeviceCopy | null,
  kept: Omit<KeptCopy, 'state' | 'version' | 'returnedAt' | 'triesLeft' | 'mayTryAt'>,
): KeptCopy {
  const version = before === null ? 0 : before.version + 1;
  const returnedAt = before?.returnedAt ?? null;
  return { ...kept, state: 'kept', version, returnedAt, triesLeft: PIN_TRIES, mayTryAt: null };
}

/** A call that answers a challenge. */
type Call = { readonly call: string; readonly challengeAt: Date };

/** Whether a challenge was issued before the newest that was answered, so that what answers it was recorded. */
export function isOutdated({ challengeAt }: DeviceCopy, call: Call): boolean {
  return call.challengeAt < challengeAt;
}

/** After a wrong PIN, with tries left. */
export function tried(copy: KeptCopy, call: Call, now: Date): KeptCopy {
  const triesLeft = copy.triesLeft - 1;
  const mayTryAt = new Date(now.getTime() + pauseAfter(triesLeft));
  return { ...copy, ...answered(copy, call), triesLeft, mayTryAt };
}

export function returned(copy: KeptCopy, call: Call, now: Date): ReturnedCopy {
  const { instanceId, userId, domain, keptAt, credentialHash, encryptedCopy } = copy;
  const rest = { instanceId, userId, domain, keptAt, credentialHash, encryptedCopy };
  return { ...rest, ...answered(copy, call), state: 'returned', returnedAt: now, endedAt: now };
}

export function erased(copy: KeptCopy, now: Date): ErasedCopy {
  const { instanceId, userId, domain, version, keptAt, challengeAt, calls, returnedAt } = copy;
  const rest = { instanceId, userId, domain, keptAt, challengeAt, calls, returnedAt };
  return { ...rest, version: version + 1, state: 'erased', endedAt: now };
}

function answered({ version, challengeAt, calls }: KeptCopy, call: Call) {
  const isSame = call.challengeAt.getTime() === challengeAt.getTime();
  return { version: version + 1, challengeAt: call.challengeAt, calls: [...(isSame ? calls : []), call.call] };
}

/** What is said of a device's copy. @property keptAt null where there is none @property returnedAt see `DeviceCopy` */
export type CopyFacts = { keptAt: Date | null; returnedAt: Date | null };

/** PORT: stores copies, one for each device. Every write is one transaction with its audit events. */
export interface CopyStore {
  find(instanceId: string): Promise<DeviceCopy | null>;
  /** One that is not erased. */
  findByCredential(credentialHash: string): Promise<KeptCopy | ReturnedCopy | null>;
  /** @returns by instance ID; devices that never had a copy are left out */
  facts(instanceIds: readonly string[]): Promise<ReadonlyMap<string, CopyFacts>>;
  /**
   * Saves a move, or a first copy, whose version is 0; `copy.version` is else one above the version that was read. While it
   * keeps or hands out a copy the device is active and nothing holds it.
   * @returns `not-usable` when the device is not
   */
  save(copy: DeviceCopy, events: AuditEvent[]): Promise<Result<null, 'version-moved' | 'not-usable'>>;
  /** Erases what was handed out before `returnedBefore`, and deletes what ended before `endedBefore`. */
  purge(returnedBefore: Date, endedBefore: Date): Promise<void>;
}
