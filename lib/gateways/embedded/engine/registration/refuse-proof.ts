import { refuse } from '../../../../shared/result';
import { cancelRegistration } from './observe-registration';
import type { GatewayContext } from '../gateway-context';

/**
 * Counts a wrong proof of a phone. A blank one (all zeroes) is not an attempt: the wire has no service for cancelling,
 * so a phone sends it to give up, and the registration is cancelled. Genuine proofs are compared first; one is as
 * likely to be blank as to be guessed.
 * @param proof as received
 */
export async function refuseProof(context: GatewayContext, identifier: string, proof: string) {
  if (!/^0+$/.test(proof)) return countWrongProof(context, identifier);
  await cancelRegistration(context, identifier);
  await context.reportProgress(identifier);
  return refuse('not-found');
}

/** Counts a wrong proof of a registration, which fails after too many. */
export async function countWrongProof(context: GatewayContext, identifier: string) {
  const { store, clock, settings, reportProgress } = context;
  const state = await store.countWrongProof(identifier, settings.wrongProofLimit, clock.now());
  if (state === 'failed') await reportProgress(identifier);
  return refuse('wrong-proof');
}
