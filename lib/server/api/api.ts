import 'server-only';
import { GatewayError } from '../../activation/gateway-error';
import { may } from '../../accounts/users/permission';
import { requesterActor } from '../../accounts/users/requester';
import { auditContext } from '../../audit/audit-context';
import { type Answerer, CORRELATION_HEADER, type Exchange } from '../http/exchange';
import { HELD_OPEN } from '../http/held-open';
import { isProgrammingError } from '../../shared/is-programming-error';
import { API_PATH } from '../../shared/problem-document';
import type { RequestOrigin } from '../../shared/request-origin';
import { LongPollSlot } from '../web/long-polls/long-poll';
import { LongPollSlots } from '../web/long-polls/long-poll-slots';
import type { ApiPorts, ApiRequest } from './api-request';
import { answerRoute } from './http/answer-route';
import { JSON_TYPE, problemReply, type Reply, sendReply } from './http/reply';
import { RequestBudget } from './http/request-budget';
import { openApiText } from './openapi/document';
import type { ProblemContext } from './problem';
import { matchPath } from './route';
import { ROUTES } from './route-table';

/** Requests that a process holds for programs, of all and of one account. */
const WAITS = { ...HELD_OPEN.wait, perHolder: 16 };

/** In characters: a key has 68. */
const LONGEST_KEY = 200;

const OPENAPI = `${API_PATH}openapi.json`;

/**
 * Answers the API in front of Next.js, which would take several times as long: address, key, budget, scope, input, then
 * the handler. Whatever is refused is a problem, and whatever is answered fits its schema.
 */
export class Api {
  readonly #ports: ApiPorts;
  readonly #budget: RequestBudget;
  readonly #slots: LongPollSlots;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
    this.#budget = new RequestBudget(ports.services.accounts.clock);
    this.#slots = new LongPollSlots(WAITS, ports.waiting);
  }

  readonly answer: Answerer = (exchange) => (exchange.path.startsWith(API_PATH) ? this.#answer(exchange) : null);

  /** Answers all that wait, and lets none wait from now on, so that the server can stop. */
  drain(): void {
    this.#slots.drain();
  }

  async #answer(exchange: Exchange): Promise<void> {
    const { request, response, address } = exchange;
    const requestId = request.headers[CORRELATION_HEADER]?.toString() ?? '';
    const place = new LongPollSlot(this.#slots, address);
    response.once('close', place.abandon);
    try {
      const reply = await this.#reply(exchange, { correlationId: requestId, address }, place);
      sendReply(response, reply, { requestId, hasBody: request.method !== 'HEAD' });
    } finally {
      place.leave();
    }
  }

  async #reply(exchange: Exchange, origin: RequestOrigin, place: LongPollSlot): Promise<Reply> {
    try {
      return await this.#dispatch(exchange, origin, place);
    } catch (error) {
      return this.#failure(error, this.#problems(origin));
    }
  }

  async #dispatch(exchange: Exchange, origin: RequestOrigin, place: LongPollSlot): Promise<Reply> {
    const { request, path, body, address } = exchange;
    const problems = this.#problems(origin);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    if (path === OPENAPI) {
      if (method === 'GET')
        return { status: 200, contentType: JSON_TYPE, body: openApiText(this.#ports.publicUrl), headers: {} };
      return problemReply('method-not-allowed', problems, { headers: { allow: 'GET, HEAD' } });
    }
    const there = ROUTES.flatMap((route) => {
      const params = matchPath(route.path, path.slice(API_PATH.length - 1));
      return params ? [{ route, params }] : [];
    });
    const match = there.find(({ route }) => route.method === method);
    if (!match && there.length > 0) {
      const allow = there.map(({ route }) => (route.method === 'GET' ? 'GET, HEAD' : route.method)).join(', ');
      return problemReply('method-not-allowed', problems, { headers: { allow } });
    }
    const presented = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined || presented.length > LONGEST_KEY)
      return problemReply('malformed-key', problems, { headers: challenge() });
    const { authenticate, services } = this.#ports;
    const result = await authenticate(presented, address, services.accounts.clock.now());
    if (!result.ok) return refusedKey(result.refusal, problems);
    const caller = result.value;
    const budget = this.#budget.take(caller);
    const rateHeaders = budget.headers;
    if (!budget.isAllowed) {
      const headers = { ...rateHeaders, 'retry-after': String(budget.retryAfterSeconds) };
      return problemReply('too-many-requests', problems, { headers });
    }
    // Without a key, an unknown address gets the same answer as a known one.
    if (!match) return problemReply('not-found', problems, { headers: rateHeaders });
    const { route, params } = match;
    const search = request.url?.slice(path.length) ?? '';
    const apiRequest: ApiRequest = { route, params, search, request, body, caller, origin, problems, place };
    const reply = await this.#answerPermitted(apiRequest);
    return { ...reply, headers: { ...rateHeaders, ...reply.headers } };
  }

  async #answerPermitted(request: ApiRequest): Promise<Reply> {
    const { route, caller, origin, problems } = request;
    const { scope } = route;
    if (scope !== null && !may(caller, scope)) {
      await this.#ports.services.auditTally.count(`permission-refused:${scope}:${caller.id}`, {
        type: 'permission-refused',
        permission: scope,
        ...auditContext(requesterActor(caller), null, origin),
      });
      const headers = challenge(`error="insufficient_scope", scope="${scope}"`);
      return problemReply('missing-scope', problems, { scope, headers });
    }
    try {
      return await answerRoute(this.#ports, request);
    } catch (error) {
      return this.#failure(error, problems);
    }
  }

  #problems({ correlationId: requestId }: RequestOrigin): ProblemContext {
    return { requestId, publicUrl: this.#ports.publicUrl };
  }

  #failure(error: unknown, problems: ProblemContext): Reply {
    const { logger } = this.#ports.services;
    if (error instanceof GatewayError) {
      logger.warn({ err: error, correlationId: problems.requestId }, 'the gateway failed');
      return problemReply('gateway-unreachable', problems, { headers: { 'retry-after': '10' } });
    }
    const isOurs = isProgrammingError(error);
    logger.error({ err: error, correlationId: problems.requestId }, 'a request of a program could not be answered');
    return isOurs
      ? problemReply('failed', problems)
      : problemReply('unavailable', problems, { headers: { 'retry-after': '2' } });
  }
}

/** RFC 6750 §3. */
function challenge(details = ''): { 'www-authenticate': string } {
  return { 'www-authenticate': `Bearer realm="tessera"${details === '' ? '' : `, ${details}`}` };
}

function refusedKey(
  refusal: 'unknown-key' | 'too-many-attempts' | 'expired' | 'suspended' | 'wrong-network',
  problems: ProblemContext,
): Reply {
  switch (refusal) {
    case 'too-many-attempts':
      return problemReply('too-many-requests', problems, { headers: { 'retry-after': '900' } });
    case 'unknown-key':
    case 'expired':
      return problemReply(refusal, problems, { headers: challenge('error="invalid_token"') });
    case 'suspended':
    case 'wrong-network':
      return problemReply(refusal, problems);
  }
}
