import { perObject } from '../../accounts/sign-in/limits';
import { accept, refuse, type Result } from '../../shared/result';
import type { OfflineActivation } from '../activation-gateway';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPorts } from '../activation-ports';

/** What takes a typed code of this offline activation, counted as a try. */
export async function admitCode(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  id: ActivationId,
): Promise<Result<OfflineActivation, 'offline-not-offered' | 'too-many-attempts'>> {
  if (!gateway.offline) return refuse('offline-not-offered');
  const usedUp = await rateLimiter.take([perObject('activation-code', id)]);
  return usedUp ? refuse('too-many-attempts') : accept(gateway.offline);
}
