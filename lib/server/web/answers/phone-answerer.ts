import 'server-only';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { isLoopbackHost } from '../../../shared/loopback-host';
import type { Answerer, Exchange } from '../../http/exchange';
import type { Services } from '../../composition/compose';
import type { Clock } from '../../../shared/time/clock';
import { PHONE_CALLS, REFUSED_CALL } from '../../../shared/codes/phone-calls';
import { exchangeCall, UnfinishedExchanges } from './unfinished-exchanges';
import { RefusedCallBudget } from './refused-call-budget';

/** Others are finished in a second or two. */
const EXCHANGES_AGAIN_SECONDS = '5';

type PhonePorts = Pick<Services, 'relay' | 'embeddedGateway' | 'logger'>;

/** Answers phones' calls through the relay or by the embedded gateway, or with 404 where there is neither. */
export function phoneAnswerer(ports: PhonePorts, clock: Clock): Answerer {
  const limits = { budget: new RefusedCallBudget(clock), exchanges: new UnfinishedExchanges(clock) };
  return (exchange) => (exchange.path.startsWith(PHONE_CALLS) ? answerWithin(limits, ports, exchange) : null);
}

type Limits = { budget: RefusedCallBudget; exchanges: UnfinishedExchanges };

async function answerWithin({ budget, exchanges }: Limits, ports: PhonePorts, exchange: Exchange): Promise<void> {
  const { address, response } = exchange;
  const call = exchangeCall(exchange);
  if (call?.isFirst && !exchanges.mayBegin(address, call.registration))
    return send(response, 429, REFUSED_CALL, { 'retry-after': EXCHANGES_AGAIN_SECONDS });
  const outcome = await answerWithinBudget(budget, ports, exchange);
  if (!call || outcome === 'refused') return;
  if (call.isFirst) exchanges.begin(address, call.registration);
  else exchanges.finish(call.registration);
}

async function answerWithinBudget(
  budget: RefusedCallBudget,
  ports: PhonePorts,
  exchange: Exchange,
): Promise<'done' | 'refused'> {
  const { address, response } = exchange;
  // No address, or that of a proxy that is not configured as trusted: limiting one caller would limit all.
  if (address === null || address === '::1' || isLoopbackHost(address)) return answerPhone(ports, exchange);
  const wait = budget.take(address);
  if (wait > 0) {
    send(response, 429, REFUSED_CALL, { 'retry-after': String(wait) });
    return 'refused';
  }
  const outcome = await answerPhone(ports, exchange);
  if (outcome === 'done') budget.giveBack(address);
  return outcome;
}

/**
 * @returns `refused` also for an HTTP status with which the relay's gateway refuses; refusals inside a reply are not
 *   read
 */
async function answerPhone(ports: PhonePorts, exchange: Exchange): Promise<'done' | 'refused'> {
  const { relay, embeddedGateway, logger } = ports;
  const { request, response, path, address, body } = exchange;
  if (relay) {
    await relay.answer(request, response, address, body);
    return response.statusCode < 400 ? 'done' : 'refused';
  }
  const refuse = (status: number) => {
    send(response, status, REFUSED_CALL);
    return 'refused' as const;
  };
  if (!embeddedGateway) return refuse(404);
  if (request.method !== 'POST') return refuse(405);
  const service = path.slice(PHONE_CALLS.length);
  const authorization = request.headers.authorization ?? null;
  try {
    const answer = await embeddedGateway.handle({ service, authorization, body, address });
    send(response, answer.status, JSON.stringify(answer.body));
    return answer.body.resultCodes.returnCode === 0 ? 'done' : 'refused';
  } catch (error) {
    logger.error({ err: error, service }, 'a gateway service failed');
    send(response, 503, REFUSED_CALL, { 'retry-after': '1' });
    // Not the caller's fault.
    return 'done';
  }
}

function send(response: ServerResponse, status: number, json: string, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Basic realm="gateway"' }),
    ...(status === 405 && { allow: 'POST' }),
    ...headers,
  });
  response.end(json);
}
