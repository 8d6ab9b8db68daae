import { z } from 'zod';
import { SECOND } from '../../shared/time/duration';
import { onOrOff, wholeNumber } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import { certificateFileSchema, keyFileSchema, type TlsSettings } from './pem-files';
import { tenantUrlSchema } from './server-address';

/** A tenant of OneSpan Cloud Authentication. Its domain is the site's own. */
export type OneSpanCloudConfig = {
  url: string;
  tls: TlsSettings;
  /** How phones are asked by push; null where they are not. */
  push: PushConfig | null;
  /** How people type what their device shows for an image; null where they do not. */
  typedResponse: TypedResponseConfig | null;
};

/** @property timeLimitMs how long a phone may answer @property maximumCalls requests that may wait at once, of all processes */
type PushConfig = { timeLimitMs: number; maximumCalls: number };

/** @property input what `generate-secure-challenge` takes */
type TypedResponseConfig = { input: Readonly<Record<string, string>> };

/** A JSON object of texts. */
const inputSchema = z.string().transform((text, context) => {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'needs a JSON object of texts' });
    return z.NEVER;
  }
});

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
    ONESPAN_CLOUD_PUSH: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` lets people sign in, confirm and prove a call by a push to their phone; the domain needs the Mobile Application Name of your app, and a user of this site is the tenant’s `{user ID}@{ONESPAN_CLOUD_DOMAIN}`',
      shown: String,
      example: '1',
      source: '"Integration of push notification-based authentication" (oca-ig)',
    }),
    ONESPAN_CLOUD_PUSH_SECONDS: setting(wholeNumber(10, 300), {
      default: 60,
      meaning: 'how long a push may be answered; the default is a public client’s',
      shown: String,
      source: 'a public client',
    }),
    ONESPAN_CLOUD_PUSH_REQUESTS: setting(wholeNumber(1, 1_000), {
      default: 50,
      meaning: 'how many requests may wait for phones at once, of all processes together',
      shown: String,
      source: 'Tessera’s own',
    }),
    ONESPAN_CLOUD_TYPED_RESPONSE: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` lets people sign in and confirm with what their device shows for a Cronto image, which they type: also for devices without a network or notifications',
      shown: String,
      example: '1',
      source: '"Integration of user login with Secure Channel" (oca-ig)',
    }),
    ONESPAN_CLOUD_CHALLENGE_INPUT: setting(inputSchema, {
      unset: '`{}`',
      meaning:
        'JSON object that `generate-secure-challenge` takes; what it demands is published nowhere, so the default is a guess, which `npm run doctor` tries',
      shown: (input) => JSON.stringify(input),
      example: '{"objectType":"SecureChallengeInput"}',
      source: 'inferred; "Integration of user login with Secure Channel" (oca-ig)',
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
    push:
      environment.ONESPAN_CLOUD_PUSH === 1
        ? {
            timeLimitMs: environment.ONESPAN_CLOUD_PUSH_SECONDS * SECOND,
            maximumCalls: environment.ONESPAN_CLOUD_PUSH_REQUESTS,
          }
        : null,
    typedResponse:
      environment.ONESPAN_CLOUD_TYPED_RESPONSE === 1
        ? { input: environment.ONESPAN_CLOUD_CHALLENGE_INPUT ?? {} }
        : null,
  };
}
