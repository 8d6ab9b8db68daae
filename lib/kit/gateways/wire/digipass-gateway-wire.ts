import type { EmbeddedGateway } from '../../../gateways/embedded/engine/embedded-gateway';
import { jsonReply } from '../../faults/reply';
import type { PhoneChallenges } from '../state/phone-challenges';
import type { Order, Request } from './exchange';
import { loginService } from './login-services';

const PREFIX = '/rest/v2/';

type Behind = {
  gateway: EmbeddedGateway;
  gatewayId: string;
  frontEndKey: string;
  /** The authentication server's; left out where the engine has its own. */
  challenges?: PhoneChallenges;
};

/**
 * DIGIPASS Gateway's services for phones (OneSpan §3): POST to `/rest/v2/<functionality>/<service>`, answered by the
 * engine that holds the activations. `GET /authenticator/config.json` is not the vendor's: it is where Tessera's phone
 * program learns the address and the key that vendor apps have built in.
 */
export function digipassGatewayWire(
  { gateway, gatewayId, frontEndKey, challenges }: Behind,
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
    const login = challenges && loginService(challenges, frontEndKey, service);
    if (login) return order(service, () => login({ headers, body }));
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
