import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import type { Environment } from '../environment/environment-schema';
import type { TlsSettings } from './pem-files';

/** A tenant of OneSpan Cloud Authentication. Its domain is the site's own. */
export type OneSpanCloudConfig = { url: string; tls: TlsSettings };

export const CLOUD_IDENTITY: IdentityNames = {
  certificate: 'ONESPAN_CLOUD_CERTIFICATE_FILE',
  key: 'ONESPAN_CLOUD_KEY_FILE',
};

/** Variables without a default. */
const NEEDED = ['ONESPAN_CLOUD_URL', 'ONESPAN_CLOUD_DOMAIN'] as const satisfies (keyof Environment)[];

/** Problems of this gateway's variables together. @param given as set, by name */
export function oneSpanCloudProblems(given: Record<string, unknown>): string[] {
  const problems = NEEDED.filter((name) => given[name] === undefined).map(
    (name) => `${name} is needed with GATEWAY=onespan-cloud`,
  );
  const { TESSERA_DOMAIN: siteDomain, ONESPAN_CLOUD_DOMAIN: cloudDomain } = given;
  if (siteDomain !== undefined && siteDomain !== cloudDomain)
    problems.push('TESSERA_DOMAIN must be left out with GATEWAY=onespan-cloud, or be the same as ONESPAN_CLOUD_DOMAIN');
  const half = halfIdentityProblem(given, CLOUD_IDENTITY);
  return half === null ? problems : [...problems, half];
}

export function oneSpanCloudFrom(environment: Environment): OneSpanCloudConfig {
  return {
    url: environment.ONESPAN_CLOUD_URL ?? '',
    tls: {
      authority: environment.ONESPAN_CLOUD_CA_FILE ?? null,
      identity: identityFrom(environment, CLOUD_IDENTITY),
    },
  };
}
