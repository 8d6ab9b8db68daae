import type { RelayConfig } from '../config/relay-config';
import { PROBE } from '../gateways/relay/probe';
import type { Check } from './check';
import { reachChecks } from './reach-checks';

/** What has to be right with the DIGIPASS Gateway behind the relay: the way there. Its keys are those of the phones. */
export function relayChecks({ url, tls }: RelayConfig): Check[] {
  return reachChecks({
    url,
    tls,
    question: { ...PROBE, replyType: 'application/json' },
    variables: {
      address: 'ONESPAN_DIGIPASS_GATEWAY_URL',
      authority: 'ONESPAN_DIGIPASS_GATEWAY_CA_FILE',
      client: null,
    },
    addressIs: 'the port of DIGIPASS Gateway itself, 11080 unless it was changed',
  });
}
