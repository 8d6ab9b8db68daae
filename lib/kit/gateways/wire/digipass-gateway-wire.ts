import type { EmbeddedGateway } from '../../../gateways/embedded/engine/embedded-gateway';
import { jsonReply } from '../../faults/reply';
import type { Order, Request } from './exchange';

const PREFIX = '/rest/v2/';

/**
 * DIGIPASS Gateway's services for phones (OneSpan §3): POST to `/rest/v2/<functionality>/<service>`, answered by the
 * engine that holds the activations. `GET /authenticator/config.json` is not the vendor's: it is where Tessera's phone
 * program learns the address and the key that vendor apps have built in.
 */
export function digipassGatewayWire(
  { gateway, gatewayId, frontEndKey }: { gateway: EmbeddedGateway; gatewayId: string; frontEndKey: string },
  urlOf: () => string,
): (request: Request) => Order {
  return ({ method, path, headers, body }) => {
    if (method === 'GET' && path === '/authenticator/config.json') {
      const address = { gatewayUrl: urlOf(), gatewayId, frontEndKey };
      return order('authenticator/config.json', async () => jsonReply(200, address));
    }
    const service = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path;
    if (method !== 'POST') return order(service, async () => jsonReply(405, {}, { allow: 'POST' }));
    if (!path.startsWith(PREFIX)) return order(service, async () => jsonReply(404, {}));
    return order(service, async () => {
      const call = { service, authorization: headers.authorization ?? null, body };
      const answer = await gateway.handle(call);
      return jsonReply(answer.status, answer.body);
    });
  };
}

function order(name: string, perform: Order['perform']): Order {
  const strange = {
    returnCodeEnum: 'RET_FAILURE',
    statusCodeEnum: 'STAT_NOT_OF_THIS_WORLD',
    returnCode: -1,
    statusCode: 987_654,
  };
  return { name, perform, refuseStrangely: () => jsonReply(200, { resultCodes: strange }) };
}
