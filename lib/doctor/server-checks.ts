import { Connection } from '../gateways/transport/connection';
import { askToAuthenticate } from '../gateways/onespan-server/auth-user';
import { writeAttributes } from '../gateways/onespan-server/attributes';
import { SoapClient, soapRequest } from '../gateways/onespan-server/soap-client';
import type { OneSpanServerConfig } from '../config/onespan-server-config';
import { CALL_LIMITS } from '../gateways/transport/call-limits';
import type { Check } from './check';
import { componentFinding } from './component-finding';
import { logOnChecks, type LogOnMemory } from './log-on-checks';
import { reachChecks } from './reach-checks';

/** Whether a session is alive that there is not: changes nothing, and needs no log-on. */
const QUESTION = soapRequest(
  'Administration',
  'sessionalive',
  `<attributeSet>${writeAttributes({ CREDFLD_SESSION_ID: 'none' })}</attributeSet>`,
);

const VARIABLES = {
  address: 'ONESPAN_SERVER_URLS',
  authority: 'ONESPAN_SERVER_CA_FILE',
  client: { certificate: 'ONESPAN_CLIENT_CERTIFICATE_FILE', key: 'ONESPAN_CLIENT_KEY_FILE' },
};

/**
 * What has to be right with one OneSpan Authentication Server, each check after what it needs. Nothing is changed there,
 * and no session left behind.
 * @param domain of the people
 * @param memory the same for all servers
 */
export function serverChecks(
  url: string,
  { tls, serviceUser, componentType }: OneSpanServerConfig,
  domain: string,
  memory: LogOnMemory,
): Check[] {
  const soap = new SoapClient(new Connection({ urls: [url], tls, ...CALL_LIMITS }, () => {}));
  return [
    ...reachChecks({
      url,
      tls,
      question: QUESTION,
      variables: VARIABLES,
      addressIs: 'the SOAP port of the server itself, 8888 unless it was changed',
    }),
    ...logOnChecks(soap, serviceUser, memory),
    {
      name: 'component',
      needs: 'answer',
      run: async () => {
        const nobody = { userId: stranger(), domain, password: stranger() };
        const ours = await askToAuthenticate(soap, { ...nobody, componentType });
        return componentFinding(ours, await askToAuthenticate(soap, { ...nobody, componentType: stranger() }));
      },
    },
  ];
}

/** What nobody and nothing is called. */
function stranger(): string {
  return `tessera-doctor-${crypto.randomUUID()}`;
}
