import { GatewayError } from '../../activation/gateway-error';

/**
 * Asks the gateway in this process. It has no connection to lose, so that whatever it throws is a fault of its store.
 * @throws GatewayError in its place, as the ports promise
 */
export async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (error) {
    throw new GatewayError('unreachable', { cause: error });
  }
}
