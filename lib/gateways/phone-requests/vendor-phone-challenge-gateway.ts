import { GatewayError } from '../../activation/gateway-error';
import type {
  AskingAgent,
  AskingBrowser,
  PhoneCapabilities,
  PhoneChallenge,
  PhoneChallengeGateway,
  PhoneChallengeId,
  PhoneOwner,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { DAY, MINUTE } from '../../shared/time/duration';
import type { EndedVendorChallenge, VendorChallenge, VendorChallengeStore } from './vendor-challenge';

/** An approval is redeemed within a minute, or while an agent fills in the rest of the form. */
const REDEMPTION_MS = { 'sign-in': MINUTE, 'bind-device': MINUTE, 'step-up': MINUTE, 'caller-check': 15 * MINUTE };

/** A request moves at most this often while it is being cancelled: approved, redeemed. */
const ATTEMPTS = 3;

export type VendorPhonePorts = {
  directory: Pick<AuthenticatorDirectory, 'list'>;
  store: VendorChallengeStore;
  clock: Clock;
  /** Called once for each request that has ended without a proof. */
  onEnd: (ended: EndedVendorChallenge) => Promise<void>;
  /** Called when an answer could not be kept, with the store's error. */
  onFault: (error: unknown) => void;
};

export type VendorPhoneSettings = {
  /** How long a phone may answer. */
  timeLimitMs: number;
  /** Requests of this process that may wait for phones at once. */
  maximumCalls: number;
};

/**
 * What a vendor's server says of a request. `not-confirmed`: it does not tell a refusal from silence, or from a person whom
 * it does not know.
 */
export type PhoneAnswer =
  | { kind: 'approved'; instanceId: string }
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
  protected readonly ports: VendorPhonePorts;
  readonly #settings: VendorPhoneSettings;
  #waits = 0;

  constructor(ports: VendorPhonePorts, settings: VendorPhoneSettings) {
    this.ports = ports;
    this.#settings = settings;
  }

  /** Asks the person's phones, and resolves with what is known of the answer. @param words who asks, from where */
  protected abstract ask(challenge: VendorChallenge, words: readonly string[]): Promise<PhoneAnswer>;

  async send(
    id: PhoneSignInId | PhoneConfirmationId,
    { address, browser, purpose }: AskingBrowser,
    addressee: VendorChallenge['addressee'],
  ) {
    if (purpose === 'sign-in-here') throw new TypeError('a sign-in on the phone itself is not sent');
    const words = [browser, address].filter((word) => word !== null);
    return this.#send({ requestKey: id, purpose: purpose ?? 'sign-in', address, addressee }, words);
  }

  async challengeCaller(id: CallerRequestId, { agent, words }: AskingAgent, addressee: VendorChallenge['addressee']) {
    return this.#send({ requestKey: id, purpose: 'caller-check', address: null, addressee }, [agent, words]);
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
    if (!devices.some(({ instanceId, state }) => instanceId === owner.instanceId && state === 'active')) {
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

  async #send(
    asked: Pick<VendorChallenge, 'requestKey' | 'purpose' | 'address' | 'addressee'>,
    words: readonly string[],
  ): Promise<{ number: string; expiresAt: Date }> {
    // Before the request is known to anybody, and the same for everybody.
    if (this.#waits >= this.#settings.maximumCalls)
      throw new GatewayError('circuit-open', { cause: new Error('too many requests wait for phones') });
    const { challenge, isOnly } = await this.add(asked, this.#settings.timeLimitMs);
    // A sign-in that meets a request of the person's own, or the helpdesk's, is never sent, and runs out.
    if (isOnly) void this.wait(async () => this.conclude(challenge, await this.ask(challenge, words)));
    return { number: '', expiresAt: challenge.expiresAt };
  }

  /** Adds a request, and ends what it supersedes. */
  protected async add(
    asked: Pick<VendorChallenge, 'requestKey' | 'purpose' | 'address' | 'addressee'>,
    timeLimitMs: number,
  ): Promise<{ challenge: VendorChallenge; isOnly: boolean }> {
    const { store, clock, onEnd } = this.ports;
    const openedAt = clock.now();
    const expiresAt = new Date(openedAt.getTime() + timeLimitMs);
    const [state, version, instanceId, reason] = ['waiting', 0, null, null] as const;
    const challenge: VendorChallenge = { ...asked, state, version, instanceId, reason, openedAt, expiresAt };
    const { cancelled, isOnly } = await store.add(challenge);
    for (const ended of cancelled) await onEnd(ended);
    return { challenge, isOnly };
  }

  /** Lets one more request wait in this process. */
  protected async wait(work: () => Promise<void>): Promise<void> {
    this.#waits += 1;
    try {
      await work();
    } catch (error) {
      this.ports.onFault(error);
    } finally {
      this.#waits -= 1;
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
        await store.save(next(challenge, { state: 'approved', instanceId: answer.instanceId, expiresAt }));
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

function next(challenge: VendorChallenge, change: Partial<VendorChallenge>): VendorChallenge {
  return { ...challenge, ...change, version: challenge.version + 1 };
}

function readerOf({ addressee, instanceId }: VendorChallenge): PhoneOwner | null {
  return instanceId === null ? null : { ...addressee, instanceId };
}
