import 'server-only';
import type { ServerResponse } from 'node:http';
import type { Answerer, Exchange } from '../http/exchange';
import type { Services } from '../services';
import { PHONE_CALLS, REFUSED_CALL } from '../shared/phone-calls';

type PhonePorts = Pick<Services, 'relay' | 'embeddedGateway' | 'logger'>;

/** Answers what phones call: through the relay, by the embedded gateway, or that there is nothing of the kind here. */
export function phoneAnswerer(ports: PhonePorts): Answerer {
  return (exchange) => (exchange.path.startsWith(PHONE_CALLS) ? answerPhone(ports, exchange) : null);
}

async function answerPhone({ relay, embeddedGateway, logger }: PhonePorts, exchange: Exchange): Promise<void> {
  const { request, response, path, address, body } = exchange;
  if (relay) return relay.answer(request, response, address, body);
  if (!embeddedGateway) return send(response, 404, REFUSED_CALL);
  if (request.method !== 'POST') return send(response, 405, REFUSED_CALL);
  const service = path.slice(PHONE_CALLS.length);
  const authorization = request.headers.authorization ?? null;
  try {
    const answer = await embeddedGateway.handle({ service, authorization, body });
    send(response, answer.status, JSON.stringify(answer.body));
  } catch (error) {
    logger.error({ err: error, service }, 'a gateway service failed');
    send(response, 503, REFUSED_CALL);
  }
}

function send(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Basic realm="gateway"' }),
    ...(status === 405 && { allow: 'POST' }),
  });
  response.end(json);
}
