import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answerer, type Exchange, CORRELATION_HEADER } from '../../http/exchange';
import { heldOpen } from '../../http/held-open';
import type { Services } from '../../composition/compose';
import { SECOND } from '../../../shared/time/duration';
import { isProgrammingError } from '../../../shared/is-programming-error';
import { NO_STORE, REFUSALS } from '../answers/uncached';
import { activationPoll } from './activation-poll';
import { type LongPoll, type LongPollAnswer, type LongPollRequest, LongPollSlot } from './long-poll';
import { LongPollSlots } from './long-poll-slots';
import { loginRequestsPoll, phoneConfirmationPoll, phoneSignInPoll } from './phone-polls';
import { callerRequestPoll, invitationPoll, managerRequestPoll, readOutPoll } from './staff-polls';

/** More than one user's windows in all their browsers. */
const PAGES_PER_PERSON = 8;

/** Pause before a failed poll is retried. */
const RETRY_MS = SECOND;

/** Failures hit all polls at the same time, and are logged once in this time. */
const LOG_INTERVAL_MS = 10 * SECOND;

/**
 * Answers long polls in front of Next.js: 5,000 pages make 200 requests a second, each of which would cost Next.js
 * several times as much.
 */
export class LongPolls {
  readonly #logger: Services['logger'];
  readonly #slots: { [asker in LongPoll['asker']]: LongPollSlots };
  readonly #polls: readonly (readonly [path: RegExp, poll: LongPoll])[];
  #loggedAt = Number.NEGATIVE_INFINITY;

  constructor(
    {
      config,
      metrics,
      logger,
    }: Pick<Services, 'metrics' | 'logger'> & {
      config: Pick<Services['config'], 'waitingPages'>;
    },
    polls: readonly LongPoll[],
  ) {
    const { poll } = heldOpen(config.waitingPages);
    this.#logger = logger;
    this.#slots = {
      page: new LongPollSlots({ ...poll, perHolder: PAGES_PER_PERSON }, metrics.waitingPages),
      phone: new LongPollSlots({ ...poll, perHolder: 1 }, metrics.waitingPhones),
    };
    this.#polls = polls.map((one) => [new RegExp(`^${one.route.replace('[name]', '([^/]+)')}$`), one]);
  }

  readonly answer: Answerer = (exchange) => {
    for (const [path, poll] of this.#polls) {
      const match = path.exec(exchange.path);
      if (match) return this.#answer(poll, match[1] ?? '', exchange);
    }
    return null;
  };

  /** Templates of their addresses. */
  get routes(): string[] {
    return this.#polls.map(([, { route }]) => route);
  }

  /** Answers all polls and holds none from now on, so that the server can stop. */
  drain(): void {
    for (const slots of Object.values(this.#slots)) slots.drain();
  }

  async #answer(poll: LongPoll, name: string, { request, response, path, address }: Exchange): Promise<void> {
    if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      return send(response, 405, { code: 'wrong-method' });
    }
    const query = new URLSearchParams(request.url?.slice(path.length));
    const origin = { correlationId: request.headers[CORRELATION_HEADER]?.toString() ?? '', address };
    const longPollRequest: LongPollRequest = {
      name,
      query,
      header: (header) => request.headers[header] ?? null,
      origin,
    };
    const place = new LongPollSlot(this.#slots[poll.asker], address);
    response.once('close', place.abandon);
    try {
      const answer = await this.#retryUntilAnswered(() => poll.answer(longPollRequest, place.take), place);
      if (typeof answer === 'number') send(response, answer, { code: REFUSALS[answer] });
      else {
        const retryAfterMs = place.retryAfterMs(poll.awayMs);
        // A client that stays away for long needs no open connection, of which there are only as many as may be held.
        if (retryAfterMs !== null) response.shouldKeepAlive = false;
        send(response, 200, { ...answer, retryAfterMs });
      }
    } catch (error) {
      const isOurs = isProgrammingError(error);
      if (isOurs) this.#logger.error({ err: error }, 'a long poll could not be answered');
      else response.setHeader('retry-after', '2');
      send(response, isOurs ? 500 : 503, { code: isOurs ? 'fault' : 'unavailable' });
    } finally {
      place.leave();
    }
  }

  /** During an outage of the database polls are held and retried, and answered once it is back. */
  async #retryUntilAnswered(ask: () => Promise<LongPollAnswer>, place: LongPollSlot): Promise<LongPollAnswer> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        const until = place.take(null);
        if (isProgrammingError(error) || until.aborted) throw error;
        this.#logFailure(error);
        await pause(RETRY_MS * (0.5 + Math.random()), null, { signal: until }).catch(() => null);
      }
    }
  }

  #logFailure(error: unknown): void {
    const now = performance.now();
    if (now - this.#loggedAt < LOG_INTERVAL_MS) return;
    this.#loggedAt = now;
    this.#logger.warn({ err: error }, 'long polls could not be answered and are retried');
  }
}

/** All long polls of the site. */
export function longPolls(services: Services): LongPolls {
  return new LongPolls(services, [
    activationPoll(services),
    phoneSignInPoll(services),
    phoneConfirmationPoll(services),
    readOutPoll(services),
    invitationPoll(services),
    callerRequestPoll(services),
    managerRequestPoll(services),
    loginRequestsPoll(services),
  ]);
}

function send(response: Exchange['response'], status: number, body: object): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...NO_STORE })
    .end(text);
}
