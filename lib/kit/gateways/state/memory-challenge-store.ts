import {
  abandon,
  isLiveChallenge,
  type Challenge,
  type Sent,
  type Waiting,
} from '../../../gateways/embedded/engine/challenges/challenge';
import type { EndedChallenge } from '../../../gateways/embedded/engine/challenges/challenge';
import type { ChallengeStore } from '../../../gateways/embedded/engine/challenges/challenge-store';
import type { GatewayStore, Owner } from '../../../gateways/embedded/engine/gateway-store';

/** The port in a map. A move is checked and saved without anything awaited in between, which makes it atomic. */
export class MemoryChallengeStore implements ChallengeStore {
  readonly challenges = new Map<string, Challenge>();
  readonly #devices: Pick<GatewayStore, 'findInstance'>;

  constructor(devices: Pick<GatewayStore, 'findInstance'>) {
    this.#devices = devices;
  }

  async add(challenge: Waiting): Promise<void> {
    if (this.challenges.has(challenge.keyHash) || (await this.findByRequest(challenge.requestKey)))
      throw new RangeError('the challenge exists');
    this.challenges.set(challenge.keyHash, challenge);
  }

  async findByKey(keyHash: string): Promise<Challenge | null> {
    return this.challenges.get(keyHash) ?? null;
  }

  async findByRequest(requestKey: string): Promise<Challenge | null> {
    return [...this.challenges.values()].find((one) => one.requestKey === requestKey) ?? null;
  }

  async listSentTo({ userId, domain }: Owner, now: Date): Promise<Sent[]> {
    return [...this.challenges.values()]
      .filter(isSent)
      .filter((one) => one.addressee.userId === userId && one.addressee.domain === domain && now < one.expiresAt)
      .sort((left, right) => right.openedAt.getTime() - left.openedAt.getTime());
  }

  async wrongNumbersOf({ userId, domain }: Owner, since: Date): Promise<Date[]> {
    return [...this.challenges.values()]
      .filter((one) => one.state === 'refused')
      .filter(({ reader, reason }) => reason === 'wrong-number' && reader.userId === userId && reader.domain === domain)
      .flatMap(({ endedAt }) => (endedAt < since ? [] : [endedAt]))
      .sort((left, right) => left.getTime() - right.getTime());
  }

  async save(challenge: Exclude<Challenge, Waiting>): Promise<boolean> {
    if (challenge.state === 'scanned' || challenge.state === 'approved' || challenge.state === 'redeemed') {
      const instance = await this.#devices.findInstance(challenge.reader);
      if (instance?.instance.state !== 'active') return false;
    }
    if (this.challenges.get(challenge.keyHash)?.version !== challenge.version - 1) return false;
    this.challenges.set(challenge.keyHash, challenge);
    return true;
  }

  async expire(now: Date): Promise<EndedChallenge[]> {
    const due = [...this.challenges.values()].filter(isLiveChallenge).filter((one) => one.expiresAt <= now);
    for (const one of due) this.challenges.set(one.keyHash, abandon(one, 'expired', now));
    return due;
  }

  async deleteExpiredBefore(time: Date): Promise<number> {
    const old = [...this.challenges.values()].filter((one) => one.expiresAt < time);
    for (const { keyHash } of old) this.challenges.delete(keyHash);
    return old.length;
  }
}

function isSent(challenge: Challenge): challenge is Sent {
  return challenge.state === 'waiting' && challenge.addressee !== null;
}
