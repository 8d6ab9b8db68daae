import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import type { Environment } from '../environment/environment-schema';
import type { TlsSettings } from './pem-files';
import { relayFrom, type RelayConfig } from './relay-config';

/** OneSpan Authentication Server, and Tessera's registration there. */
export type OneSpanServerConfig = {
  urls: string[];
  tls: TlsSettings;
  serviceUser: { userId: string; domain: string; password: string };
  /** The client component under which Tessera is registered. */
  componentType: string;
  /** DIGIPASS Gateway ID for the seventh field of the image; null to leave it out. */
  gatewayId: string | null;
  /** Whether the static password of an invited user may be reset, so that they can be registered without it. */
  resetsPasswords: boolean;
  /** Null where phones call their gateway directly. */
  relay: RelayConfig | null;
};

/** Default domain of service users, as in a public client. */
const SERVICE_DOMAIN = 'master';

export const SERVER_IDENTITY: IdentityNames = {
  certificate: 'ONESPAN_CLIENT_CERTIFICATE_FILE',
  key: 'ONESPAN_CLIENT_KEY_FILE',
};

/** Variables without a default. */
const NEEDED = [
  'ONESPAN_SERVER_URLS',
  'ONESPAN_SERVICE_USER',
  'ONESPAN_SERVICE_PASSWORD',
  'ONESPAN_COMPONENT_TYPE',
] as const satisfies (keyof Environment)[];

/** Problems of this gateway's variables together. @param given as set, by name */
export function oneSpanServerProblems(given: Record<string, unknown>): string[] {
  const problems = NEEDED.filter((name) => given[name] === undefined).map(
    (name) => `${name} is needed with GATEWAY=onespan-server`,
  );
  const half = halfIdentityProblem(given, SERVER_IDENTITY);
  return half === null ? problems : [...problems, half];
}

export function oneSpanServerFrom(environment: Environment): OneSpanServerConfig {
  return {
    urls: environment.ONESPAN_SERVER_URLS ?? [],
    tls: {
      authority: environment.ONESPAN_SERVER_CA_FILE ?? null,
      identity: identityFrom(environment, SERVER_IDENTITY),
    },
    serviceUser: {
      userId: environment.ONESPAN_SERVICE_USER ?? '',
      domain: environment.ONESPAN_SERVICE_DOMAIN ?? SERVICE_DOMAIN,
      password: environment.ONESPAN_SERVICE_PASSWORD ?? '',
    },
    componentType: environment.ONESPAN_COMPONENT_TYPE ?? '',
    gatewayId: environment.ONESPAN_GATEWAY_ID ?? null,
    resetsPasswords: environment.ONESPAN_RESET_PASSWORDS === 1,
    relay: relayFrom(environment),
  };
}
