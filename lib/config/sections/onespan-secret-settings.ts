import { z } from 'zod';
import { onOrOff, wholeNumber } from '../environment/kinds';
import { setting, type ValuesOf } from '../environment/setting';

/** What people of OneSpan Authentication Server do about the secrets that they sign in with. */
export type SecretSettings = {
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
  /** Whether the server learns a password that was changed in the directory behind it. */
  learnsPasswords: boolean;
  /** Whether a right login unlocks an account that wrong ones have locked. */
  unlocksByLogin: boolean;
};

/** One-time passwords that the server sends (OneSpan §4.10). @property method the policy's, of those that take the password */
type VirtualConfig = {
  method: 'Password' | 'KeywordPassword' | 'PasswordKeyword';
  keyword: string;
  delivery: 'sms' | 'mail' | 'voice';
  limits: { uses: number | null; days: number | null };
};

/** Passwords, PINs, one-time passwords that are sent, and accounts that people make, at OneSpan Authentication Server. */
export const ONESPAN_SECRETS = {
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
};

export function secretSettingsFrom(
  environment: ValuesOf<{ title: string; settings: typeof ONESPAN_SECRETS }>,
): SecretSettings {
  const { ONESPAN_PASSWORD_CHANGE: keptBy, ONESPAN_PASSWORD_FIELDS: fields } = environment;
  return {
    passwordChange: keptBy === 'off' ? null : { keptBy, fields },
    pinChange: environment.ONESPAN_PIN_CHANGE === 1 ? { format: environment.ONESPAN_SEPARATE_PASSWORD_FORMAT } : null,
    virtualAuthenticator: virtualAuthenticatorFrom(environment),
    selfRegistration: environment.ONESPAN_SELF_REGISTRATION,
    learnsPasswords: environment.ONESPAN_PASSWORD_SYNC === 1,
    unlocksByLogin: environment.ONESPAN_AUTO_UNLOCK === 1,
  };
}

function virtualAuthenticatorFrom({
  ONESPAN_VIRTUAL_REQUEST: method,
  ONESPAN_VIRTUAL_KEYWORD: keyword,
  ONESPAN_VIRTUAL_DELIVERY: delivery,
  ONESPAN_VIRTUAL_USES: uses,
  ONESPAN_VIRTUAL_DAYS: days,
}: ValuesOf<{ title: string; settings: typeof ONESPAN_SECRETS }>): VirtualConfig | null {
  return method === 'off' ? null : { method, keyword, delivery, limits: { uses: uses ?? null, days: days ?? null } };
}
