import { refuse } from '../../../../shared/result';
import type { GatewayContext } from '../gateway-context';

/** Counts a wrong proof against its registration, which ends when there were too many. */
export async function countWrongProof(context: GatewayContext, identifier: string) {
  const { store, clock, settings, reportProgress } = context;
  const state = await store.countWrongProof(identifier, settings.wrongProofLimit, clock.now());
  if (state === 'failed') await reportProgress(identifier);
  return refuse('wrong-proof');
}
