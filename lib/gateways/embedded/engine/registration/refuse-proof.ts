import { refuse } from '../../../../shared/result';
import { cancelRegistration } from './cancel-registration';
import { countWrongProof } from './count-wrong-proof';
import type { GatewayContext } from '../gateway-context';

/**
 * Counts a wrong proof of a phone. A blank one (all zeroes) is no attempt: the wire has no service with which a phone
 * gives an activation up, so that is how it says it, and the registration is cancelled. A genuine proof is as likely to
 * be blank as to be guessed, and is compared first.
 * @param proof as received
 */
export async function refuseProof(context: GatewayContext, identifier: string, proof: string) {
  if (!/^0+$/.test(proof)) return countWrongProof(context, identifier);
  await cancelRegistration(context, identifier);
  await context.reportProgress(identifier);
  return refuse('not-found');
}
