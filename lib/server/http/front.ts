import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '../observability/logger';
import { InFlightResponses } from './in-flight-responses';
import { longestBody, tooLong } from './checks/check-length';
import { type Answerer, type Check, type Exchange, type Refusal, CORRELATION_HEADER } from './exchange';
import type { LoadShedder } from './load/load-shedder';
import { hasBody, NO_BODY, readBody } from './read-body';
import { HELD_OPEN, SHORT_BODY_BYTES } from './held-open';
import { refuse } from './refuse';
import { RequestStamp } from './request-stamp';
import { kindOf, type SecurityHeaders } from './security-headers';
import { Unfinished } from './unfinished';
import { isProgrammingError } from '../../shared/is-programming-error';
import { networkNameOf } from '../../shared/network-address';

const STARTING: Refusal = {
  status: 503,
  code: 'starting',
  sentence: 'This site is starting. Try again in a few seconds.',
  headers: { 'retry-after': '2' },
};

const TOO_SLOW: Refusal = {
  status: 408,
  code: 'body-too-slow',
  sentence: 'This request did not come whole in time. Try again, on a better line if there is one.',
};

const TOO_MANY_BODIES: Refusal = {
  status: 503,
  code: 'too-busy',
  sentence: 'Too many requests from your network have not come whole. Try again in a few seconds.',
  headers: { 'retry-after': '2' },
};

const FAILED: Refusal = { status: 500, code: 'failed', sentence: 'Something went wrong here. Try again later.' };

const UNAVAILABLE: Refusal = {
  status: 503,
  code: 'unavailable',
  sentence: 'This site cannot do this right now. Try again in a few seconds.',
  headers: { 'retry-after': '5' },
};

type FrontSettings = {
  /** The public URL: the documentation of problems is below it. */
  publicUrl: string;
  /** Proxies in front that append to `X-Forwarded-For`. */
  trustedProxies: number;
  securityHeaders: SecurityHeaders;
  /** In order, before the body is read. */
  checks: readonly Check[];
  /** Asked after that. */
  load?: Pick<LoadShedder, 'check' | 'release' | 'isLate'> | undefined;
  logger: Pick<Logger, 'debug' | 'warn' | 'error'>;
};

/** The pipeline of every request: checks, body, answerer. */
export class Front {
  readonly #settings: FrontSettings;
  readonly #stamp: RequestStamp;
  readonly #underWay = new InFlightResponses();
  readonly #shortBodies = new Unfinished(HELD_OPEN.shortBody);
  readonly #longBodies = new Unfinished(HELD_OPEN.longBody);
  #answerers: readonly Answerer[] | null = null;

  constructor(settings: FrontSettings) {
    this.#settings = settings;
    this.#stamp = new RequestStamp(settings.trustedProxies, settings.logger);
  }

  /** Until this is called, requests are refused with 503. @param answerers the last one answers everything */
  open(answerers: readonly Answerer[]): void {
    this.#answerers = answerers;
  }

  /** @param waits whether the client waits for 100 Continue before sending its body (RFC 9110 §10.1.1) */
  handle(request: IncomingMessage, response: ServerResponse, waits = false): void {
    const exchange = this.#begin(request, response);
    this.#underWay.add(response, exchange.address);
    for (const check of this.#settings.checks) {
      const refusal = check(exchange);
      if (refusal) return this.#refuse(exchange, refusal);
    }
    const answerers = this.#answerers;
    if (!answerers) return this.#refuse(exchange, STARTING);
    if (!hasBody(request)) return this.#answerIfThere(exchange, answerers);
    if (waits) response.writeContinue();
    void this.#answerWithBody(exchange, answerers);
  }

  /** Whether a response has begun on a connection, so that nothing else can be written there. */
  hasBegunAnswer(socket: Socket): boolean {
    return this.#underWay.some((response) => response.socket === socket && response.headersSent);
  }

  /** Ends what its client does not go on with; to be called every `LOOK_OVER_MS`. */
  lookOver(): void {
    this.#shortBodies.lookOver();
    this.#longBodies.lookOver();
    this.#underWay.lookOver((response) => this.#settings.load?.release(response));
  }

  endConnections(): void {
    this.#underWay.endConnections();
  }

  /** Resolves when no response is in flight; see `InFlightResponses`. */
  async finish(): Promise<void> {
    await this.#underWay.finish();
  }

  #begin(request: IncomingMessage, response: ServerResponse): Exchange {
    const { headers, url = '' } = request;
    const { securityHeaders } = this.#settings;
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    const kind = kindOf(path);
    const nonce = btoa(randomUUID());
    const policy = securityHeaders.policyOf(kind, nonce);
    securityHeaders.set(response, policy);
    // Next.js takes the nonce for its own scripts from the former, pages take it from the latter.
    headers['content-security-policy'] = policy;
    headers['x-nonce'] = nonce;
    return { request, response, path, address: this.#stamp.put(request), body: NO_BODY };
  }

  async #answerWithBody(exchange: Exchange, answerers: readonly Answerer[]): Promise<void> {
    const { request, address } = exchange;
    const longest = longestBody(exchange);
    let isRefused = false;
    const unfinished = isShort(request, longest) ? this.#shortBodies : this.#longBodies;
    const leave = unfinished.add(networkNameOf(address), (why) => {
      isRefused = true;
      this.#refuse(exchange, why === 'too-slow' ? TOO_SLOW : TOO_MANY_BODIES);
    });
    const body = await readBody(request, longest).catch(() => undefined);
    if (isRefused) return;
    leave();
    // The client has disconnected.
    if (body === undefined) return void exchange.response.destroy();
    if (body === null) return this.#refuse(exchange, tooLong(exchange));
    exchange.body = body;
    this.#answerIfThere(exchange, answerers);
  }

  /**
   * Under load the client may have disconnected meanwhile, which the event loop learns in the turn after its request.
   */
  #answerIfThere(exchange: Exchange, answerers: readonly Answerer[]): void {
    const { load } = this.#settings;
    const refusal = load?.check(exchange);
    if (refusal) return this.#refuse(exchange, refusal);
    if (!load?.isLate) return this.#answer(exchange, answerers);
    const answer = () => {
      const { socket } = exchange.request;
      if (!socket.destroyed && !socket.readableEnded) this.#answer(exchange, answerers);
    };
    // Twice, because the first callback runs before anything is read.
    setImmediate(() => setImmediate(answer));
  }

  #answer(exchange: Exchange, answerers: readonly Answerer[]): void {
    for (const answerer of answerers) {
      const answer = answerer(exchange);
      if (!answer) continue;
      answer.catch((error: unknown) => this.#fail(exchange, error));
      return;
    }
  }

  #refuse(exchange: Exchange, refusal: Refusal): void {
    const { request, address } = exchange;
    const { status, code } = refusal;
    const correlationId = request.headers[CORRELATION_HEADER];
    this.#settings.logger.debug(
      { status, code, method: request.method, address, correlationId },
      'a request was refused',
    );
    refuse(exchange, refusal, this.#settings.publicUrl);
  }

  /** A response that has begun can only be broken off, and a disconnected client needs none. */
  #fail(exchange: Exchange, error: unknown): void {
    const { response } = exchange;
    if (!response.destroyed) this.#settings.logger.error({ err: error }, 'a response failed');
    if (response.headersSent || response.destroyed) response.destroy();
    else refuse(exchange, isProgrammingError(error) ? FAILED : UNAVAILABLE, this.#settings.publicUrl);
  }
}

function isShort({ headers }: IncomingMessage, longest: number): boolean {
  return Math.min(Number(headers['content-length'] ?? longest), longest) <= SHORT_BODY_BYTES;
}
