import { z } from 'zod';
import { onOrOff, wholeNumber } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { halfIdentityProblem, identityFrom, type IdentityNames } from './client-identity';
import { hardwareSettingsFrom, ONESPAN_HARDWARE, type HardwareSettings } from './onespan-hardware-settings';
import { ONESPAN_PHONES, phoneProblems, phonesFrom, type PhoneSettings } from './onespan-phone-settings';
import { certificateFileSchema, keyFileSchema, type TlsSettings } from './pem-files';
import { relayFrom, type RelayConfig } from './relay-config';
import { serverUrlSchema, serverUrlsSchema } from './server-address';

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
  /** Whether removing somebody's last device takes its licence back, instead of deactivating the device. */
  takesLicencesBack: boolean;
  /** Who is named to approve what waits for a second administrator; null for whoever may. */
  checker: { userId: string; domain: string } | null;
  /** Attributes of a device whose names nobody publishes. */
  fieldNames: { lastAuthentication: string; start: string; expiry: string };
  /**
   * How people change their static passwords; null where they do not here.
   * @property fields see `PasswordSettings`
   */
  passwordChange: { keptBy: 'server' | 'directory'; fields: 'reference' | 'guide' } | null;
  /** How people change their server PINs; null where they do not here. @property format see `PinSettings` */
  pinChange: { format: number } | null;
  /** One-time passwords that the server sends; null where it sends none. */
  virtualAuthenticator: VirtualConfig | null;
  /** Whether people register themselves, or why not. */
  selfRegistration: 'off' | 'on' | 'needs-approval';
  /** The client component whose policy registers people. */
  registrationComponentType: string;
  /** Whether the server learns a password that was changed in the directory behind it. */
  learnsPasswords: boolean;
  /** The component's policy, whose limits on types are read; null where they are not. */
  policy: string | null;
  hardware: HardwareSettings;
  /** Whether a right login unlocks an account that wrong ones have locked. */
  unlocksByLogin: boolean;
  /** How phones are asked; null where they are not. */
  phones: PhoneSettings | null;
  /** Null where phones call their gateway directly. */
  relay: RelayConfig | null;
};

/** Of an attribute, as the server's interface spells it. */
const fieldNameSchema = z.string().regex(/^DIGIPASSFLD_[A-Z0-9_]{1,64}$/, 'needs a name like DIGIPASSFLD_SERNO');

/** One-time passwords that the server sends (OneSpan §4.10). @property method the policy's, of those that take the password */
type VirtualConfig = {
  method: 'Password' | 'KeywordPassword' | 'PasswordKeyword';
  keyword: string;
  delivery: 'sms' | 'mail' | 'voice';
  limits: { uses: number | null; days: number | null };
};

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
    ONESPAN_PASSWORD_CHANGE: setting(
      z.enum(['off', 'server', 'directory'], { error: 'must be "off", "server" or "directory"' }),
      {
        default: 'off',
        meaning:
          'where the static passwords are that people may change on their profile: `server`, in Authentication Server itself, or `directory`, in the directory behind it. The component’s policy must let them; `off` for nowhere',
        shown: String,
        example: 'directory',
        source: '"updatePassword command", "changeBackendPassword command" (oas-fullsdk-soapref)',
      },
    ),
    ONESPAN_PASSWORD_FIELDS: setting(z.enum(['reference', 'guide'], { error: 'must be "reference" or "guide"' }), {
      default: 'reference',
      meaning:
        'names of the fields of `updatePassword`, of which two pages of the vendor’s disagree: `reference` (`CREDFLD_STATIC_PASSWORD`, `CREDFLD_CONFIRM_STATIC_PASSWORD`) or `guide` (`CREDFLD_PASSWORD`, `CREDFLD_CONFIRM_NEW_STATIC_PASSWORD`)',
      shown: String,
      source: '"updatePassword command" (oas-fullsdk-soapref); the programmer’s guide (oas-fullsdk-pg)',
    }),
    ONESPAN_AUTO_UNLOCK: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` where the component’s policy unlocks an account by the next right login after its lock time: the sign-in page says so then, and otherwise that the helpdesk unlocks accounts',
      shown: String,
      example: '1',
      source: '"User account auto-unlock" (oas-pg)',
    }),
    ONESPAN_PIN_CHANGE: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` lets people change their server PIN on their profile, with a one-time password; the component’s policy must allow it (Allow PIN change)',
      shown: String,
      example: '1',
      source: '"Change server PIN" (oas-fullsdk-pg)',
    }),
    ONESPAN_SEPARATE_PASSWORD_FORMAT: setting(wholeNumber(1, 255), {
      default: 1,
      meaning:
        'number of the password format by which `authUser` takes PIN and one-time password in fields of their own; it is published nowhere, so the default is a guess, which `npm run doctor` tries',
      shown: String,
      source: 'inferred; "authUser command" (oas-fullsdk-soapref)',
    }),
    ONESPAN_PASSWORD_SYNC: setting(onOrOff(), {
      default: 0,
      meaning:
        '`1` lets people tell the server a password that was changed in the directory behind it, on their profile, with a one-time password; the component’s policy needs back-end authentication and Password Autolearn',
      shown: String,
      example: '1',
      source: '"New static password synchronization" (uws-ag), "Pre-defined policies" (oas-pg)',
    }),
    ONESPAN_SELF_REGISTRATION: setting(
      z.enum(['off', 'on', 'needs-approval'], { error: 'must be "off", "on" or "needs-approval"' }),
      {
        default: 'off',
        meaning:
          '`on` lets people whom the directory behind the server knows make their account, with the directory’s password and a code that is mailed to the address in it; `needs-approval` where assignments wait for a second administrator, so that nobody is given an authenticator by itself: the page says so',
        shown: String,
        example: 'on',
        source: '"Set up for self-assignment" (uws-ag), "Administration using maker–checker authorization" (oas-ag)',
      },
    ),
    ONESPAN_REGISTRATION_COMPONENT: setting(z.string().max(255), {
      unset: 'ONESPAN_COMPONENT_TYPE',
      meaning: 'client component for that, whose policy has back-end authentication and Dynamic User Registration',
      shown: String,
      example: 'Self-Registration',
      source: '"Pre-defined policies" (oas-pg)',
    }),
    ONESPAN_VIRTUAL_REQUEST: setting(
      z.enum(['off', 'Password', 'KeywordPassword', 'PasswordKeyword'], {
        error: 'must be "off", "Password", "KeywordPassword" or "PasswordKeyword"',
      }),
      {
        default: 'off',
        meaning:
          'request method of the policy for virtual authenticators, by which people have a one-time password sent at the sign-in; the Base Policy has `Password` for the primary and `KeywordPassword` for the backup one. `KeywordOnly` is not offered: anybody could have anybody’s phone texted',
        shown: String,
        example: 'KeywordPassword',
        source: 'Policies > Virtual DIGIPASS; "Pre-defined policies" (oas-pg)',
      },
    ),
    ONESPAN_VIRTUAL_KEYWORD: setting(z.string().max(16, 'needs at most 16 characters'), {
      default: 'otp',
      meaning: 'its request keyword; it does not matter with `Password`',
      shown: String,
      source: 'Policies > Virtual DIGIPASS; "Pre-defined policies" (oas-pg)',
    }),
    ONESPAN_VIRTUAL_DELIVERY: setting(z.enum(['sms', 'mail', 'voice'], { error: 'must be "sms", "mail" or "voice"' }), {
      default: 'sms',
      meaning: 'how the policy has it delivered, which the page says',
      shown: String,
      source: 'Policies > Virtual DIGIPASS (oas-was-csh-ux)',
    }),
    ONESPAN_VIRTUAL_USES: setting(wholeNumber(1, 999), {
      unset: 'no limit',
      meaning: 'how often the policy lets one person use a backup virtual authenticator, which the page says',
      shown: String,
      example: '3',
      source: 'Policies > Virtual DIGIPASS (oas-was-csh-ux)',
    }),
    ONESPAN_VIRTUAL_DAYS: setting(wholeNumber(1, 999), {
      unset: 'no limit',
      meaning: 'for how many days from the first time, likewise',
      shown: String,
      example: '7',
      source: 'Policies > Virtual DIGIPASS (oas-was-csh-ux)',
    }),
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
    unlocksByLogin: environment.ONESPAN_AUTO_UNLOCK === 1,
    passwordChange: passwordChangeFrom(environment),
    pinChange: environment.ONESPAN_PIN_CHANGE === 1 ? { format: environment.ONESPAN_SEPARATE_PASSWORD_FORMAT } : null,
    virtualAuthenticator: virtualAuthenticatorFrom(environment),
    selfRegistration: environment.ONESPAN_SELF_REGISTRATION,
    registrationComponentType: environment.ONESPAN_REGISTRATION_COMPONENT ?? environment.ONESPAN_COMPONENT_TYPE ?? '',
    learnsPasswords: environment.ONESPAN_PASSWORD_SYNC === 1,
    phones: phonesFrom(environment),
    relay: relayFrom(environment),
  };
}

function checkerFrom(text: string | undefined): OneSpanServerConfig['checker'] {
  const [userId = '', domain = ''] = text?.split('@') ?? [];
  return text === undefined ? null : { userId, domain };
}

function passwordChangeFrom({
  ONESPAN_PASSWORD_CHANGE: keptBy,
  ONESPAN_PASSWORD_FIELDS: fields,
}: ValuesOf<typeof ONESPAN_SERVER>): OneSpanServerConfig['passwordChange'] {
  return keptBy === 'off' ? null : { keptBy, fields };
}

function virtualAuthenticatorFrom({
  ONESPAN_VIRTUAL_REQUEST: method,
  ONESPAN_VIRTUAL_KEYWORD: keyword,
  ONESPAN_VIRTUAL_DELIVERY: delivery,
  ONESPAN_VIRTUAL_USES: uses,
  ONESPAN_VIRTUAL_DAYS: days,
}: ValuesOf<typeof ONESPAN_SERVER>): OneSpanServerConfig['virtualAuthenticator'] {
  return method === 'off' ? null : { method, keyword, delivery, limits: { uses: uses ?? null, days: days ?? null } };
}
