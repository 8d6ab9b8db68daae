import type { z } from 'zod';
import { requesterKey } from '../../../accounts/users/requester';
import { personKey } from '../../../accounts/users/user';
import { followChanges } from '../../../shared/changes/follow-changes';
import { takeDailyBudget } from '../../../helpdesk/service-accounts/machine-budget';
import { SECOND } from '../../../shared/time/duration';
import type { ApiPorts, ApiRequest } from '../api-request';
import type { ProblemCode } from '../problem';
import type { Answered, ApiContext, Input, Route } from '../route';
import { entityTag, isKnown, matches } from './conditions';
import { withIdempotency } from './with-idempotency';
import { readInput } from './read-input';
import { JSON_TYPE, jsonReply, problemReply, type Reply } from './reply';

/** Below the 30 s after which proxies time out; see `HOLD_MS` of the long polls. */
const LONGEST_WAIT_SECONDS = 25;

type AnyInput = Input<z.ZodObject, z.ZodObject, z.ZodType | null>;

/** Parses a permitted request, and answers it by its route's handler. */
export async function answerRoute(ports: ApiPorts, apiRequest: ApiRequest): Promise<Reply> {
  const { route, params, search, request, body, caller, origin, problems } = apiRequest;
  const parsed = readInput(route, { params, search, contentType: request.headers['content-type'], body });
  if (!parsed.ok) {
    const { code, errors } = parsed.refused;
    return problemReply(code, problems, errors.length > 0 ? { errors } : {});
  }
  const context: ApiContext = { services: ports.services, caller, origin, accept: request.headers.accept };
  const input: AnyInput = parsed.value;
  switch (route.kind) {
    case 'read':
      return readOne(ports, apiRequest, route, input, context);
    case 'feed':
      return readFeed(apiRequest, route, input, context);
    case 'change':
    case 'act':
      return withIdempotency(ports.requests, apiRequest, ports.services.accounts.clock, async () => {
        const condition = route.kind === 'change' ? await checkCondition(apiRequest, route, input, context) : null;
        const recordRefusal = condition ?? (await takeDaily(ports, apiRequest));
        if (recordRefusal) return recordRefusal;
        const result = await route.act(input, context);
        if (!result.ok) return problemReply(problemOf(route, result.refusal), problems);
        return result.value ? acted(apiRequest, result.value) : readAgain(apiRequest, route, input, context);
      });
  }
}

async function readOne(
  { services }: ApiPorts,
  apiRequest: ApiRequest,
  route: Extract<Route, { kind: 'read' }>,
  input: AnyInput,
  context: ApiContext,
): Promise<Reply> {
  const { request, problems } = apiRequest;
  const etag = request.headers['if-none-match'];
  const read = async () => {
    const result = await route.read(input, context);
    if (!result.ok) return problemReply(problemOf(route, result.refusal), problems);
    return representation(apiRequest, result.value, etag);
  };
  const waitMs = preferredWaitMs(request.headers['prefer']?.toString());
  const key = route.follows?.(input) ?? null;
  if (waitMs === null || key === null || etag === undefined) return read();
  const wait = waitFor(apiRequest, waitMs);
  const reply = await followChanges(services.changeFeed, key, read, ({ status }) => status !== 304, wait.begin);
  return wait.applied(reply);
}

async function readFeed(
  request: ApiRequest,
  route: Extract<Route, { kind: 'feed' }>,
  input: AnyInput,
  context: ApiContext,
): Promise<Reply> {
  const waitMs = preferredWaitMs(request.request.headers['prefer']?.toString());
  const wait = waitFor(request, waitMs ?? 0);
  const read = () => route.read(input, context);
  const isAnswer = (feed: Awaited<ReturnType<typeof read>>) => !feed.ok || !feed.value.isEmpty;
  const { changeFeed } = context.services;
  const feed = await (waitMs === null ? read() : followChanges(changeFeed, route.follows, read, isAnswer, wait.begin));
  if (!feed.ok) return problemReply(problemOf(route, feed.refusal), request.problems);
  const { body, contentType, headers } = feed.value;
  const text = typeof body === 'string' ? body : JSON.stringify(checked(route, 200, body));
  return wait.applied({ status: 200, contentType, body: text, headers });
}

/** `wait` of a `Prefer` header (RFC 7240 §4.3), in milliseconds and at most the longest wait; null without one. */
function preferredWaitMs(header: string | undefined): number | null {
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(header ?? '') ?? [];
  const wait = Math.min(Number(seconds ?? 0), LONGEST_WAIT_SECONDS);
  return wait > 0 ? wait * SECOND : null;
}

/** A wait that ends with its time, with its place, or with the client; see `LongPollSlot`. */
function waitFor({ place, caller }: ApiRequest, waitMs: number) {
  let isHeld = false;
  return {
    begin: (): AbortSignal => {
      const abortSignal = place.take(personKey(requesterKey(caller)), waitMs);
      isHeld = !abortSignal.aborted;
      return abortSignal;
    },
    applied: (reply: Reply): Reply =>
      isHeld ? { ...reply, headers: { ...reply.headers, 'preference-applied': `wait=${waitMs / SECOND}` } } : reply,
  };
}

/**
 * Whether the client names the current version. The use case decides again, in one statement: the condition tells a
 * client that its copy is outdated, and is no lock.
 */
async function checkCondition(
  { request, problems }: ApiRequest,
  route: Extract<Route, { kind: 'change' }>,
  input: AnyInput,
  context: ApiContext,
): Promise<Reply | null> {
  const header = request.headers['if-match'];
  if (header === undefined) return problemReply('precondition-required', problems);
  const result = await route.read(input, context);
  if (!result.ok) return problemReply(problemOf(route, result.refusal), problems);
  const isSame = matches(header, entityTag(result.value));
  if (isSame === null) {
    const errors = [{ where: 'header', name: 'If-Match', detail: 'It is no list of entity tags.' }] as const;
    return problemReply('malformed-request', problems, { errors });
  }
  return isSame ? null : problemReply('precondition-failed', problems);
}

/** Takes one from the account's day, where the route says so. */
async function takeDaily(
  { services }: ApiPorts,
  { route, caller, origin, problems }: ApiRequest,
): Promise<Reply | null> {
  if (!route.daily) return null;
  const { ok, until } = await takeDailyBudget(services.helpdesk, caller, route.daily, origin);
  if (ok) return null;
  const leftMs = (until?.getTime() ?? 0) - services.accounts.clock.now().getTime();
  const headers = { 'retry-after': String(Math.max(1, Math.ceil(leftMs / SECOND))) };
  return problemReply('daily-budget-used-up', problems, { headers });
}

async function readAgain(
  request: ApiRequest,
  route: Extract<Route, { kind: 'change' | 'act' }>,
  input: AnyInput,
  context: ApiContext,
): Promise<Reply> {
  if (route.kind !== 'change') throw new TypeError(`${route.id} has answered nothing`);
  const result = await route.read(input, context);
  if (!result.ok) return problemReply(problemOf(route, result.refusal), request.problems);
  return representation(request, result.value, undefined);
}

function representation(request: ApiRequest, value: object, knownTag: string | undefined): Reply {
  const body = checked(request.route, 200, value);
  const etag = entityTag(body);
  if (isKnown(knownTag, etag)) return { status: 304, contentType: JSON_TYPE, body: null, headers: { etag } };
  return jsonReply(200, body, { etag, ...linkToNext(request, body) });
}

function acted(request: ApiRequest, { status, body, location }: Answered): Reply {
  const reply = body && checked(request.route, status, body);
  const there = location === undefined ? {} : { location: `/api/v1${location}` };
  return jsonReply(status, reply, { ...there, ...(reply && linkToNext(request, reply)) });
}

/** The next page of a list (RFC 8288): the same request with another cursor. */
function linkToNext({ route, request, search }: ApiRequest, body: object): { link?: string } {
  const next = 'cursor' in route.query.shape && 'next' in body ? body.next : null;
  if (typeof next !== 'string') return {};
  const query = new URLSearchParams(search);
  query.set('cursor', next);
  const path = request.url?.slice(0, request.url.length - search.length) ?? '';
  return { link: `<${path}?${query}>; rel="next"` };
}

/** The response, limited to what its schema names. @throws TypeError for a response that does not fit: a bug */
function checked(route: Route, status: number, body: object): object {
  const schema = route.answers[status]?.schema;
  const parsed = schema?.safeParse(body);
  if (!parsed?.success) throw new TypeError(`the answer ${status} of ${route.id} is not what it promises`);
  return parsed.data as object;
}

/** @throws TypeError for a refusal that the route does not document: a bug */
function problemOf(route: Route, refusal: ProblemCode): ProblemCode {
  if (refusal !== 'not-found' && !route.problems.includes(refusal))
    throw new TypeError(`${route.id} refuses with ${refusal}, which it does not document`);
  return refusal;
}
