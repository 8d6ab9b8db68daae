import { z } from 'zod';
import { onOrOff } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import { hardwareSettingsFrom, ONESPAN_HARDWARE, type HardwareSettings } from './onespan-hardware-settings';
import { ONESPAN_SECRETS, secretSettingsFrom, type SecretSettings } from './onespan-secret-settings';
import { ONESPAN_PHONES, phoneProblems, phonesFrom, type PhoneSettings } from './onespan-phone-settings';
import { certificateFileSchema, keyFileSchema, type TlsSettings } from './pem-files';
import { relayFrom, type RelayConfig } from './relay-config';
import { serverUrlSchema, serverUrlsSchema } from './server-address';

/** OneSpan Authentication Server, and Tessera's registration there. */
export type OneSpanServerConfig = SecretSettings & {
  urls: string[];
  tls: TlsSettings;
  serviceUser: { userId: string; domain: string; password: string };
  /** The client component under which Tessera is registered. */
  componentType: string;
  /** DIGIPASS Gateway ID for the seventh field of the image; null to leave it out. */
  gatewayId: string | null;
  /** Whether the static password of an invited user may be reset, so that they can be registered without it. */
  resetsPasswords: boolean;
  /** Whether removing somebody's last device takes its licence back, instead of deactivating the device. */
  takesLicencesBack: boolean;
  /** Who is named to approve what waits for a second administrator; null for whoever may. */
  checker: { userId: string; domain: string } | null;
  /** Attributes of a device whose names nobody publishes. */
  fieldNames: { lastAuthentication: string; start: string; expiry: string };
  /** The component's policy, whose limits on types are read; null where they are not. */
  policy: string | null;
  hardware: HardwareSettings;
  /** The client component whose policy registers people. */
  registrationComponentType: string;
  /** How phones are asked; null where they are not. */
  phones: PhoneSettings | null;
  /** Null where phones call their gateway directly. */
  relay: RelayConfig | null;
};

/** Of an attribute, as the server's interface spells it. */
const fieldNameSchema = z.string().regex(/^DIGIPASSFLD_[A-Z0-9_]{1,64}$/, 'needs a name like DIGIPASSFLD_SERNO');

export const ONESPAN_SERVER = {
  title: 'OneSpan Authentication Server (`GATEWAY=onespan-server`)',
  gateway: 'onespan-server',
  note: 'People, licences and phones are OneSpan Authentication Server’s; TESSERA_STAFF names who of them is staff. The client identity is for servers that ask for one.',
  settings: {
    ONESPAN_SERVER_URLS: setting(serverUrlsSchema, {
      unset: 'needed',
      meaning: 'SOAP addresses, https, separated by commas, tried in this order; port 8888',
      shown: (urls) => urls.join(', '),
      example: 'https://oas1.example.org:8888,https://oas2.example.org:8888',
      source: '"Integrate provisioning via the SOAP API" (oas-fullsdk-pg)',
    }),
    ONESPAN_SERVER_CA_FILE: setting(certificateFileSchema, {
      unset: 'well-known authorities',
      meaning: 'PEM of the authority that vouches for the servers',
      example: '/etc/tessera/oas-authority.pem',
      source: 'the certificate that was set up with your server',
    }),
    ONESPAN_CLIENT_CERTIFICATE_FILE: setting(certificateFileSchema, {
      unset: 'none',
      meaning: 'PEM, where the server or a proxy asks for a client certificate',
      example: '/etc/tessera/client.pem',
      source: 'your server’s or proxy’s set-up',
    }),
    ONESPAN_CLIENT_KEY_FILE: setting(keyFileSchema, {
      unset: 'none',
      meaning: 'PEM of its key; goes with the certificate',
      example: '/etc/tessera/client-key.pem',
      source: 'your server’s or proxy’s set-up',
    }),
    ONESPAN_SERVICE_USER: setting(z.string().max(255), {
      unset: 'needed',
      meaning:
        'service user who may log on to administration, view users, DIGIPASS and their recent activity, unlock, deactivate and test passwords; `npm run doctor` prints the smallest role',
      example: 'svc-tessera',
      source: '"Execute operations (SOAP API)" (oas-fullsdk-pg)',
    }),
    ONESPAN_SERVICE_PASSWORD: setting(z.string().max(255), {
      unset: 'needed',
      meaning: 'its password',
      example: '',
      source: '"Execute operations (SOAP API)" (oas-fullsdk-pg)',
    }),
    ONESPAN_SERVICE_DOMAIN: setting(z.string().max(255), {
      default: 'master',
      meaning: 'its domain',
      shown: String,
      source: 'a public client',
    }),
    ONESPAN_COMPONENT_TYPE: setting(z.string().max(255), {
      unset: 'needed',
      meaning: 'client component whose address and policy you registered for Tessera',
      shown: String,
      example: 'Self-Management Website',
      source: '"Post-installation tasks" (dpgw-gsg), "dsappSRPRegister command"',
    }),
    ONESPAN_GATEWAY_ID: setting(
      z.string().regex(/^[^;\p{C}]{1,64}$/u, 'needs at most 64 characters, without a semicolon'),
      {
        unset: 'left out',
        meaning: 'DIGIPASS Gateway ID; leave it out for apps that have the address built in',
        shown: String,
        example: '',
        source: 'Servers > Global Configuration > Push Notification; community n/105056',
      },
    ),
    ONESPAN_RESET_PASSWORDS: setting(onOrOff(), {
      default: 0,
      meaning: '`1` lets people whom the helpdesk invited activate without a password; they lose their static password',
      shown: String,
      example: '1',
      source: '"dsappSRPRegister command", userExecute (oas-fullsdk-pg)',
    }),
    ONESPAN_TAKE_LICENCES_BACK: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` lets removing somebody’s last device unassign its licence, so that it becomes free; without, the device is deactivated and its licence stays theirs. Where unassigning takes a second administrator, the device works until one has approved',
      shown: String,
      example: '1',
      source: '"Unassigning an authenticator", "Administration using maker–checker authorization" (oas-ag)',
    }),
    ONESPAN_CHECKER: setting(
      z.string().regex(/^[^@\p{C}]{1,255}@[^@\p{C}]{1,255}$/u, 'needs a name like checker@master'),
      {
        unset: 'nobody is named',
        meaning:
          'administrator, `user@domain`, who is named to approve what takes a second one, where your server wants one to be named',
        shown: String,
        example: 'checker@master',
        source: '"Unassigning an authenticator" (oas-ag), "Pending operation management" (oas-fullsdk-soapref)',
      },
    ),
    ONESPAN_LAST_AUTHENTICATION_FIELD: setting(fieldNameSchema, {
      default: 'DIGIPASSFLD_LASTAUTH_TIME',
      meaning:
        'attribute of a DIGIPASS with the time of its last authentication, which tells that an activation is finished; the name is a guess, after the user’s `USERFLD_LASTAUTH_TIME`',
      shown: String,
      example: 'DIGIPASSFLD_LAST_AUTH_TIME',
      source: 'not published; your server’s WSDL has it',
    }),
    ONESPAN_START_FIELD: setting(fieldNameSchema, {
      default: 'DIGIPASSFLD_START_TIME',
      meaning: 'attribute of a DIGIPASS with the time from which it may be used; the name is a guess',
      shown: String,
      source: 'not published; your server’s WSDL has it',
    }),
    ONESPAN_EXPIRY_FIELD: setting(fieldNameSchema, {
      default: 'DIGIPASSFLD_EXPIRATION_TIME',
      meaning:
        'attribute of a DIGIPASS with its expiry; a public client writes it by this name, that it is read by it is a guess',
      shown: String,
      source: 'a public client; your server’s WSDL has it',
    }),
    ...ONESPAN_SECRETS,
    ...ONESPAN_HARDWARE,
    ...ONESPAN_PHONES,
    TESSERA_RELAY: setting(onOrOff(), {
      default: 0,
      meaning: '`1` lets phones reach the DIGIPASS Gateway through Tessera',
      shown: String,
      source: 'Tessera’s own',
    }),
    ONESPAN_DIGIPASS_GATEWAY_URL: setting(serverUrlSchema, {
      unset: 'needed with the relay',
      meaning: 'its https address, without `/rest/v2`',
      shown: String,
      source: 'your DIGIPASS Gateway’s set-up (dpgw-gsg)',
    }),
    ONESPAN_DIGIPASS_GATEWAY_CA_FILE: setting(certificateFileSchema, {
      unset: 'well-known authorities',
      meaning: 'PEM of the authority that vouches for it',
      source: 'your DIGIPASS Gateway’s set-up (dpgw-gsg)',
    }),
  },
} satisfies Section;

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
] as const satisfies (keyof typeof ONESPAN_SERVER.settings)[];

/** Problems of this gateway's variables together. @param variables as set, by name */
export function oneSpanServerProblems(variables: Record<string, unknown>): string[] {
  const problems = NEEDED.filter((name) => variables[name] === undefined).map(
    (name) => `${name} is needed with GATEWAY=onespan-server`,
  );
  const half = halfIdentityProblem(variables, SERVER_IDENTITY);
  return [...problems, ...(half === null ? [] : [half]), ...phoneProblems(variables)];
}

export function oneSpanServerFrom(environment: ValuesOf<typeof ONESPAN_SERVER>): OneSpanServerConfig {
  return {
    urls: environment.ONESPAN_SERVER_URLS ?? [],
    tls: {
      authority: environment.ONESPAN_SERVER_CA_FILE ?? null,
      identity: identityFrom(environment, SERVER_IDENTITY),
    },
    serviceUser: {
      userId: environment.ONESPAN_SERVICE_USER ?? '',
      domain: environment.ONESPAN_SERVICE_DOMAIN,
      password: environment.ONESPAN_SERVICE_PASSWORD ?? '',
    },
    componentType: environment.ONESPAN_COMPONENT_TYPE ?? '',
    gatewayId: environment.ONESPAN_GATEWAY_ID ?? null,
    resetsPasswords: environment.ONESPAN_RESET_PASSWORDS === 1,
    takesLicencesBack: environment.ONESPAN_TAKE_LICENCES_BACK === 1,
    checker: checkerFrom(environment.ONESPAN_CHECKER),
    fieldNames: {
      lastAuthentication: environment.ONESPAN_LAST_AUTHENTICATION_FIELD,
      start: environment.ONESPAN_START_FIELD,
      expiry: environment.ONESPAN_EXPIRY_FIELD,
    },
    policy: environment.ONESPAN_POLICY ?? null,
    hardware: hardwareSettingsFrom(environment),
    ...secretSettingsFrom(environment),
    registrationComponentType: environment.ONESPAN_REGISTRATION_COMPONENT ?? environment.ONESPAN_COMPONENT_TYPE ?? '',
    phones: phonesFrom(environment),
    relay: relayFrom(environment),
  };
}

function checkerFrom(text: string | undefined): OneSpanServerConfig['checker'] {
  const [userId = '', domain = ''] = text?.split('@') ?? [];
  return text === undefined ? null : { userId, domain };
}
