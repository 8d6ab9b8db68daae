import type { Config } from '../../config/config';
import type { OneSpanCloudConfig } from '../../config/sections/onespan-cloud-config';
import { openOneSpanCloud } from '../composition/open-onespan-cloud';
import { CloudClient } from '../../gateways/onespan-cloud/cloud-client';
import { Connection } from '../../gateways/transport/connection';
import { CALL_LIMITS } from '../../gateways/transport/exchange';
import { systemClock } from '../../shared/time/clock';
import { cloudLoginChecks } from './cloud-login-checks';
import { ok, type Check } from './finding';
import { licenceCheck } from './licence-check';
import { reachChecks } from './reach-checks';

const VARIABLES = {
  address: 'ONESPAN_CLOUD_URL',
  authority: 'ONESPAN_CLOUD_CA_FILE',
  client: { certificate: 'ONESPAN_CLOUD_CERTIFICATE_FILE', key: 'ONESPAN_CLOUD_KEY_FILE' },
};

/**
 * Checks a tenant of OneSpan Cloud Authentication, and changes nothing there.
 * @param testUserId of a person made for tests, whose phone rings; null to ring none
 */
export function cloudChecks(config: Config, cloud: OneSpanCloudConfig, testUserId: string | null): Check[] {
  const { domain } = config;
  const client = new CloudClient(new Connection({ urls: [cloud.url], tls: cloud.tls, ...CALL_LIMITS }, () => {}));
  const events = { onFailure: () => {}, onCircuit: () => {} };
  const { activation, licences } = openOneSpanCloud(config, cloud, systemClock, events, null);
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
    ...cloudLoginChecks(client, cloud, {
      nobody: { userId: `tessera-doctor-${crypto.randomUUID()}`, domain },
      test: testUserId === null ? null : { userId: testUserId, domain },
    }),
  ];
}
