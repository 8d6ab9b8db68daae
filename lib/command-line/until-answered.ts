import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayFailure } from '../authenticator-app/gateway-failure';
import { SECOND } from '../shared/duration';

/** Before each further try, in milliseconds. */
const WAITS = [SECOND, 2 * SECOND, 4 * SECOND];

/**
 * Makes a connection again when its answer is lost or does not come: what the gateway has carried out is answered again.
 * @throws GatewayFailure when the gateway fails for good
 */
export async function untilAnswered<Value>(
  say: (line: string) => void,
  connection: () => Promise<Value>,
): Promise<Value> {
  for (const wait of WAITS) {
    try {
      return await connection();
    } catch (error) {
      if (!(error instanceof GatewayFailure) || !isPassing(error)) throw error;
      say('The gateway does not answer. Trying again.');
      await sleep(wait);
    }
  }
  return connection();
}

function isPassing({ code }: GatewayFailure): boolean {
  return code === 'unreachable' || code === 'timeout' || code === 'busy';
}
