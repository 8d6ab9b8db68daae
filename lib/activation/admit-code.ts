import { CODES_PER_ACTIVATION } from '../access/rate-limiter';
import { accept, refuse, type Result } from '../shared/result';
import type { OfflineActivation } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationPorts } from './activation-ports';

/** What takes a typed code of this offline activation, counted as a try. */
export async function admitCode(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  id: ActivationId,
): Promise<Result<OfflineActivation, 'offline-not-offered' | 'too-many-attempts'>> {
  if (!gateway.offline) return refuse('offline-not-offered');
  const wait = await rateLimiter.consume(`activation-codes:${id}`, CODES_PER_ACTIVATION);
  return wait > 0 ? refuse('too-many-attempts') : accept(gateway.offline);
}
