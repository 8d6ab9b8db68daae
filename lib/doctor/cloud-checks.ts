import type { Config } from '../config/config';
import type { OneSpanCloudConfig } from '../config/sections/onespan-cloud-config';
import { openOneSpanCloud } from '../composition/open-onespan-cloud';
import { systemClock } from '../shared/time/clock';
import { ok, type Check } from './finding';
import { licenceCheck } from './licence-check';
import { reachChecks } from './reach-checks';

const VARIABLES = {
  address: 'ONESPAN_CLOUD_URL',
  authority: 'ONESPAN_CLOUD_CA_FILE',
  client: { certificate: 'ONESPAN_CLOUD_CERTIFICATE_FILE', key: 'ONESPAN_CLOUD_KEY_FILE' },
};

/** Checks a tenant of OneSpan Cloud Authentication, and changes nothing there. */
export function cloudChecks(config: Config, cloud: OneSpanCloudConfig): Check[] {
  const events = { onFailure: () => {}, onCircuit: () => {} };
  const { activation, licences } = openOneSpanCloud(config, cloud, systemClock, events);
  return [
    ...reachChecks({
      ...cloud,
      question: {
        method: 'GET',
        path: `/v1/authenticators?${new URLSearchParams({ domain: config.domain, offset: '0', limit: '1' }).toString()}`,
        headers: {},
        replyType: 'application/json',
      },
      variables: VARIABLES,
      addressIs: 'the address of the tenant, without /v1',
    }),
    {
      name: 'tenant',
      needs: 'answer',
      async run() {
        await activation.checkHealth();
        return ok(`lets Tessera look at authenticators in ${config.domain}`);
      },
    },
    ...(licences ? [licenceCheck(licences, config.licencesLow, 'tenant')] : []),
  ];
}
