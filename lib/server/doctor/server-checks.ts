import { Connection } from '../../gateways/transport/connection';
import { askToAuthenticate, isProved } from '../../gateways/onespan-server/accounts/auth-user';
import { writeAttributes } from '../../gateways/onespan-server/soap/attributes';
import { OneSpanServerLicenceStock } from '../../gateways/onespan-server/activation/onespan-server-licence-stock';
import { SoapClient, soapRequest } from '../../gateways/onespan-server/soap/soap-client';
import type { Config } from '../../config/config';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { CALL_LIMITS } from '../../gateways/transport/exchange';
import { type Check, failed, ok, skipped, type Finding } from './finding';
import { Administration } from '../../gateways/onespan-server/administration/administration';
import { assignedRecords, completionCheck } from './completion-check';
import { startCheck } from './start-check';
import { systemClock } from '../../shared/time/clock';
import { licenceCheck } from './licence-check';
import { privilegeCheck } from './privilege-check';
import { logOnChecks, type LogOnMemory } from './log-on-checks';
import { changeChecks } from './change-checks';
import { reachChecks } from './reach-checks';
import {
  describeStatus,
  isAuthenticationRefusal,
  isNotFound,
  isSuccess,
  type Outcome,
} from '../../gateways/onespan-server/soap/outcome';

/** Asks whether a session that does not exist is alive: changes nothing, and needs no log-on. */
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
 * Checks one OneSpan Authentication Server, each check after those it needs. Changes nothing there, and leaves no
 * session behind.
 * @param memory shared by all servers
 */
export function serverChecks(
  url: string,
  settings: OneSpanServerConfig,
  { domain, licencesLow }: Pick<Config, 'domain' | 'licencesLow'>,
  memory: LogOnMemory,
): Check[] {
  const { tls, serviceUser, fieldNames, relay } = settings;
  const soap = new SoapClient(new Connection({ urls: [url], tls, ...CALL_LIMITS }, () => {}));
  return [
    ...reachChecks({
      url,
      tls,
      question: QUESTION,
      variables: VARIABLES,
      addressIs: 'the SOAP port of the server itself, 8888 unless it was changed',
    }),
    ...logOnChecks(soap, serviceUser, memory, (session) => {
      const administration = new Administration(soap, session, fieldNames);
      const assigned = assignedRecords(administration);
      return [
        privilegeCheck(administration, settings, domain),
        completionCheck(administration, assigned, relay !== null),
        startCheck(assigned, systemClock),
        licenceCheck(new OneSpanServerLicenceStock(administration, domain), licencesLow, 'completion'),
      ];
    }),
    {
      name: 'component',
      needs: 'answer',
      run: async () => {
        const nobody = { userId: stranger(), domain, password: stranger() };
        const ours = await askToAuthenticate(soap, { ...nobody, componentType: settings.componentType });
        return componentFinding(ours, await askToAuthenticate(soap, { ...nobody, componentType: stranger() }));
      },
    },
    ...changeChecks(soap, settings, { userId: stranger(), domain, password: stranger() }),
  ];
}

/** A name that does not exist. */
function stranger(): string {
  return `tessera-doctor-${crypto.randomUUID()}`;
}

/**
 * Whether a client component is registered. How a server refuses an unregistered one is not documented (OneSpan §4.1),
 * so its answers to `authUser` for an unknown user are compared: for our component, and for one that is certainly not
 * registered. That statuses from 1000 on concern the user is inferred (OneSpan §3.9).
 */
export function componentFinding(ours: Outcome, nobodys: Outcome): Finding {
  if (isProved(ours))
    return failed(
      'it lets in a person who is not there, with a password that nobody has',
      'Give the client component a policy with local or back-end authentication: anybody could sign in as anybody.',
    );
  const answer = describeStatus('authUser', ours.status);
  const isTheSame = ours.status.name === nobodys.status.name;
  const isAboutThePerson = isSuccess(ours.status) || isAuthenticationRefusal(ours.status) || isNotFound(ours.status);
  if (isTheSame && !isAboutThePerson)
    return failed(
      `the server answers as it does for one that is not registered (${answer})`,
      'Register the address of this machine as a client component of the type in ONESPAN_COMPONENT_TYPE, with a policy.',
    );
  if (isTheSame)
    return skipped(`it cannot be told: one that is not registered is answered the same (${answer}; OneSpan §4.1)`);
  if (isAboutThePerson) return ok('registered: the server judges the person, and not the component');
  return skipped(`it cannot be told: what the server answers is not documented (${answer}; OneSpan §3.9)`);
}
