import { fetchCopyChallenge } from '@/lib/phone/copies/copy-services';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Phone } from '../phone';

/** A challenge for the passkey of a copy; null when the gateway does not answer. */
export async function askForChallenge(phone: Phone): Promise<Awaited<ReturnType<typeof fetchCopyChallenge>> | null> {
  try {
    return await fetchCopyChallenge(await phone.gateway());
  } catch (error) {
    if (error instanceof GatewayFailure) return null;
    throw error;
  }
}
