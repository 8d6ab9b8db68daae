import { GatewayError } from '../../activation/gateway-error';
import { isProgrammingError } from '../../shared/is-programming-error';

/**
 * Calls the gateway in this process. There is no connection to lose: what fails is its store, or a bug of ours.
 * @throws GatewayError where the store fails, as the ports promise; a bug passes unchanged, or it would look like an
 *   outage
 */
export async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (error) {
    if (isProgrammingError(error)) throw error;
    throw new GatewayError('unreachable', 'unknown', { cause: error });
  }
}
