import { z } from 'zod';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import { certificateFileSchema, keyFileSchema, type TlsSettings } from './pem-files';
import { tenantUrlSchema } from './server-address';

/** A tenant of OneSpan Cloud Authentication. Its domain is the site's own. */
export type OneSpanCloudConfig = { url: string; tls: TlsSettings };

export const ONESPAN_CLOUD = {
  title: 'OneSpan Cloud Authentication (`GATEWAY=onespan-cloud`)',
  gateway: 'onespan-cloud',
  note: 'Licences and phones are those of a tenant of OneSpan Cloud Authentication; people have accounts of this site.',
  settings: {
    ONESPAN_CLOUD_URL: setting(tenantUrlSchema, {
      unset: 'needed',
      meaning: 'address of the tenant, https, without `/v1`: `https://<tenant>.<environment>.tid.onespan.cloud`',
      shown: String,
      example: 'https://tenant.prod.eu1.tid.onespan.cloud',
      source: 'your tenant’s address; a public client',
    }),
    ONESPAN_CLOUD_CERTIFICATE_FILE: setting(certificateFileSchema, {
      unset: 'none',
      meaning: 'PEM of the client certificate that the tenant lets in',
      example: '/etc/tessera/cloud-client.pem',
      source: 'your tenant’s set-up; a public client',
    }),
    ONESPAN_CLOUD_KEY_FILE: setting(keyFileSchema, {
      unset: 'none',
      meaning: 'PEM of its key, without a passphrase',
      example: '/etc/tessera/cloud-client-key.pem',
      source: 'your tenant’s set-up; a public client',
    }),
    ONESPAN_CLOUD_CA_FILE: setting(certificateFileSchema, {
      unset: 'well-known authorities',
      meaning: 'PEM of the authority that vouches for the address, where a proxy of yours is in front',
      example: '',
      source: 'Tessera’s own',
    }),
    ONESPAN_CLOUD_DOMAIN: setting(z.string().min(1).max(255), {
      unset: 'needed',
      meaning:
        'domain in which the tenant registers users, `users/{user}@{domain}`; takes the place of `TESSERA_DOMAIN`',
      shown: String,
      example: 'example.org',
      source: '"User registration and authenticator activation with orchestration" (oca-ig)',
    }),
  },
} satisfies Section;

export const CLOUD_IDENTITY: IdentityNames = {
  certificate: 'ONESPAN_CLOUD_CERTIFICATE_FILE',
  key: 'ONESPAN_CLOUD_KEY_FILE',
};

/** Variables without a default. */
const NEEDED = ['ONESPAN_CLOUD_URL', 'ONESPAN_CLOUD_DOMAIN'] as const satisfies (keyof typeof ONESPAN_CLOUD.settings)[];

/** Problems of this gateway's variables together. @param variables as set, by name */
export function oneSpanCloudProblems(variables: Record<string, unknown>): string[] {
  const problems = NEEDED.filter((name) => variables[name] === undefined).map(
    (name) => `${name} is needed with GATEWAY=onespan-cloud`,
  );
  const { TESSERA_DOMAIN: siteDomain, ONESPAN_CLOUD_DOMAIN: cloudDomain } = variables;
  if (siteDomain !== undefined && siteDomain !== cloudDomain)
    problems.push('TESSERA_DOMAIN must be left out with GATEWAY=onespan-cloud, or be the same as ONESPAN_CLOUD_DOMAIN');
  const half = halfIdentityProblem(variables, CLOUD_IDENTITY);
  return half === null ? problems : [...problems, half];
}

export function oneSpanCloudFrom(environment: ValuesOf<typeof ONESPAN_CLOUD>): OneSpanCloudConfig {
  return {
    url: environment.ONESPAN_CLOUD_URL ?? '',
    tls: {
      authority: environment.ONESPAN_CLOUD_CA_FILE ?? null,
      identity: identityFrom(environment, CLOUD_IDENTITY),
    },
  };
}
