import { callService } from '../call-service';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { untilNotBusy } from '../until-answered';

/** What it takes to give an activation up, and no more: none of it is secret to this phone. */
export type Withdrawable = { gateway: GatewayAddress; payload: { registrationIdentifier: string } };

/**
 * The wire has no service with which a phone gives an activation up. It says so with a proof of zeroes, which cannot be
 * mistaken for an attempt: the embedded gateway cancels the registration at once. Any other gateway takes it for a wrong
 * proof, of which it accepts a few before it ends the registration, so a few are sent.
 */
const BLANK_PROOFS = [
  ['provisioning/DSAPPSRPGenerateActivationData', { clientEvidenceMessage: '0'.repeat(64) }],
  ['provisioning/MdlAddDevice', { deviceCode: '0'.repeat(26), description: '' }],
  ['provisioning/MdlActivate', { signature: '0'.repeat(16) }],
] as const;

/** Wrong proofs that end a registration by default. */
const ROUNDS = 3;

/**
 * Ends the registration of an activation that the phone gives up, whatever connection was the last to reach the gateway:
 * it takes the proof that it waits for and refuses the others as out of order.
 * @returns whether the gateway says that the registration has ended; false when it cannot be asked
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

/** The same while the page goes away: nothing can be waited for, so all proofs leave at once and answers are not read. */
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
