import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from '../shared/bytes';
import type { HelpdeskContact } from '../shared/helpdesk-contact';
import type { MailAddress } from '../shared/mail-address';
import type { NetworkRange } from '../shared/network-range';
import type { PushHost } from '../shared/push-hosts';
import { DAY, HOUR, MINUTE, SECOND } from '../shared/time/duration';
import type { Environment } from './environment/environment-schema';
import { identityProviderFrom, type IdentityProviderConfig } from './sections/identity-provider-config';
import type { MailSender, MailServer } from './sections/mail-config';
import { oneSpanCloudFrom, type OneSpanCloudConfig } from './sections/onespan-cloud-config';
import { oneSpanServerFrom, type OneSpanServerConfig } from './sections/onespan-server-config';
import { ConfigurationError } from './configuration-error';
import { dataDirectoryOf } from './data-directory/data-directory';
import { backupScheduleFrom, dataKeysFrom, type BackupSchedule, type Secrets } from './sections/data-settings';
import { isLoopbackHost } from '../shared/loopback-host';
import { addressesOf, isOnThisMachine } from './sections/site-settings';
import { readSettings } from './environment/read-environment';
import { settingWarnings, unknownSettings, type SettingWarning } from './environment/setting-warnings';
import { settingsInView, type SettingsInView } from './environment/settings-in-view';
import { siemFrom, type SiemConfig } from './sections/siem-config';
import { tracesFrom, type TracesConfig } from './sections/traces-config';
import type { StaffMember } from './sections/staff-config';
import type { Webhook } from './sections/webhook-config';

/** All settings, with defaults filled in. Durations in milliseconds. */
export type Config = {
  host: string;
  port: number;
  /** The site's public address, without a slash at the end. */
  publicUrl: string;
  isHttps: boolean;
  /** Whether the site's address is each device's own, so that no other device reaches it. */
  isLoopback: boolean;
  /** Whether nobody else can reach it, neither directly nor by its public address, and its data is here too. */
  isOnThisMachine: boolean;
  /** Further names of the site, each with its port unless it is the scheme's default. */
  otherHosts: string[];
  /** Context paths of the vendor's website whose addresses lead to pages here, in lower case; none where they lead nowhere. */
  legacyPaths: readonly string[];
  /** IANA name of the zone of times in mails and letters. */
  timeZone: string;
  /** Proxies in front that append to `X-Forwarded-For`. */
  trustedProxies: number;
  database:
    /** @property fsync whether acknowledged changes survive a power failure */
    | { kind: 'embedded'; dataDirectory: string; fsync: boolean }
    /**
     * @property migrationUrl of the user who makes the schema; null where the site's own does
     * @property connections null for a share of what the server allows
     */
    | { kind: 'postgresql'; url: string; migrationUrl: string | null; connections: number | null };
  /** Of the embedded database; null where backups are left to others. */
  backups: BackupSchedule | null;
  /** Mails go to a server, or to files in a folder without one. */
  /** @property links whether mails may contain links */
  mail: { from: MailSender; server: MailServer | null; folder: string; links: boolean };
  webhooks: Webhook[];
  /** That webhooks of systems may lead into. */
  webhookNetworks: readonly NetworkRange[];
  /** Of push services that phones may be reached by; none where phones are alerted only while their app is open. */
  pushHosts: readonly PushHost[];
  domain: string;
  /** Whose site it is; null where administrators may say so. @property otherwise stands in for a name that nobody gives */
  organisation: { name: string | null; otherwise: string };
  gateway:
    | { kind: 'embedded' }
    | ({ kind: 'onespan-server' } & OneSpanServerConfig)
    | ({ kind: 'onespan-cloud' } & OneSpanCloudConfig);
  /** Members of staff, where accounts are managed at the gateway; otherwise accounts have roles. */
  staff: StaffMember[];
  /** Null if no OpenID provider is configured. */
  identityProvider: IdentityProviderConfig | null;
  /** Groups whose members need a second member of staff's approval. */
  protectedGroups: string[];
  demoPassword: string | null;
  /** Whether to seed demo data on first start (loopback only). */
  hasDemo: boolean;
  logLevel: string;
  metricsToken: string | null;
  /** That serves the metrics alone; null for none. */
  metricsPort: number | null;
  /** Interval of signing the end of the audit log. @property headFile receives it besides the log; null for none */
  audit: { headIntervalMs: number; headFile: string | null };
  /** Where the audit log is forwarded to; null for nowhere. */
  siem: SiemConfig | null;
  /** Where traces are sent to; null for nowhere. */
  traces: TracesConfig | null;
  activation: { lifetimeMs: number; requestLifetimeMs: number; startsPerDay: number };
  /** Fewer free licences of a pool are too few; 0 for never. */
  licencesLow: number;
  /** What binding a device takes. */
  enrolment: 'standard' | 'strong' | 'open';
  /** Whether phones may keep copies of their keys at the embedded gateway. */
  phoneCopies: boolean;
  /** How long a new device signs in and vouches for nothing. */
  probationMs: number;
  session: { lifetimeMs: number; stepUpAgeMs: number; staffIdleMs: number };
  /** RFC 9116 §2.5.3; none where nobody is named. */
  securityContact: readonly string[];
  /**
   * @property printAddress null where letters cannot be sent
   * @property contact shown wherever people may need help; null where administrators may say who helps
   */
  helpdesk: { printAddress: MailAddress | null; approvalLifetimeMs: number; contact: HelpdeskContact | null };
  /** Active devices per licence of the embedded gateway; 0 for no limit. */
  activationLimit: number;
  /** Long polls that a process holds at a time; others are sent away with a time to return. */
  waitingPages: number;
  /** Lifetime of an image key. */
  imageKeyRotationMs: number;
  /** The customer's own Cronto renderer; null when there is none. */
  crontoRendererUrl: string | null;
  /** For administrators, without secrets. */
  inView: SettingsInView;
};

/** Never logged or shown. */
export type ConfigSecrets = {
  sessionSecret: string;
  /** The first encrypts, all decrypt. */
  dataKeys: { id: string; key: Bytes }[];
  /** Keys of the embedded gateway; null for another gateway. */
  gateway: { gatewayId: string; frontEndKey: string; backEndKey: string } | null;
};

/**
 * Reads the environment and the file `.env`.
 * @throws ConfigurationError listing every problem
 */
export function loadConfig(): { config: Config; environment: Environment; warnings: readonly SettingWarning[] } {
  // Variables that are set take precedence over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    const { environment, variables } = readSettings(process.env);
    return {
      config: configFrom(environment, settingsInView(environment, variables)),
      environment,
      warnings: settingWarnings(environment, variables),
    };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    // What is missing may stand there under another name.
    const unknown = unknownSettings(process.env).map(({ words, fix }) => `${words}. ${fix}`);
    throw new ConfigurationError([...error.problems, ...unknown]);
  }
}

function configFrom(environment: Environment, inView: SettingsInView): Config {
  const { host, port, publicUrl } = addressesOf(environment);
  const dataDirectory = dataDirectoryOf(environment.TESSERA_DATA_DIR);
  return {
    host,
    port,
    publicUrl,
    isHttps: publicUrl.startsWith('https:'),
    isLoopback: isLoopbackHost(new URL(publicUrl).hostname),
    isOnThisMachine: isOnThisMachine(environment),
    otherHosts: listed(environment.TESSERA_HOSTS),
    legacyPaths: environment.TESSERA_LEGACY_PATHS ?? [],
    timeZone: environment.TESSERA_TIME_ZONE,
    trustedProxies: environment.TESSERA_TRUSTED_PROXIES,
    database:
      environment.DATABASE_URL === undefined
        ? { kind: 'embedded', dataDirectory, fsync: environment.TESSERA_FSYNC === 1 }
        : {
            kind: 'postgresql',
            url: environment.DATABASE_URL,
            migrationUrl: environment.DATABASE_MIGRATION_URL ?? null,
            connections: environment.TESSERA_DATABASE_CONNECTIONS ?? null,
          },
    backups: backupScheduleFrom(environment),
    mail: {
      from: environment.MAIL_FROM ?? { name: 'Tessera', address: 'tessera@example.org' as MailAddress },
      server: environment.SMTP_URL ?? null,
      folder: join(dataDirectory, 'outbox'),
      links: environment.TESSERA_MAIL_LINKS === 1,
    },
    webhooks: (environment.WEBHOOK_URLS ?? []).map((url, index) => ({
      url,
      secret: environment.WEBHOOK_SECRETS?.[index] ?? '',
    })),
    webhookNetworks: environment.TESSERA_WEBHOOK_NETWORKS ?? [],
    pushHosts: environment.TESSERA_PUSH_HOSTS,
    domain: domainFrom(environment),
    organisation: {
      name: environment.TESSERA_ORGANISATION ?? null,
      otherwise: environment.MAIL_FROM?.name || 'Tessera',
    },
    gateway: gatewayFrom(environment),
    staff: environment.TESSERA_STAFF ?? [],
    identityProvider: identityProviderFrom(environment),
    protectedGroups: listed(environment.TESSERA_PROTECTED_GROUPS),
    demoPassword: environment.TESSERA_DEMO_PASSWORD ?? null,
    hasDemo: environment.TESSERA_DEMO === 1,
    logLevel: environment.TESSERA_LOG_LEVEL,
    metricsToken: environment.TESSERA_METRICS_TOKEN ?? null,
    metricsPort: environment.TESSERA_METRICS_PORT ?? null,
    audit: {
      headIntervalMs: environment.TESSERA_AUDIT_HEAD_SECONDS * SECOND,
      headFile: environment.TESSERA_AUDIT_HEAD_FILE ?? null,
    },
    siem: siemFrom(environment),
    traces: tracesFrom(environment),
    activation: {
      lifetimeMs: lifetimeOf(environment),
      requestLifetimeMs: environment.TESSERA_REQUEST_LIFETIME_SECONDS * SECOND,
      startsPerDay: environment.TESSERA_STARTS_PER_DAY,
    },
    licencesLow: environment.TESSERA_LICENCES_LOW,
    probationMs: Number(environment.TESSERA_PROBATION_HOURS) * HOUR,
    enrolment: environment.TESSERA_ENROLMENT,
    phoneCopies:
      environment.TESSERA_PHONE_COPIES === 'on' &&
      environment.TESSERA_ENROLMENT !== 'strong' &&
      environment.GATEWAY === 'embedded',
    session: {
      lifetimeMs: environment.TESSERA_SESSION_SECONDS * SECOND,
      stepUpAgeMs: environment.TESSERA_STEP_UP_SECONDS * SECOND,
      staffIdleMs: environment.TESSERA_STAFF_IDLE_MINUTES * MINUTE,
    },
    securityContact: environment.TESSERA_SECURITY_CONTACT ?? [],
    helpdesk: {
      printAddress: environment.TESSERA_PRINT_MAILBOX ?? null,
      approvalLifetimeMs: environment.TESSERA_APPROVAL_SECONDS * SECOND,
      contact: environment.TESSERA_HELPDESK_CONTACT ?? null,
    },
    activationLimit: environment.TESSERA_ACTIVATION_LIMIT,
    waitingPages: environment.TESSERA_WAITING_PAGES,
    imageKeyRotationMs: environment.TESSERA_IMAGE_KEY_DAYS * DAY,
    crontoRendererUrl: environment.TESSERA_CRONTO_RENDERER_URL ?? null,
    inView,
  };
}

function gatewayFrom(environment: Environment): Config['gateway'] {
  switch (environment.GATEWAY) {
    case 'onespan-server':
      return { kind: 'onespan-server', ...oneSpanServerFrom(environment) };
    case 'onespan-cloud':
      return { kind: 'onespan-cloud', ...oneSpanCloudFrom(environment) };
    case 'embedded':
      return { kind: 'embedded' };
  }
}

/** Users share one domain, here and at the gateway. */
function domainFrom({ GATEWAY, ONESPAN_CLOUD_DOMAIN, TESSERA_DOMAIN }: Environment): string {
  return (GATEWAY === 'onespan-cloud' ? ONESPAN_CLOUD_DOMAIN : undefined) ?? TESSERA_DOMAIN;
}

/** In milliseconds. The cloud has a lifetime of its own (OneSpan §5.4). */
function lifetimeOf({ GATEWAY, TESSERA_ACTIVATION_LIFETIME_SECONDS: seconds }: Environment): number {
  if (seconds !== undefined) return seconds * SECOND;
  return GATEWAY === 'onespan-cloud' ? 10 * MINUTE : 5 * MINUTE;
}

/** Splits at commas. */
function listed(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function secretsFrom(secrets: Secrets): ConfigSecrets {
  const { GATEWAY_ID: gatewayId, GATEWAY_FRONT_END_KEY: frontEndKey, GATEWAY_BACK_END_KEY: backEndKey } = secrets;
  const isWhole = gatewayId !== undefined && frontEndKey !== undefined && backEndKey !== undefined;
  return {
    sessionSecret: secrets.TESSERA_SESSION_SECRET,
    dataKeys: dataKeysFrom(secrets.TESSERA_DATA_KEYS),
    gateway: isWhole ? { gatewayId, frontEndKey, backEndKey } : null,
  };
}
