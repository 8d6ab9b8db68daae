import type { Environment } from './environment-schema';
import { SETTING_SECTIONS } from './setting-descriptions';

/**
 * A variable as administrators see it.
 * @property value null for one that is set and whose value is not shown
 * @property isSet whether it was given; otherwise the value is the default in words
 */
export type SettingInView = { name: string; meaning: string; isSet: boolean; value: string | null };

export type SettingsInView = readonly { title: string; settings: readonly SettingInView[] }[];

type Shown = { [Name in keyof Environment]?: (value: NonNullable<Environment[Name]>) => string };

/** What may be shown, and how. A new variable is hidden until it is added here. */
const SHOWN: Shown = {
  HOST: String,
  PORT: String,
  TESSERA_URL: String,
  TESSERA_HOSTS: String,
  TESSERA_TRUSTED_PROXIES: String,
  TESSERA_WAITING_PAGES: String,
  TESSERA_LOG_LEVEL: String,
  TESSERA_DATA_DIR: String,
  TESSERA_FSYNC: String,
  TESSERA_DATABASE_CONNECTIONS: String,
  TESSERA_DOMAIN: String,
  TESSERA_SESSION_SECONDS: String,
  TESSERA_ENROLMENT: String,
  TESSERA_PROBATION_HOURS: String,
  TESSERA_STEP_UP_SECONDS: String,
  TESSERA_ORGANISATION: String,
  TESSERA_STAFF_IDLE_MINUTES: String,
  TESSERA_HELPDESK_CONTACT: ({ name, phone, email, hours }) =>
    [name, phone, email, hours].filter((part) => part !== null).join(', '),
  TESSERA_SECURITY_CONTACT: (addresses) => addresses.join(', '),
  TESSERA_OIDC_ISSUER: String,
  TESSERA_OIDC_CLIENT_ID: String,
  TESSERA_OIDC_NAME: String,
  TESSERA_OIDC_ACR: (values) => values.join(' '),
  TESSERA_OIDC_USER_CLAIM: String,
  TESSERA_OIDC_CREATE: String,
  TESSERA_OIDC_ROLES_CLAIM: String,
  TESSERA_OIDC_ROLES_FROM: String,
  TESSERA_OIDC_ROLES: (pairs) => pairs.map(({ value, role }) => `${value}:${role}`).join(', '),
  TESSERA_ACTIVATION_LIFETIME_SECONDS: String,
  TESSERA_REQUEST_LIFETIME_SECONDS: String,
  TESSERA_STARTS_PER_DAY: String,
  TESSERA_ACTIVATION_LIMIT: String,
  TESSERA_IMAGE_KEY_DAYS: String,
  TESSERA_MAIL_LINKS: String,
  MAIL_FROM: ({ name, address }) => `${name} <${address}>`,
  TESSERA_PROTECTED_GROUPS: String,
  TESSERA_PRINT_MAILBOX: String,
  TESSERA_APPROVAL_SECONDS: String,
  TESSERA_AUDIT_HEAD_SECONDS: String,
  TESSERA_AUDIT_HEAD_FILE: String,
  GATEWAY: String,
  ONESPAN_SERVER_URLS: (urls) => urls.join(', '),
  ONESPAN_SERVICE_DOMAIN: String,
  ONESPAN_COMPONENT_TYPE: String,
  ONESPAN_GATEWAY_ID: String,
  ONESPAN_RESET_PASSWORDS: String,
  TESSERA_RELAY: String,
  ONESPAN_DIGIPASS_GATEWAY_URL: String,
  ONESPAN_CLOUD_URL: String,
  ONESPAN_CLOUD_DOMAIN: String,
};

/** Every variable without secrets; those of gateways that are not in use are left out. */
export function settingsInView(environment: Environment): SettingsInView {
  const sections = SETTING_SECTIONS.filter(({ title }) => {
    const gateway = /GATEWAY=([\w-]+)/.exec(title)?.[1];
    return gateway === undefined || gateway === environment.GATEWAY;
  });
  return sections.map(({ title, settings }) => ({
    title: plain(title),
    settings: Object.entries(settings).map(([name, description]) => {
      const shown = shownValue(environment, name as keyof Environment);
      const isSet = shown !== undefined;
      return { name, meaning: plain(description.meaning), isSet, value: isSet ? shown : plain(description.default) };
    }),
  }));
}

/** @returns undefined for one that is not set, null for one that is not shown */
function shownValue(environment: Environment, name: keyof Environment): string | null | undefined {
  const value: unknown = environment[name];
  if (value === undefined) return undefined;
  const words = SHOWN[name] as ((given: unknown) => string) | undefined;
  return words ? words(value) : null;
}

/** Markdown as plain text. */
function plain(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}
