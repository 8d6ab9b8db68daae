import { z } from 'zod';
import { onOrOff } from '../environment/kinds';
import { setting, type ValuesOf } from '../environment/setting';

/** Authenticators that are no app on a phone. */
export type HardwareSettings = {
  /**
   * How people make one theirs; null where they do not.
   * @property by the password of a login, or a command of administration
   * @property separator behind the serial number in that password
   */
  assignment: { by: 'login' | 'administration'; separator: string } | null;
  /** Whether people try them out. */
  isTested: boolean;
  /** Fields of two responses by which a clock is repaired; null where none is. */
  clockFields: readonly [first: string, second: string] | null;
  /** Types of virtual ones; may end in an asterisk. */
  virtualTypes: string[];
};

/** Authenticators that are no phones, and limits on types, at OneSpan Authentication Server. */
export const ONESPAN_HARDWARE = {
  ONESPAN_POLICY: setting(z.string().min(1).max(80), {
    unset: 'a limit is learned when it is met',
    meaning:
      'name of the component’s policy, so that pages say how many devices of a type people may have (`POLICYFLD_DP_TYPE_LIMIT`) before they begin; the service user needs View Policy, whose name is a guess',
    shown: String,
    example: 'Self-Management Policy',
    source: '"policyExecute command" (oas-fullsdk-soapref)',
  }),
  ONESPAN_SELF_ASSIGNMENT: setting(
    z.enum(['off', 'login', 'administration'], { error: 'must be "off", "login" or "administration"' }),
    {
      default: 'off',
      meaning:
        'how people make a hardware authenticator theirs by its serial number: `login`, by the joined password of the policy’s self-assignment, or `administration`, by `DIGIPASSCMD_ASSIGN` after a test of its code, for which the service user needs Assign DIGIPASS; `off` for not at all',
      shown: String,
      example: 'login',
      source: '"Set up for self-assignment" (uws-ag); an older guide; "digipassExecute command"',
    },
  ),
  ONESPAN_SERIAL_SEPARATOR: setting(z.string().max(8, 'needs at most 8 characters'), {
    default: '',
    meaning: 'the policy’s Serial No. Separator, behind the serial number in the joined password; empty for none',
    shown: (separator) => separator || 'none',
    example: '|',
    source: '"Set up for self-assignment" (uws-ag)',
  }),
  ONESPAN_HARDWARE_TEST: setting(onOrOff(), {
    default: 0,
    meaning:
      '`1` lets people try out their hardware authenticators: by `TEST_OTP`, and those that answer challenges by `getChallenge` and `authUser`, where a wrong response counts as a wrong login',
    shown: String,
    example: '1',
    source: '"getChallenge command" (oas-fullsdk-soapref)',
  }),
  ONESPAN_CLOCK_REPAIR: setting(onOrOff(), {
    default: 0,
    meaning: '`1` lets people repair the clock of a hardware authenticator with two codes in a row',
    shown: String,
    example: '1',
    source: 'syncTokenAndHost, since 3.22 (oas-fullsdk)',
  }),
  ONESPAN_CLOCK_FIELDS: setting(
    z.string().regex(/^CREDFLD_[A-Z0-9_]{1,64},CREDFLD_[A-Z0-9_]{1,64}$/, 'needs two names like CREDFLD_DP_RESPONSE'),
    {
      default: 'CREDFLD_DP_RESPONSE,CREDFLD_DP_RESPONSE2',
      meaning:
        'attributes of `syncTokenAndHost` for the two codes; its fields are published nowhere, so the default is a guess, which `npm run doctor` tries',
      shown: String,
      source: 'not published; your server’s WSDL has it',
    },
  ),
  ONESPAN_VIRTUAL_TYPES: setting(z.string().max(200), {
    default: 'VIR*,VDP*',
    meaning:
      'types of virtual authenticators, whose codes the server sends, separated by commas; each may end in `*`. How they are told from hardware is published nowhere',
    shown: String,
    example: 'VIR10',
    source: 'inferred; the DIGIPASS types of your server',
  }),
};

export function hardwareSettingsFrom(
  environment: ValuesOf<{ title: string; settings: typeof ONESPAN_HARDWARE }>,
): HardwareSettings {
  const { ONESPAN_SELF_ASSIGNMENT: by, ONESPAN_SERIAL_SEPARATOR: separator } = environment;
  const [first = '', second = ''] = environment.ONESPAN_CLOCK_FIELDS.split(',');
  return {
    assignment: by === 'off' ? null : { by, separator },
    isTested: environment.ONESPAN_HARDWARE_TEST === 1,
    clockFields: environment.ONESPAN_CLOCK_REPAIR === 1 ? [first, second] : null,
    virtualTypes: environment.ONESPAN_VIRTUAL_TYPES.split(',').flatMap((type) => type.trim() || []),
  };
}
