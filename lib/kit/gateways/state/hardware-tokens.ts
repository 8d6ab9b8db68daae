import { computeHotp } from '../../../wire/crypto/one-time-password';
import type { Owner } from '../../../gateways/embedded/engine/gateway-store';
import { hexFromBytes, type Bytes } from '../../../shared/bytes';
import { systemRandom } from '../../../shared/random';
import { SECOND } from '../../../shared/time/duration';
import type { Clock } from '../../../shared/time/clock';

/** Of a response, and of a time step: ours. */
const DIGITS = 6;
const STEP_SECONDS = 36;

/** Steps or events by which a response may be off, and by which two in a row may be for a repair of the clock (ours). */
const TOLERANCE = 1;
const REPAIR_WINDOW = 200;

/** What a token is made of, and how it is delivered. */
export type NewToken = {
  serialNumber: string;
  /** `DIGIPASSFLD_DPTYPE`. */
  type: string;
  /** A virtual one has no device: the server sends its responses. */
  kind: 'time' | 'event' | 'challenge' | 'virtual';
  owner?: Owner | null;
  /** Whether the server wants a PIN in front of responses; one that nobody has chosen yet is null. */
  needsPin?: boolean;
  pin?: string | null;
  /** Steps by which the device's clock, or its count of events, is ahead of the server's. */
  ahead?: number;
};

export type Token = Required<Omit<NewToken, 'owner'>> & {
  owner: Owner | null;
  key: Bytes;
  assignedAt: Date | null;
  createdAt: Date;
  lastAuthenticatedAt: Date | null;
  /** Steps or events by which the server knows that the device is ahead. */
  corrected: number;
  /** Step or count of the last response that was accepted, which no earlier one is after. */
  lastUsed: number;
};

type Challenge = { token: Token; owner: Owner; text: string; openedAt: Date; assigns: boolean };

/** Hardware and virtual authenticators of the authentication server, with what their owners see on them. */
export class HardwareTokens {
  readonly #tokens = new Map<string, Token>();
  readonly #challenges = new Map<string, Challenge>();
  readonly #options: { clock: Clock; challengeAgeSeconds: number };

  constructor(options: { clock: Clock; challengeAgeSeconds: number }) {
    this.#options = options;
  }

  add({ owner = null, pin = null, needsPin = pin !== null, ahead = 0, ...made }: NewToken): Token {
    const now = this.#options.clock.now();
    const token: Token = {
      ...made,
      needsPin,
      pin,
      ahead,
      owner,
      key: systemRandom.bytes(20),
      assignedAt: owner && now,
      createdAt: now,
      lastAuthenticatedAt: null,
      corrected: 0,
      lastUsed: -1,
    };
    this.#tokens.set(token.serialNumber, token);
    return token;
  }

  list(): Token[] {
    return [...this.#tokens.values()];
  }

  find(serialNumber: string): Token | null {
    return this.#tokens.get(serialNumber) ?? null;
  }

  listOf({ userId, domain }: Owner): Token[] {
    return this.list().filter(({ owner }) => owner?.userId === userId && owner.domain === domain);
  }

  /** What the device shows now; each press of an event-based one shows the next. @param challenge typed into it */
  async show(token: Token, challenge = ''): Promise<string> {
    if (token.kind === 'challenge') return respond(token, Number(challenge));
    if (token.kind === 'event') token.ahead += 1;
    return respond(token, this.#count(token) + token.ahead);
  }

  /** Whether it is the device's response now, which works once. */
  async accept(token: Token, response: string): Promise<boolean> {
    if (token.kind === 'challenge' || token.kind === 'virtual') return false;
    const expected = this.#count(token) + token.corrected;
    const reach = token.kind === 'event' ? TOLERANCE * 10 : TOLERANCE;
    const found = await this.#search(token, [response], expected, reach);
    if (found === null) return false;
    if (token.kind === 'event') token.corrected = found;
    this.#use(token, found);
    return true;
  }

  /** Finds how far the device is ahead, by two responses in a row. */
  async synchronise(token: Token, responses: readonly [string, string]): Promise<boolean> {
    if (token.kind !== 'time' && token.kind !== 'event') return false;
    const found = await this.#search(token, responses, this.#count(token), REPAIR_WINDOW);
    if (found === null) return false;
    token.corrected = found + 1 - this.#count(token);
    token.lastUsed = found + 1;
    return true;
  }

  /** @param assigns whether the right response makes it theirs @returns its key and what is typed into the device */
  challenge(token: Token, owner: Owner, assigns = false): { key: string; text: string } {
    const [key, text] = [digits(10), digits(8)];
    this.#challenges.set(key, { token, owner, text, openedAt: this.#options.clock.now(), assigns });
    return { key, text };
  }

  /** Whether a challenge has the key, which is answered once. */
  hasSent(key: string): boolean {
    return this.#challenges.has(key);
  }

  /** A key is answered once. @returns null for an unknown, old or other user's key, and for a wrong response */
  async answer(key: string, owner: Owner, response: string): Promise<{ token: Token; assigns: boolean } | null> {
    const challenge = this.#challenges.get(key);
    if (challenge?.owner.userId !== owner.userId || challenge.owner.domain !== owner.domain) return null;
    this.#challenges.delete(key);
    const { token, text, openedAt, assigns } = challenge;
    const { clock, challengeAgeSeconds } = this.#options;
    if (clock.now().getTime() >= openedAt.getTime() + challengeAgeSeconds * SECOND) return null;
    if (response !== (await respond(token, Number(text)))) return null;
    token.lastAuthenticatedAt = clock.now();
    return { token, assigns };
  }

  assign(token: Token, owner: Owner | null): void {
    Object.assign(token, { owner, assignedAt: owner && this.#options.clock.now() });
  }

  async #search(token: Token, responses: readonly string[], around: number, reach: number): Promise<number | null> {
    for (let count = Math.max(around - reach, token.lastUsed + 1, 0); count <= around + reach; count++) {
      const shown = await Promise.all(responses.map((_response, index) => respond(token, count + index)));
      if (shown.every((one, index) => one === responses[index])) return count;
    }
    return null;
  }

  #use(token: Token, count: number): void {
    token.lastUsed = count;
    token.lastAuthenticatedAt = this.#options.clock.now();
  }

  /** Of time steps; an event-based one counts from 0. */
  #count({ kind }: Token): number {
    return kind === 'event' ? 0 : Math.floor(this.#options.clock.now().getTime() / SECOND / STEP_SECONDS);
  }
}

/** The vendor's algorithm is not public: this is RFC 4226's. */
function respond({ key }: Token, count: number): Promise<string> {
  return computeHotp(key, count, DIGITS, 'SHA-1');
}

function digits(length: number): string {
  const number = Number.parseInt(hexFromBytes(systemRandom.bytes(6)), 16) % 10 ** length;
  return String(number).padStart(length, '0');
}
