import { z } from 'zod';
import { SECOND } from '../../shared/time/duration';
import { wholeNumber } from '../environment/kinds';
import { setting, type ValuesOf } from '../environment/setting';

/** What has to be sent as the password so that the phone is asked by push, as the vendor names it (OneSpan §4.5). */
const PUSH_REQUEST_METHODS = ['KeywordOnly', 'Password', 'KeywordPassword', 'PasswordKeyword', 'None'] as const;

/** How phones of OneSpan Authentication Server are asked (OneSpan §4.5). */
export type PhoneSettings = {
  /** Null where nothing is pushed. @property keyword empty where the method has none */
  push: { method: Exclude<(typeof PUSH_REQUEST_METHODS)[number], 'None'>; keyword: string } | null;
  /**
   * Null where no image is shown.
   * @property authenticationType by which the server is told that the phone reads an image
   * @property passwordFormat that goes with it
   */
  scan: { image: 'cronto' | 'qr'; authenticationType: string; passwordFormat: number } | null;
  /** Whether the policy's request method has the person's static password, which is then asked for. */
  wantsPassword: boolean;
  /** The policy's authentication timeout. */
  timeLimitMs: number;
  /** Calls of all processes that may wait at once. */
  maximumCalls: number;
};

export const ONESPAN_PHONES = {
  ONESPAN_PUSH_KEYWORD: setting(z.string().max(16, 'needs at most 16 characters'), {
    unset: 'phones are not asked',
    meaning:
      'request keyword of the policy: people sign in, confirm and prove a call by a push to their phone. Not needed with the request method `Password`',
    shown: String,
    example: 'push',
    source: 'Policies > Push Notification (oas-was-csh-ux)',
  }),
  ONESPAN_PUSH_REQUEST_METHOD: setting(
    z.enum(PUSH_REQUEST_METHODS, { error: `must be one of ${PUSH_REQUEST_METHODS.join(', ')}` }),
    {
      default: 'KeywordOnly',
      meaning:
        'request method of the policy: `KeywordOnly`, `Password`, `KeywordPassword` or `PasswordKeyword`; `None` pushes nothing. Where it has the password, people type their static password with each request, it is never kept, and the helpdesk cannot ask a caller’s phone',
      shown: String,
      example: 'KeywordPassword',
      source: 'Policies > Push Notification (oas-was-csh-ux)',
    },
  ),
  ONESPAN_SCAN: setting(z.enum(['off', 'cronto', 'qr'], { error: 'must be "off", "cronto" or "qr"' }), {
    default: 'off',
    meaning:
      'the image that phones scan to sign in (Authentication Server 3.27, Mobile Authenticator Studio 5): `cronto`, by your renderer of Cronto images, or `qr`, of which nobody publishes whether the vendor’s app takes it for that; `off` for none',
    shown: String,
    example: 'cronto',
    source: '"Scan and login" (oas-pg, dpgw-ig)',
  }),
  ONESPAN_SCAN_AUTHENTICATION_TYPE: setting(z.string().max(64, 'needs at most 64 characters'), {
    default: 'SCAN',
    meaning:
      'what `authUser` is told as authentication type (`CREDFLD_AUTH_TYPE`) to wait for a phone that scans; no value is published, the default is that of signing, and `npm run doctor` tries it',
    shown: String,
    source: 'inferred; "Signature validation using scan and sign" (oas-fullsdk-pg)',
  }),
  ONESPAN_SCAN_PASSWORD_FORMAT: setting(wholeNumber(0, 255), {
    default: 0,
    meaning: 'password format (`CREDFLD_PASSWORD_FORMAT`) that goes with it; a guess, which `npm run doctor` tries',
    shown: String,
    source: 'inferred; "authUser command" (oas-fullsdk-soapref)',
  }),
  ONESPAN_PUSH_SECONDS: setting(wholeNumber(10, 300), {
    default: 60,
    meaning:
      'how long a push or an image may be answered: the policy’s authentication timeout, which has to be no longer than the challenge cache keeps one (60 s); proxies in between have to wait 10 s longer',
    shown: String,
    source: 'Policies > Push Notification; Servers > Global Configuration > Cache (oas-was-csh-ux)',
  }),
  ONESPAN_PUSH_CALLS: setting(wholeNumber(1, 1_000), {
    default: 50,
    meaning: 'how many calls may wait for phones at once, of all processes together',
    shown: String,
    source: 'Tessera’s own',
  }),
};

type PhoneValues = ValuesOf<{ title: string; settings: typeof ONESPAN_PHONES }>;

/** Problems of these variables together. @param variables as set, by name */
export function phoneProblems(variables: Record<string, unknown>): string[] {
  const problems: string[] = [];
  const method = variables['ONESPAN_PUSH_REQUEST_METHOD'];
  if ((method === 'KeywordPassword' || method === 'PasswordKeyword') && variables['ONESPAN_PUSH_KEYWORD'] === undefined)
    problems.push(`ONESPAN_PUSH_KEYWORD is needed with ONESPAN_PUSH_REQUEST_METHOD=${method}`);
  if (variables['ONESPAN_SCAN'] === 'cronto' && variables['TESSERA_CRONTO_RENDERER_URL'] === undefined)
    problems.push('TESSERA_CRONTO_RENDERER_URL is needed with ONESPAN_SCAN=cronto');
  return problems;
}

export function phonesFrom(environment: PhoneValues): PhoneSettings | null {
  const method = environment.ONESPAN_PUSH_REQUEST_METHOD;
  const keyword = environment.ONESPAN_PUSH_KEYWORD;
  const isPushed = method === 'Password' || (method !== 'None' && keyword !== undefined);
  const push = isPushed ? { method, keyword: keyword ?? '' } : null;
  const { ONESPAN_SCAN: image } = environment;
  const scan =
    image === 'off'
      ? null
      : {
          image,
          authenticationType: environment.ONESPAN_SCAN_AUTHENTICATION_TYPE,
          passwordFormat: environment.ONESPAN_SCAN_PASSWORD_FORMAT,
        };
  if (!push && !scan) return null;
  return {
    push,
    scan,
    // The vendor's page for trying it asks for the password too; that it goes by the same request method is inferred.
    wantsPassword: method !== 'KeywordOnly' && method !== 'None',
    timeLimitMs: environment.ONESPAN_PUSH_SECONDS * SECOND,
    maximumCalls: environment.ONESPAN_PUSH_CALLS,
  };
}
