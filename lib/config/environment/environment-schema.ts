import { z } from 'zod';
import { isTimeZone } from '../../shared/time/time-zone';
import { helpdeskContactSchema } from '../sections/helpdesk-contact';
import { securityContactSchema } from '../sections/security-contact';
import {
  claimedRolesSchema,
  claimSchema,
  issuerSchema,
  providerNameSchema,
  strongContextsSchema,
} from '../sections/identity-provider-schema';
import { mailAddressSchema, mailSenderSchema, mailServerSchema } from '../sections/mail-config';
import { certificateFileSchema, keyFileSchema } from '../sections/pem-files';
import { hostInUrl } from '../host-in-url';
import { staffSchema } from '../sections/staff-config';
import { webhookNetworksSchema, webhookSecretsSchema, webhookUrlsSchema } from '../sections/webhook-config';

/** Addresses of interchangeable servers, without parts that must not be logged. */
const serverUrlsSchema = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((urls) => urls.every(isUsable) && new Set(urls).size === urls.length, {
    error: 'needs different https:// addresses, separated by commas, without a name, a password or a question mark',
  });

/** Address of one server, likewise. */
const serverUrlSchema = z.string().refine((url) => isUsable(url) && !url.includes(','), {
  error: 'needs one https:// address, without a name, a password or a question mark',
});

/** Address of a tenant; paths below it begin with `/v1/`. */
const tenantUrlSchema = z.string().refine((url) => isUsable(url) && !/\/v1\/*$/.test(url), {
  error: 'needs an https:// address without a name, a password, a question mark or /v1',
});

const MINIMUM_SECRET_CHARACTERS = 32;

const secret = z.string().min(MINIMUM_SECRET_CHARACTERS, `needs at least ${MINIMUM_SECRET_CHARACTERS} characters`);
const apiKey = z.string().regex(/^[0-9a-f]{64}$/i, 'needs 64 hexadecimal digits');
const dataKeys = z
  .string()
  .regex(
    /^[\w-]{1,16}:[0-9a-f]{64}(,[\w-]{1,16}:[0-9a-f]{64})*$/i,
    'needs id:key pairs, each key 64 hexadecimal digits, separated by commas',
  );

const HOST_LIST = /^\s*[\w.-]+(:\d{1,5})?\s*(,\s*[\w.-]+(:\d{1,5})?\s*)*$/;

function wholeNumber(minimum: number, maximum: number) {
  const words = `needs a whole number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^\d+$/, words)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, words)
    .meta({ range: `${minimum} to ${maximum}` });
}

function isWholeSite(text: string): boolean {
  const { pathname, username, password } = new URL(text);
  return /^\/*$/.test(pathname) && !/[?#]/.test(text) && username === '' && password === '';
}

/** Every variable that Tessera reads. What is left out has the default that `config.ts` gives it. */
export const environmentSchema = z.object({
  HOST: z
    .string()
    .min(1)
    .refine((host) => URL.canParse(`http://${hostInUrl(host)}`), 'needs a host name or an IP address, without a zone')
    .optional(),
  PORT: wholeNumber(1, 65_535).optional(),
  TESSERA_URL: z
    .url({ protocol: /^https?$/, error: 'needs an http or https address', abort: true })
    .refine(
      isWholeSite,
      'needs an address without a path, a question mark, a # or a user name: Tessera has a host to itself',
    )
    .optional(),
  TESSERA_HOSTS: z
    .string()
    .max(10_000)
    .regex(HOST_LIST, 'needs host names, each with a port where that is not the usual one, separated by commas')
    .optional(),
  TESSERA_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'needs the IANA name of a time zone, such as Europe/Berlin')
    .optional(),
  TESSERA_DATA_DIR: z.string().min(1).optional(),
  TESSERA_FSYNC: wholeNumber(0, 1).optional(),
  TESSERA_DOMAIN: z.string().min(1).max(255).optional(),
  TESSERA_PROTECTED_GROUPS: z.string().max(10_000).optional(),
  TESSERA_DEMO_PASSWORD: z.string().min(1).max(128).optional(),
  TESSERA_DEMO: wholeNumber(0, 1).optional(),
  TESSERA_TRUSTED_PROXIES: wholeNumber(0, 10).optional(),
  TESSERA_AUDIT_HEAD_SECONDS: wholeNumber(10, 86_400).optional(),
  TESSERA_AUDIT_HEAD_FILE: z.string().min(1).optional(),
  TESSERA_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  TESSERA_METRICS_TOKEN: secret.optional(),
  TESSERA_ACTIVATION_LIFETIME_SECONDS: wholeNumber(60, 900).optional(),
  TESSERA_REQUEST_LIFETIME_SECONDS: wholeNumber(60, 86_400).optional(),
  TESSERA_STARTS_PER_DAY: wholeNumber(1, 100_000).optional(),
  TESSERA_ACTIVATION_LIMIT: wholeNumber(0, 100_000).optional(),
  TESSERA_ENROLMENT: z
    .enum(['standard', 'strong', 'open'], { error: 'must be "standard", "strong" or "open"' })
    .optional(),
  TESSERA_PROBATION_HOURS: z.enum(['0', '12', '24'], { error: 'must be 0, 12 or 24' }).optional(),
  TESSERA_STEP_UP_SECONDS: wholeNumber(0, 3_600).optional(),
  TESSERA_SESSION_SECONDS: wholeNumber(300, 86_400).optional(),
  TESSERA_STAFF_IDLE_MINUTES: wholeNumber(5, 1_440).optional(),
  TESSERA_WAITING_PAGES: wholeNumber(0, 100_000).optional(),
  TESSERA_IMAGE_KEY_DAYS: wholeNumber(1, 3_650).optional(),
  TESSERA_CRONTO_RENDERER_URL: z
    .url({ protocol: /^https?$/, error: 'needs an http or https address' })
    .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), 'needs an address without a user name')
    .optional(),
  TESSERA_STAFF: staffSchema.optional(),
  TESSERA_ORGANISATION: z
    .string()
    .regex(/^(?=.*\S)\P{C}{1,64}$/u, 'needs 1 to 64 characters on one line')
    .optional(),
  TESSERA_HELPDESK_CONTACT: helpdeskContactSchema.optional(),
  TESSERA_SECURITY_CONTACT: securityContactSchema.optional(),
  TESSERA_OIDC_ISSUER: issuerSchema.optional(),
  TESSERA_OIDC_CLIENT_ID: z.string().min(1).max(255).optional(),
  TESSERA_OIDC_CLIENT_SECRET: z.string().max(1_000).optional(),
  TESSERA_OIDC_NAME: providerNameSchema.optional(),
  TESSERA_OIDC_ACR: strongContextsSchema.optional(),
  TESSERA_OIDC_USER_CLAIM: claimSchema.optional(),
  TESSERA_OIDC_CREATE: wholeNumber(0, 1).optional(),
  TESSERA_OIDC_ROLES_CLAIM: claimSchema.optional(),
  TESSERA_OIDC_ROLES: claimedRolesSchema.optional(),
  TESSERA_OIDC_ROLES_FROM: z.enum(['id-token', 'userinfo'], { error: 'must be "id-token" or "userinfo"' }).optional(),
  GATEWAY: z
    .enum(['embedded', 'onespan-server', 'onespan-cloud'], {
      error: 'must be "embedded", "onespan-server" or "onespan-cloud"',
    })
    .optional(),
  ONESPAN_SERVER_URLS: serverUrlsSchema.optional(),
  ONESPAN_SERVER_CA_FILE: certificateFileSchema.optional(),
  ONESPAN_CLIENT_CERTIFICATE_FILE: certificateFileSchema.optional(),
  ONESPAN_CLIENT_KEY_FILE: keyFileSchema.optional(),
  ONESPAN_SERVICE_USER: z.string().max(255).optional(),
  ONESPAN_SERVICE_PASSWORD: z.string().max(255).optional(),
  ONESPAN_SERVICE_DOMAIN: z.string().max(255).optional(),
  ONESPAN_COMPONENT_TYPE: z.string().max(255).optional(),
  ONESPAN_GATEWAY_ID: z
    .string()
    .regex(/^[^;\p{C}]{1,64}$/u, 'needs at most 64 characters, without a semicolon')
    .optional(),
  ONESPAN_RESET_PASSWORDS: wholeNumber(0, 1).optional(),
  TESSERA_RELAY: wholeNumber(0, 1).optional(),
  ONESPAN_DIGIPASS_GATEWAY_URL: serverUrlSchema.optional(),
  ONESPAN_DIGIPASS_GATEWAY_CA_FILE: certificateFileSchema.optional(),
  ONESPAN_CLOUD_URL: tenantUrlSchema.optional(),
  ONESPAN_CLOUD_CA_FILE: certificateFileSchema.optional(),
  ONESPAN_CLOUD_CERTIFICATE_FILE: certificateFileSchema.optional(),
  ONESPAN_CLOUD_KEY_FILE: keyFileSchema.optional(),
  ONESPAN_CLOUD_DOMAIN: z.string().min(1).max(255).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'needs a postgresql:// address')
    .optional(),
  TESSERA_DATABASE_CONNECTIONS: wholeNumber(1, 200).optional(),
  SMTP_URL: mailServerSchema.optional(),
  MAIL_FROM: mailSenderSchema.optional(),
  TESSERA_MAIL_LINKS: wholeNumber(0, 1).optional(),
  TESSERA_PRINT_MAILBOX: mailAddressSchema.optional(),
  TESSERA_APPROVAL_SECONDS: wholeNumber(300, 86_400).optional(),
  WEBHOOK_URLS: webhookUrlsSchema.optional(),
  WEBHOOK_SECRETS: webhookSecretsSchema.optional(),
  TESSERA_WEBHOOK_NETWORKS: webhookNetworksSchema.optional(),
  TESSERA_SESSION_SECRET: secret.optional(),
  TESSERA_DATA_KEYS: dataKeys.optional(),
  GATEWAY_ID: z
    .string()
    .regex(/^[0-9A-F]{16}$/, 'needs 16 hexadecimal digits, A to F in capitals')
    .optional(),
  GATEWAY_FRONT_END_KEY: apiKey.optional(),
  GATEWAY_BACK_END_KEY: apiKey.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** What the embedded gateway needs of it. */
export const GATEWAY_SECRET_NAMES = [
  'GATEWAY_ID',
  'GATEWAY_FRONT_END_KEY',
  'GATEWAY_BACK_END_KEY',
] as const satisfies (keyof Environment)[];

/** What the embedded database brings along and a database server does not. */
export const SECRET_NAMES = [
  'TESSERA_SESSION_SECRET',
  'TESSERA_DATA_KEYS',
  ...GATEWAY_SECRET_NAMES,
] as const satisfies (keyof Environment)[];

type GatewaySecretName = (typeof GATEWAY_SECRET_NAMES)[number];

/** Those of the embedded gateway may be missing where there is another one. */
export type Secrets = Record<Exclude<(typeof SECRET_NAMES)[number], GatewaySecretName>, string> &
  Partial<Record<GatewaySecretName, string>>;

function isUsable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && search === '' && hash === '';
}
