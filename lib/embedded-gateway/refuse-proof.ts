import { refuse } from '../shared/result';
import type { GatewayContext } from './gateway-context';

/** Counts a wrong proof against its registration, which ends when there were too many. */
export async function refuseProof({ store, clock, settings, reportProgress }: GatewayContext, identifier: string) {
  const state = await store.countWrongProof(identifier, settings.wrongProofLimit, clock.now());
  if (state === 'failed') await reportProgress(identifier);
  return refuse('wrong-proof');
}
