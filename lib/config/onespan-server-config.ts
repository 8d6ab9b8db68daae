import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import type { Environment } from './environment-schema';
import type { TlsSettings } from './pem-files';
import { relayFrom, type RelayConfig } from './relay-config';

/** OneSpan Authentication Server, and how Tessera is known there. */
export type OneSpanServerConfig = {
  urls: string[];
  tls: TlsSettings;
  serviceUser: { userId: string; domain: string; password: string };
  /** The client component that Tessera is registered as. */
  componentType: string;
  /** DIGIPASS Gateway ID for the seventh field of the image; null to leave it out. */
  gatewayId: string | null;
  /** Whether somebody whom the helpdesk has invited may lose their static password, to be registered without it. */
  resetsPasswords: boolean;
  /** Null where phones call their gateway without us. */
  relay: RelayConfig | null;
};

/** Where service users live unless it is said otherwise, as a public client has it. */
const SERVICE_DOMAIN = 'master';

export const SERVER_IDENTITY: IdentityNames = {
  certificate: 'ONESPAN_CLIENT_CERTIFICATE_FILE',
  key: 'ONESPAN_CLIENT_KEY_FILE',
};

/** What there is no default for. */
const NEEDED = [
  'ONESPAN_SERVER_URLS',
  'ONESPAN_SERVICE_USER',
  'ONESPAN_SERVICE_PASSWORD',
  'ONESPAN_COMPONENT_TYPE',
] as const satisfies (keyof Environment)[];

/** What keeps the variables of this gateway from being used together. @param given as they were set, by name */
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
