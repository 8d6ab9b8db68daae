import { setTimeout as pause } from 'node:timers/promises';
import { GatewayError } from '../../activation/gateway-error';
import type {
  PhoneCapabilities,
  PhoneChallenge,
  PhoneChallengeId,
  TypedChallenges,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { UserKey } from '../../shared/identifiers/user-key';
import { MINUTE, SECOND } from '../../shared/time/duration';
import type { VendorChallenge } from '../phone-requests/vendor-challenge';
import {
  VendorPhoneChallengeGateway,
  type Asking,
  type PhoneAnswer,
  type VendorPhonePorts,
  type VendorPhoneSettings,
} from '../phone-requests/vendor-phone-challenge-gateway';
import type { CloudClient } from './cloud-client';
import { CloudTypedChallenges } from './cloud-typed-challenges';
import { pushLogin, readSession, type LoginStatus } from './logins';

/** Between two looks at a session. */
const POLL_MS = 1.5 * SECOND;

/** How long a process that follows a session may be silent before another one takes it over: three looks that hang. */
const LEASE_MS = 15 * SECOND;

type Ports = VendorPhonePorts & { client: CloudClient };

/** @property push null where phones are not asked @property typedResponse null where no responses are typed */
type Settings = {
  push: VendorPhoneSettings | null;
  typedResponse: { input: Readonly<Record<string, string>> } | null;
};

/**
 * Push and login at the cloud (OneSpan §5.5): a login that answers at once, and a session that is polled. One process at a time
 * polls it, whose lease is in the database; where it dies, the next look of the page lets another one take it over.
 *
 * The cloud tells a refusal, but not which of the person's devices answered, and takes no words for phones to show.
 */
export class OneSpanCloudPhoneChallengeGateway extends VendorPhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities;
  readonly openFor = null;
  readonly typedResponses: TypedChallenges | null;
  readonly #client: CloudClient;
  readonly #stop = new AbortController();

  constructor({ client, ...ports }: Ports, { push, typedResponse }: Settings) {
    super(ports, push ?? { timeLimitMs: MINUTE, maximumCalls: 1 });
    this.#client = client;
    const byPush = push ? true : 'not-switched-on';
    this.capabilities = {
      image: 'not-offered',
      push: byPush,
      callerCheck: byPush,
      notMe: 'not-offered',
      typedResponse: typedResponse ? true : 'not-switched-on',
      wantsPassword: false,
      showsAsker: false,
      timeLimitMs: push?.timeLimitMs ?? MINUTE,
    };
    const moves = {
      add: this.add.bind(this),
      find: this.find.bind(this),
      end: this.end.bind(this),
      approve: async (challenge: VendorChallenge) =>
        this.conclude(challenge, await this.#approvalOf(challenge.addressee)),
    };
    this.typedResponses = typedResponse && new CloudTypedChallenges({ ...ports, client }, moves, typedResponse);
  }

  /** A look at a request that nobody follows any more goes on with it. */
  override async observe(id: PhoneChallengeId): Promise<PhoneChallenge | null> {
    const challenge = await this.find(id);
    if (challenge && this.#isAbandoned(challenge))
      void this.wait(challenge, (signal) => this.#follow(challenge, signal));
    return super.observe(id);
  }

  /** Lets other processes take over what this one follows. */
  close(): void {
    this.#stop.abort();
  }

  protected async ask(challenge: VendorChallenge, { signal }: Asking): Promise<PhoneAnswer | null> {
    const { store, clock } = this.ports;
    const asked = await pushLogin(this.#client, challenge.addressee).catch(nullForGatewayError);
    if (!asked) return { kind: 'not-confirmed' };
    const { status, requestID: sessionId } = asked;
    if (status !== 'pending' || sessionId === null) return this.#answerOf(status, challenge.addressee);
    const followedUntil = leaseFrom(clock.now());
    await store.attach(challenge.requestKey, sessionId, followedUntil);
    return this.#follow({ ...challenge, sessionId, followedUntil }, signal);
  }

  /**
   * Polls while the lease is this process's own, and the request waits.
   * @param signal aborted when it waits no more
   */
  async #follow(challenge: VendorChallenge, signal: AbortSignal): Promise<PhoneAnswer | null> {
    const { requestKey, sessionId, expiresAt, addressee } = challenge;
    const { store, clock } = this.ports;
    let since = challenge.followedUntil;
    if (since === null || sessionId === null) return null;
    for (;;) {
      const now = clock.now();
      const until = leaseFrom(now);
      if (this.#stop.signal.aborted) return null;
      // What has ended takes no other answer.
      if (signal.aborted || now >= expiresAt) return { kind: 'not-confirmed' };
      if (!(await store.follow(requestKey, since, until))) {
        const isTakenOver = (await store.find(requestKey))?.state === 'waiting';
        return isTakenOver ? null : { kind: 'not-confirmed' };
      }
      since = until;
      // An outage of the cloud is no answer.
      const status = (await readSession(this.#client, sessionId).catch(nullForGatewayError)) ?? 'pending';
      if (status !== 'pending') return this.#answerOf(status, addressee);
      await pause(POLL_MS, undefined, { ref: false, signal }).catch(() => {});
    }
  }

  #isAbandoned({ state, followedUntil }: VendorChallenge): boolean {
    return state === 'waiting' && followedUntil !== null && followedUntil <= this.ports.clock.now();
  }

  async #answerOf(status: LoginStatus, addressee: UserKey): Promise<PhoneAnswer> {
    switch (status) {
      case 'accepted':
        return this.#approvalOf(addressee);
      case 'refused':
        return { kind: 'refused' };
      case 'timeout':
        return { kind: 'timed-out' };
      case 'failure':
      case 'unknown':
      case 'pending':
        return { kind: 'not-confirmed' };
    }
  }

  /** Any of the person's devices may have answered. */
  async #approvalOf(addressee: UserKey): Promise<PhoneAnswer> {
    const devices = await this.ports.directory.list(addressee);
    const [instanceId, ...alternatives] = devices.map((device) => device.instanceId);
    return instanceId === undefined ? { kind: 'not-confirmed' } : { kind: 'approved', instanceId, alternatives };
  }
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

function nullForGatewayError(error: unknown): null {
  if (error instanceof GatewayError) return null;
  throw error;
}
