import { GatewayError } from '../../../activation/gateway-error';
import type {
  AskingAgent,
  AskingBrowser,
  PhoneCapabilities,
  PhoneChallenge,
  PhoneChallengeGateway,
  PhoneChallengeId,
  PhoneOwner,
} from '../../../accounts/phone-sign-in/phone-challenge-gateway';
import type { AuthenticatorDirectory } from '../../../devices/authenticator-directory';
import type { CallerRequestId } from '../../../shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../../shared/identifiers/phone-sign-in-id';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Clock } from '../../../shared/time/clock';
import { DAY, MINUTE, SECOND } from '../../../shared/time/duration';
import { askToAuthenticate, isProved } from './auth-user';
import type { Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import type { EndedVendorChallenge, VendorChallenge, VendorChallengeStore } from './vendor-challenge';

/** An approval is redeemed within a minute, or while an agent fills in the rest of the form. */
const REDEMPTION_MS = { 'sign-in': MINUTE, 'bind-device': MINUTE, 'step-up': MINUTE, 'caller-check': 15 * MINUTE };

/** The vendor's pages take no longer message (OneSpan §4.5). */
const MAXIMUM_MESSAGE_LENGTH = 128;

/** A request moves at most this often while it is being cancelled: approved, redeemed. */
const ATTEMPTS = 3;

type Ports = {
  /** Of calls that wait for a phone: one server is asked, once. */
  soap: SoapClient;
  directory: Pick<AuthenticatorDirectory, 'list'>;
  store: VendorChallengeStore;
  clock: Clock;
  /** Called once for each request that has ended without a proof. */
  onEnd: (ended: EndedVendorChallenge) => Promise<void>;
  /** Called when an answer could not be kept, with the store's error. */
  onFault: (error: unknown) => void;
};

type Settings = {
  componentType: string;
  /** Host of the website, as phones show it. */
  site: string;
  /** What the policy takes as the request to push. */
  keyword: string;
  /** The policy's authentication timeout. */
  timeLimitMs: number;
  /** Calls of this process that may wait at once. */
  maximumCalls: number;
};

/**
 * Push and login (OneSpan §4.5): one `authUser` that waits until the phone answers. It waits in this process; the request is
 * in the database, so that any process serves the page, and the request's own time ends it where this one dies.
 *
 * Only success tells who answered. Failure is not confirmed: the server tells neither refusal from silence, nor either from
 * a person whom it does not know. It answers for the last at once, so a sign-in, which anybody can ask for,
 * shows no failure before its time is over.
 */
export class OneSpanServerPhoneChallengeGateway implements PhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities;
  /** An image is for a person who was named. */
  readonly open = null;
  readonly openFor = null;
  readonly #ports: Ports;
  readonly #settings: Settings;
  #calls = 0;

  constructor(ports: Ports, settings: Settings) {
    this.#ports = ports;
    this.#settings = settings;
    this.capabilities = {
      image: 'not-switched-on',
      push: true,
      callerCheck: true,
      notMe: 'not-offered',
      wantsPassword: false,
      timeLimitMs: settings.timeLimitMs,
    };
  }

  async send(
    id: PhoneSignInId | PhoneConfirmationId,
    { address, browser, purpose }: AskingBrowser,
    addressee: UserKey,
  ) {
    if (purpose === 'sign-in-here') throw new TypeError('a sign-in on the phone itself is not sent');
    const words = [browser, address].filter((word) => word !== null);
    return this.#send({ requestKey: id, purpose: purpose ?? 'sign-in', address, addressee }, words);
  }

  async challengeCaller(id: CallerRequestId, { agent, words }: AskingAgent, addressee: UserKey) {
    return this.#send({ requestKey: id, purpose: 'caller-check', address: null, addressee }, [agent, words]);
  }

  async observe(id: PhoneChallengeId): Promise<PhoneChallenge | null> {
    const challenge = await this.#find(id);
    if (!challenge) return null;
    const { state, version, openedAt, expiresAt, address: askedFrom, addressee, reason } = challenge;
    return { state, version, openedAt, expiresAt, askedFrom, addressee, reason, reader: readerOf(challenge) };
  }

  /** The server cannot be told: the phone may still answer it, which then counts for nothing. */
  async cancel(id: PhoneChallengeId): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const challenge = await this.#find(id);
      if (challenge?.state !== 'waiting' && challenge?.state !== 'approved') return;
      if (await this.#end(challenge, { state: 'cancelled' })) return;
    }
    throw new Error('the request kept changing while it was cancelled');
  }

  async redeem(id: PhoneChallengeId): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>> {
    const challenge = await this.#find(id);
    const owner = challenge && readerOf(challenge);
    if (challenge?.state !== 'approved' || !owner) return refuse('not-approved');
    const devices = await this.#ports.directory.list(owner);
    if (!devices.some(({ instanceId, state }) => instanceId === owner.instanceId && state === 'active')) {
      const isEnded = await this.#end(challenge, { state: 'refused', reason: 'device-not-usable' });
      return refuse(isEnded ? 'device-not-usable' : 'not-approved');
    }
    return (await this.#ports.store.save(next(challenge, { state: 'redeemed' })))
      ? accept(owner)
      : refuse('not-approved');
  }

  /** Ends requests whose time is over, also those of a process that died, and deletes old ones. */
  async sweep(): Promise<void> {
    const { store, clock, onEnd } = this.#ports;
    for (const ended of await store.expire(clock.now())) await onEnd(ended);
    await store.deleteExpiredBefore(new Date(clock.now().getTime() - DAY));
  }

  async #send(
    asked: Pick<VendorChallenge, 'requestKey' | 'purpose' | 'address' | 'addressee'>,
    words: readonly string[],
  ): Promise<{ number: string; expiresAt: Date }> {
    const { store, clock, onEnd } = this.#ports;
    // Before the request is known to anybody, and the same for everybody.
    if (this.#calls >= this.#settings.maximumCalls)
      throw new GatewayError('circuit-open', { cause: new Error('too many calls wait for phones') });
    const openedAt = clock.now();
    const expiresAt = new Date(openedAt.getTime() + this.#settings.timeLimitMs);
    const [state, version, instanceId, reason] = ['waiting', 0, null, null] as const;
    const challenge: VendorChallenge = { ...asked, state, version, instanceId, reason, openedAt, expiresAt };
    const { cancelled, isOnly } = await store.add(challenge);
    for (const ended of cancelled) await onEnd(ended);
    // A sign-in that meets a request of the person's own, or the helpdesk's, is never sent, and runs out.
    if (isOnly) void this.#wait(challenge, messageOf([this.#settings.site, ...words]));
    return { number: '', expiresAt };
  }

  async #wait(challenge: VendorChallenge, message: string): Promise<void> {
    const { soap, onFault } = this.#ports;
    const { componentType, keyword: password } = this.#settings;
    this.#calls += 1;
    try {
      const credential = { ...challenge.addressee, componentType, password, message };
      await this.#conclude(challenge, await askToAuthenticate(soap, credential).catch(nullForGatewayError));
    } catch (error) {
      onFault(error);
    } finally {
      this.#calls -= 1;
    }
  }

  /** @param outcome null where the server has not answered */
  async #conclude(challenge: VendorChallenge, outcome: Outcome | null): Promise<void> {
    const { store, clock } = this.#ports;
    const now = clock.now();
    // Too late, whatever it was.
    if (now >= challenge.expiresAt) return;
    const instanceId = outcome && approvedBy(outcome, challenge.addressee);
    if (instanceId !== null) {
      const expiresAt = new Date(now.getTime() + REDEMPTION_MS[challenge.purpose]);
      await store.save(next(challenge, { state: 'approved', instanceId, expiresAt }));
    } else if (challenge.purpose !== 'sign-in')
      await this.#end(challenge, { state: 'refused', reason: 'not-confirmed' });
  }

  /** Found, and ended if its time is over. */
  async #find(id: PhoneChallengeId): Promise<VendorChallenge | null> {
    const { store, clock } = this.#ports;
    const challenge = await store.find(id);
    const isLive = challenge?.state === 'waiting' || challenge?.state === 'approved';
    if (!isLive || clock.now() < challenge.expiresAt) return challenge;
    await this.#end(challenge, { state: 'expired' });
    return store.find(id);
  }

  async #end(
    challenge: VendorChallenge,
    end: Pick<VendorChallenge, 'state'> & Partial<VendorChallenge>,
  ): Promise<boolean> {
    if (!(await this.#ports.store.save(next(challenge, end)))) return false;
    const { requestKey, purpose } = challenge;
    await this.#ports.onEnd({ requestKey, purpose });
    return true;
  }
}

function next(challenge: VendorChallenge, change: Partial<VendorChallenge>): VendorChallenge {
  return { ...challenge, ...change, version: challenge.version + 1 };
}

function readerOf({ addressee, instanceId }: VendorChallenge): PhoneOwner | null {
  return instanceId === null ? null : { ...addressee, instanceId };
}

/**
 * The device that approved; null unless the server says that this person's device did. A static password alone, which
 * somebody's may happen to be the keyword, names no device (OneSpan §4.5).
 */
function approvedBy(outcome: Outcome, { userId, domain }: UserKey): string | null {
  const { fields } = outcome;
  const isTheirs =
    fields['CREDFLD_USERID']?.toLowerCase() === userId.toLowerCase() &&
    (fields['CREDFLD_DOMAIN'] ?? domain).toLowerCase() === domain.toLowerCase();
  const instanceId = fields['CREDFLD_SERIAL_NO'] ?? '';
  return isProved(outcome) && isTheirs && instanceId !== '' ? instanceId : null;
}

/** What the phone shows. Its language is not known, so it says no sentence. */
function messageOf(words: readonly string[]): string {
  return words
    .join(' · ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .slice(0, MAXIMUM_MESSAGE_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}

function nullForGatewayError(error: unknown): null {
  if (error instanceof GatewayError) return null;
  throw error;
}

/** What a call that waits takes longer than the policy's limit: the way there and back. */
export const WAITING_MARGIN_MS = 10 * SECOND;
