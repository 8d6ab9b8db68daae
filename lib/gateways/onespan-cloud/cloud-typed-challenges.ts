import type {
  AskingBrowser,
  TypedChallenge,
  TypedChallenges,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import { hexFromBytes } from '../../shared/bytes';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import { systemRandom } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import { SECOND } from '../../shared/time/duration';
import type { VendorChallenge } from '../phone-requests/vendor-challenge';
import {
  askedByBrowser,
  type AskedOfPhone,
  type VendorPhonePorts,
} from '../phone-requests/vendor-phone-challenge-gateway';
import type { CloudClient } from './cloud-client';
import { secureChallenge, typedLogin } from './logins';

/** How long a challenge can be answered (OneSpan §5.5). */
const TIME_LIMIT_MS = 180 * SECOND;

/** Responses to one challenge: fewer than the failures that lock an account by default (OneSpan §6.5). */
const MAXIMUM_TRIES = 2;

/** The length of a message in bytes until one has been seen; no length is published. */
const ASSUMED_BYTES = 64;

/** Bytes at a message's beginning that say what it is, and are no secret. */
const HEAD_BYTES = 1;

type Moves = {
  add: (asked: AskedOfPhone, how: { timeLimitMs: number }) => Promise<{ challenge: VendorChallenge; isOnly: boolean }>;
  find: (id: PhoneSignInId | PhoneConfirmationId) => Promise<VendorChallenge | null>;
  end: (challenge: VendorChallenge, end: Pick<VendorChallenge, 'state' | 'reason'>) => Promise<boolean>;
  approve: (challenge: VendorChallenge) => Promise<void>;
};

/**
 * `generate-secure-challenge` and a login with what the device shows (OneSpan §5.5). Whoever is unknown, or has no device, gets
 * an image that looks the same and answers nothing, and each response to it makes the same call.
 */
export class CloudTypedChallenges implements TypedChallenges {
  readonly #ports: Pick<VendorPhonePorts, 'store'> & { client: CloudClient };
  readonly #moves: Moves;
  readonly #input: Readonly<Record<string, string>>;
  /** Of the last genuine message, which the others resemble. */
  #head = '';
  #bytes = ASSUMED_BYTES;

  constructor(
    ports: Pick<VendorPhonePorts, 'store'> & { client: CloudClient },
    moves: Moves,
    { input }: { input: Readonly<Record<string, string>> },
  ) {
    this.#ports = ports;
    this.#moves = moves;
    this.#input = input;
  }

  async start(
    id: PhoneSignInId | PhoneConfirmationId,
    asking: AskingBrowser,
    addressee: UserKey,
  ): Promise<TypedChallenge> {
    const { client, store } = this.#ports;
    const asked = askedByBrowser(id, asking, addressee);
    const genuine = await secureChallenge(client, addressee, this.#input);
    const { challenge, isOnly } = await this.#moves.add(asked, { timeLimitMs: TIME_LIMIT_MS });
    const { expiresAt } = challenge;
    if (genuine) {
      this.#head = genuine.requestMessage.slice(0, 2 * HEAD_BYTES);
      this.#bytes = genuine.requestMessage.length / 2;
    }
    // A sign-in that meets a request of the person's own, or the helpdesk's, is answered by nobody.
    if (!genuine || !isOnly) return { message: this.#decoy(), expiresAt };
    await store.attach(id, genuine.requestID, null);
    return { message: genuine.requestMessage, expiresAt };
  }

  async answer(
    id: PhoneSignInId | PhoneConfirmationId,
    response: string,
  ): Promise<Result<null, 'wrong-response' | 'over'>> {
    const { client, store } = this.#ports;
    const challenge = await this.#moves.find(id);
    // What a phone is asked, or was, has no response.
    if (challenge?.state !== 'waiting' || challenge.followedUntil !== null) return refuse('over');
    const tries = await store.countTry(id, MAXIMUM_TRIES);
    if (tries === null) return refuse('over');
    const { addressee, sessionId } = challenge;
    const status = await typedLogin(client, addressee, sessionId ?? crypto.randomUUID(), response);
    if (status === 'accepted' && sessionId !== null) {
      await this.#moves.approve(challenge);
      return accept(null);
    }
    if (tries < MAXIMUM_TRIES) return refuse('wrong-response');
    await this.#moves.end(challenge, { state: 'refused', reason: 'not-confirmed' });
    return refuse('over');
  }

  #decoy(): string {
    const random = hexFromBytes(systemRandom.bytes(this.#bytes)).toUpperCase();
    return this.#head + random.slice(this.#head.length);
  }
}
