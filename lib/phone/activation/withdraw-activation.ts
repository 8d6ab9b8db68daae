import { callService } from '../call-service';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { untilNotBusy } from '../until-answered';

/** What withdrawing needs. Holds no secret, so that it may lie in the tab's session storage. */
export type Withdrawable = { gateway: GatewayAddress; payload: { registrationIdentifier: string } };

/**
 * The protocol has no service to withdraw an activation. The embedded gateway takes a proof of zeroes for a withdrawal and
 * cancels the registration at once. Any other gateway counts it as a wrong proof and ends the registration after a few, so
 * the phone sends a few.
 */
const BLANK_PROOFS = [
  ['provisioning/DSAPPSRPGenerateActivationData', { clientEvidenceMessage: '0'.repeat(64) }],
  ['provisioning/MdlAddDevice', { deviceCode: '0'.repeat(26), description: '' }],
  ['provisioning/MdlActivate', { signature: '0'.repeat(16) }],
] as const;

/** A gateway ends a registration after so many wrong proofs by default. */
const ROUNDS = 3;

/**
 * Ends the registration of an activation that the user cancels. The phone may not know which connection reached the gateway
 * last, so it sends the proof of each: the gateway counts the one that is due and refuses the others as out of order.
 * @returns whether the gateway confirms that the registration has ended; false when it cannot be reached
 */
export async function withdrawActivation({ gateway, payload }: Withdrawable): Promise<boolean> {
  const { registrationIdentifier } = payload;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [service, proof] of BLANK_PROOFS) {
        const fields = { registrationIdentifier, ...proof };
        const reply = await untilNotBusy(() => callService(gateway, service, fields));
        if (!reply.ok && reply.refusal === 'registration-not-found') return true;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

/** The same during `pagehide`: sends all proofs at once with `keepalive`, and reads no answers. */
export function withdrawActivationOnLeaving({ gateway, payload }: Withdrawable): void {
  const { registrationIdentifier } = payload;
  for (const [service, proof] of BLANK_PROOFS) {
    void fetch(`${gateway.gatewayUrl}/rest/v2/${service}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${gateway.frontEndKey}:`)}` },
      body: JSON.stringify({ registrationIdentifier, ...proof }),
      keepalive: true,
    }).catch(() => null);
  }
}
