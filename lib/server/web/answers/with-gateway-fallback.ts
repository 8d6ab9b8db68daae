import 'server-only';
import { GatewayError } from '../../../activation/gateway-error';
import { services } from '../../composition/compose';

/** The result of `ask`, or `otherwise` when the gateway fails, which is logged. */
export async function withGatewayFallback<Value, const Otherwise>(
  otherwise: Otherwise,
  ask: () => Promise<Value>,
): Promise<Value | Otherwise> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    (await services()).logger.warn({ err: error }, 'the gateway failed');
    return otherwise;
  }
}
