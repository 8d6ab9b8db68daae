import { GatewayError } from '../../activation/gateway-error';
import {
  answeringDevices,
  type AskedPerson,
  type AskingAgent,
  type AskingBrowser,
  type OpenedPhoneChallenge,
  type PhoneCapabilities,
  type PhoneChallenge,
  type PhoneChallengeGateway,
  type PhoneChallengeId,
  type PhoneOwner,
  type SentPhoneChallenge,
  type ShownToPhone,
  type TypedChallenges,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { DAY, MINUTE, SECOND } from '../../shared/time/duration';
import type { EndedVendorChallenge, VendorChallenge, VendorChallengeStore } from './vendor-challenge';
import { whileItWaits } from './waiting-call';

/** An approval is redeemed within a minute, or while an agent fills in the rest of the form. */
const REDEMPTION_MS = { 'sign-in': MINUTE, 'bind-device': MINUTE, 'step-up': MINUTE, 'caller-check': 15 * MINUTE };

/** A request moves at most this often while it is being cancelled: approved, redeemed. */
const ATTEMPTS = 3;

export type VendorPhonePorts = {
  directory: Pick<AuthenticatorDirectory, 'list'>;
  store: VendorChallengeStore;
  changeFeed: ChangeFeed;
  clock: Clock;
  /** Called once for each request that has ended without a proof. */
  onEnd: (ended: EndedVendorChallenge) => Promise<void>;
  /** Called when an answer could not be kept, with the store's error. */
  onFault: (error: unknown) => void;
};

export type VendorPhoneSettings = {
  /** How long a phone may answer. */
  timeLimitMs: number;
  /** Calls that may wait for phones at once, of all processes. */
  maximumCalls: number;
};

/** What a call that waits takes longer than the time limit: the way there and back. */
export const WAITING_MARGIN_MS = 10 * SECOND;

/** Whom to ask, and for what. */
export type AskedOfPhone = Pick<VendorChallenge, 'requestKey' | 'purpose' | 'address'> & { addressee: AskedPerson };

/**
 * What is not kept of a request.
 * @property words who asks, from where
 * @property password see `AskedPerson`; empty where none is wanted
 * @property signal aborted when the request no longer waits
 */
export type Asking = { words: readonly string[]; password: string; signal: AbortSignal };

/** See `PhoneOwner`. */
type Approval = { instanceId: string; alternatives: readonly string[] };

/**
 * What a vendor's server says of a request. `not-confirmed`: it does not tell a refusal from silence, or from a person whom
 * it does not know.
 */
export type PhoneAnswer =
  | ({ kind: 'approved' } & Approval)
  | { kind: 'refused' }
  | { kind: 'timed-out' }
  | { kind: 'not-confirmed' };

/**
 * Requests to the phones of a vendor's server. Each waits in one process; its state is in the database, so that any process
 * serves the page, and the request's own time ends it where that process dies.
 *
 * A sign-in, which anybody can ask for, shows no end before its time is over unless a phone answered: the servers answer
 * at once for a person whom they do not know.
 */
export abstract class VendorPhoneChallengeGateway implements PhoneChallengeGateway {
  abstract readonly capabilities: PhoneCapabilities;
  /** An image is for a person who was named. */
  readonly open = null;
  abstract readonly openFor: PhoneChallengeGateway['openFor'];
  abstract readonly typedResponses: TypedChallenges | null;
  protected readonly ports: VendorPhonePorts;
  readonly #settings: VendorPhoneSettings;

  constructor(ports: VendorPhonePorts, settings: VendorPhoneSettings) {
    this.ports = ports;
    this.#settings = settings;
  }

  /** Asks the person's phones, and resolves with what is known of the answer; null where that is no longer this process's to say. */
  protected abstract ask(challenge: VendorChallenge, asking: Asking): Promise<PhoneAnswer | null>;

  async send(
    id: PhoneSignInId | PhoneConfirmationId,
    asking: AskingBrowser,
    person: AskedPerson,
  ): Promise<SentPhoneChallenge> {
    return this.#send(askedByBrowser(id, asking, person), wordsOf(asking));
  }

  async challengeCaller(
    id: CallerRequestId,
    { agent, words }: AskingAgent,
    addressee: UserKey,
  ): Promise<SentPhoneChallenge & { image: ShownToPhone | null }> {
    if (this.capabilities.callerCheck !== true) throw new TypeError('callers’ phones are not asked');
    const asked: AskedOfPhone = { requestKey: id, purpose: 'caller-check', address: null, addressee };
    if (this.capabilities.push === true) return { ...(await this.#send(asked, [agent, words])), image: null };
    const { number, expiresAt, ...image } = await this.show(asked, [agent, words]);
    return { number, expiresAt, image };
  }

  /** The same by an image. @throws TypeError where there is none */
  protected show(_asked: AskedOfPhone, _words: readonly string[]): Promise<OpenedPhoneChallenge> {
    return Promise.reject(new TypeError('no image is switched on'));
  }

  async observe(id: PhoneChallengeId): Promise<PhoneChallenge | null> {
    const challenge = await this.find(id);
    if (!challenge) return null;
    const { state, version, openedAt, expiresAt, address: askedFrom, addressee, reason } = challenge;
    return { state, version, openedAt, expiresAt, askedFrom, addressee, reason, reader: readerOf(challenge) };
  }

  /** The server cannot be told: the phone may still answer it, which then counts for nothing. */
  async cancel(id: PhoneChallengeId): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const challenge = await this.find(id);
      if (challenge?.state !== 'waiting' && challenge?.state !== 'approved') return;
      if (await this.end(challenge, { state: 'cancelled' })) return;
    }
    throw new Error('the request kept changing while it was cancelled');
  }

  async redeem(id: PhoneChallengeId): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>> {
    const challenge = await this.find(id);
    const owner = challenge && readerOf(challenge);
    if (challenge?.state !== 'approved' || !owner) return refuse('not-approved');
    const devices = await this.ports.directory.list(owner);
    const usable = new Set(devices.filter(({ state }) => state === 'active').map(({ instanceId }) => instanceId));
    if (!answeringDevices(owner).every((instanceId) => usable.has(instanceId))) {
      const isEnded = await this.end(challenge, { state: 'refused', reason: 'device-not-usable' });
      return refuse(isEnded ? 'device-not-usable' : 'not-approved');
    }
    return (await this.ports.store.save(next(challenge, { state: 'redeemed' })))
      ? accept(owner)
      : refuse('not-approved');
  }

  /** Ends requests whose time is over, also those of a process that died, and deletes old ones. */
  async sweep(): Promise<void> {
    const { store, clock, onEnd } = this.ports;
    for (const ended of await store.expire(clock.now())) await onEnd(ended);
    await store.deleteExpiredBefore(new Date(clock.now().getTime() - DAY));
  }

  async #send(asked: AskedOfPhone, words: readonly string[]): Promise<SentPhoneChallenge> {
    if (this.capabilities.push !== true) throw new TypeError('no push is switched on');
    const { challenge } = await this.add(asked, { isCalled: true });
    const { password = '' } = asked.addressee;
    void this.wait(challenge, (signal) => this.ask(challenge, { words, password, signal }));
    return { number: '', expiresAt: challenge.expiresAt };
  }

  /**
   * Adds a request, and ends what it supersedes.
   * @param how.isCalled whether a call is to wait for it
   * @param how.openedAt left out for now
   * @param how.timeLimitMs left out for a phone's
   * @returns whether it is the person's only one that waits; no call is to wait for another
   * @throws GatewayError when too many calls wait: before the request is known to anybody, and the same for everybody
   */
  protected async add(
    asked: AskedOfPhone,
    {
      isCalled = false,
      openedAt = this.ports.clock.now(),
      timeLimitMs = this.#settings.timeLimitMs,
    }: { isCalled?: boolean; openedAt?: Date; timeLimitMs?: number } = {},
  ): Promise<{ challenge: VendorChallenge; isOnly: boolean }> {
    const { store, onEnd } = this.ports;
    const { maximumCalls } = this.#settings;
    const { requestKey, purpose, address } = asked;
    const { userId, domain } = asked.addressee;
    const expiresAt = new Date(openedAt.getTime() + timeLimitMs);
    const challenge: VendorChallenge = {
      requestKey,
      purpose,
      address,
      addressee: { userId, domain },
      openedAt,
      expiresAt,
      state: 'waiting',
      version: 0,
      instanceId: null,
      alternatives: [],
      sessionId: null,
      followedUntil: null,
      tries: 0,
      reason: null,
      refusalSeenAt: null,
      callUntil: isCalled ? new Date(expiresAt.getTime() + WAITING_MARGIN_MS) : null,
    };
    const added = await store.add(challenge, maximumCalls);
    if (!added)
      throw new GatewayError('circuit-open', 'not-sent', { cause: new Error('too many calls wait for phones') });
    for (const ended of added.cancelled) await onEnd(ended);
    const { isOnly } = added;
    return { challenge: isOnly ? challenge : { ...challenge, callUntil: null }, isOnly };
  }

  /**
   * Has a call wait for the phone, in this process, as long as the request waits. A sign-in that meets a request of the person's
   * own, or the helpdesk's, is never asked, and runs out.
   */
  protected async wait(
    challenge: VendorChallenge,
    call: (signal: AbortSignal) => Promise<PhoneAnswer | null>,
  ): Promise<void> {
    if (!challenge.callUntil) return;
    const { store, onFault } = this.ports;
    try {
      const answer = await whileItWaits(this.ports, challenge, call, onFault);
      // Another process goes on with it.
      if (!answer) return;
      await store.endCall(challenge.requestKey);
      await this.conclude(challenge, answer);
    } catch (error) {
      onFault(error);
    }
  }

  protected async conclude(challenge: VendorChallenge, answer: PhoneAnswer): Promise<void> {
    const { store, clock } = this.ports;
    const now = clock.now();
    // Too late, whatever it was.
    if (now >= challenge.expiresAt) return;
    const isHidden = challenge.purpose === 'sign-in';
    switch (answer.kind) {
      case 'approved': {
        const expiresAt = new Date(now.getTime() + REDEMPTION_MS[challenge.purpose]);
        const { instanceId, alternatives } = answer;
        await store.save(next(challenge, { state: 'approved', instanceId, alternatives, expiresAt }));
        return;
      }
      case 'refused':
        await this.end(challenge, { state: 'refused', reason: 'cancelled-on-phone' });
        return;
      case 'timed-out':
        if (!isHidden) await this.end(challenge, { state: 'expired' });
        return;
      case 'not-confirmed':
        if (!isHidden) await this.end(challenge, { state: 'refused', reason: 'not-confirmed' });
    }
  }

  /** Found, and ended if its time is over. */
  protected async find(id: PhoneChallengeId): Promise<VendorChallenge | null> {
    const { store, clock } = this.ports;
    const challenge = await store.find(id);
    const isLive = challenge?.state === 'waiting' || challenge?.state === 'approved';
    if (!isLive || clock.now() < challenge.expiresAt) return challenge;
    await this.end(challenge, { state: 'expired' });
    return store.find(id);
  }

  /** @returns false when another move was faster */
  protected async end(
    challenge: VendorChallenge,
    end: Pick<VendorChallenge, 'state'> & Partial<VendorChallenge>,
  ): Promise<boolean> {
    if (!(await this.ports.store.save(next(challenge, end)))) return false;
    const { requestKey, purpose } = challenge;
    await this.ports.onEnd({ requestKey, purpose });
    return true;
  }
}

/** What a browser asks of a person's phones. */
export function askedByBrowser(
  requestKey: PhoneSignInId | PhoneConfirmationId,
  { address, purpose }: AskingBrowser,
  addressee: AskedPerson,
): AskedOfPhone {
  if (purpose === 'sign-in-here') throw new TypeError('a sign-in on the phone itself is not for the vendor’s app');
  return { requestKey, purpose: purpose ?? 'sign-in', address, addressee };
}

/** What phones show of a browser. */
export function wordsOf({ browser, address }: AskingBrowser): string[] {
  return [browser, address].filter((word) => word !== null);
}

function next(challenge: VendorChallenge, change: Partial<VendorChallenge>): VendorChallenge {
  return { ...challenge, ...change, version: challenge.version + 1 };
}

function readerOf({ addressee, instanceId, alternatives }: VendorChallenge): PhoneOwner | null {
  if (instanceId === null) return null;
  return { ...addressee, instanceId, ...(alternatives.length > 0 && { alternatives }) };
}
