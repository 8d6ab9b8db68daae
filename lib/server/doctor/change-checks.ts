import { GatewayError } from '../../activation/gateway-error';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { requestChange } from '../../gateways/onespan-server/accounts/onespan-server-passwords';
import { askToAuthenticate, challengeKeyOf } from '../../gateways/onespan-server/accounts/auth-user';
import { requestText } from '../../gateways/onespan-server/accounts/onespan-server-virtual-authenticator';
import { requestClockRepair } from '../../gateways/onespan-server/devices/onespan-server-hardware';
import { requestPinChange } from '../../gateways/onespan-server/accounts/onespan-server-pins';
import {
  describeStatus,
  isAuthenticationRefusal,
  isNotFound,
  isSuccess,
  type Status,
} from '../../gateways/onespan-server/soap/outcome';
import type { SoapClient } from '../../gateways/onespan-server/soap/soap-client';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, warning, type Check, type Finding } from './finding';

type ChangeSettings = Pick<
  OneSpanServerConfig,
  | 'passwordChange'
  | 'pinChange'
  | 'virtualAuthenticator'
  | 'learnsPasswords'
  | 'selfRegistration'
  | 'registrationComponentType'
  | 'hardware'
  | 'componentType'
>;

/** Whether what people do with passwords, PINs and hardware works as the settings say: tried for a person who is not there, so nothing changes. */
export function changeChecks(
  soap: SoapClient,
  {
    passwordChange,
    pinChange,
    virtualAuthenticator,
    learnsPasswords,
    selfRegistration,
    registrationComponentType,
    hardware: { assignment, clockFields },
    componentType,
  }: ChangeSettings,
  nobody: { userId: string; domain: string; password: string },
): Check[] {
  const passwords = { current: nobody.password, new: `${nobody.password}-new` };
  const pin = { current: null, new: '24680135', oneTimePassword: '000000' };
  const checks: Check[] = [];
  if (passwordChange)
    checks.push({
      name: 'password change',
      needs: 'answer',
      async run() {
        const settings = { componentType, ...passwordChange };
        try {
          const [command, status] = await requestChange(soap, settings, nobody, passwords);
          return changeFinding(command, status, PASSWORD_FIX);
        } catch (error) {
          if (!(error instanceof GatewayError) || error.code !== 'malformed-reply') throw error;
          return failed(
            `the server does not answer the command (${reasonOf(error)})`,
            'Set ONESPAN_PASSWORD_CHANGE to where the passwords are, or to off where this version cannot change them.',
          );
        }
      },
    });
  if (pinChange)
    checks.push({
      name: 'pin change',
      needs: 'answer',
      run: async () => {
        const { status } = await requestPinChange(soap, { componentType, ...pinChange }, nobody, pin);
        return changeFinding('authUser', status, PIN_FIX);
      },
    });
  if (virtualAuthenticator)
    checks.push({
      name: 'one-time passwords that are sent',
      needs: 'answer',
      async run() {
        const password = requestText(virtualAuthenticator, nobody.password);
        const asked = await askToAuthenticate(soap, { ...nobody, componentType, password });
        if (challengeKeyOf(asked) !== null)
          return failed('the server sends one to a person who is not there', OPEN_FIX);
        const answer = { ...nobody, componentType, password: '000000', challengeKey: '0000000000' };
        const { status } = await askToAuthenticate(soap, answer);
        return changeFinding('authUser', status, VIRTUAL_FIX);
      },
    });
  if (learnsPasswords)
    checks.push({
      name: 'password synchronisation',
      needs: 'answer',
      async run() {
        const password = `${nobody.password}000000`;
        const { status } = await askToAuthenticate(soap, { ...nobody, componentType, password });
        return changeFinding('authUser', status, SYNC_FIX);
      },
    });
  if (selfRegistration === 'on')
    checks.push({
      name: 'self-registration',
      needs: 'answer',
      async run() {
        const { status } = await askToAuthenticate(soap, { ...nobody, componentType: registrationComponentType });
        return changeFinding('authUser', status, REGISTRATION_FIX);
      },
    });
  if (assignment?.by === 'login')
    checks.push({
      name: 'self-assignment',
      needs: 'answer',
      async run() {
        const password = `${NO_DEVICE}${assignment.separator}${nobody.password}000000`;
        const { status } = await askToAuthenticate(soap, { ...nobody, componentType, password });
        return changeFinding('authUser', status, ASSIGNMENT_FIX);
      },
    });
  if (clockFields)
    checks.push({
      name: 'clock repair',
      needs: 'answer',
      async run() {
        const settings = { componentType, clockFields };
        const { status } = await requestClockRepair(soap, settings, nobody, NO_DEVICE, ['000000', '000001']);
        return changeFinding('syncTokenAndHost', status, CLOCK_FIX);
      },
    });
  return checks;
}

/** A serial number that no device has. */
const NO_DEVICE = '0000000000';

const OPEN_FIX = 'Give the client component a policy with local or back-end authentication.';

const VIRTUAL_FIX =
  'Look whether the component’s policy has a request method for virtual authenticators, and set ONESPAN_VIRTUAL_REQUEST to it, or to off where this version takes no answer to a challenge.';

const REGISTRATION_FIX =
  'Register the component of ONESPAN_REGISTRATION_COMPONENT at this machine’s address, with a policy that has back-end authentication and Dynamic User Registration.';

const SYNC_FIX =
  'Give the component’s policy back-end authentication and Password Autolearn, or take ONESPAN_PASSWORD_SYNC away.';

const ASSIGNMENT_FIX =
  'Give the component’s policy self-assignment (Assignment Mode), or set ONESPAN_SELF_ASSIGNMENT to how your server assigns.';

const CLOCK_FIX =
  'Look up the attributes of syncTokenAndHost in your server’s WSDL, and set ONESPAN_CLOCK_FIELDS to them, or take ONESPAN_CLOCK_REPAIR away.';

const PASSWORD_FIX =
  'Look whether the component’s policy lets people change passwords, and try the other values of ONESPAN_PASSWORD_CHANGE and ONESPAN_PASSWORD_FIELDS.';

const PIN_FIX =
  'Look whether the component’s policy lets people change PINs, and try other values of ONESPAN_SEPARATE_PASSWORD_FORMAT.';

/** That a refusal from 1000 on is about the person is inferred (OneSpan §3.9). */
export function changeFinding(command: string, status: Status, fix: string): Finding {
  const answer = describeStatus(command, status);
  if (isSuccess(status))
    return failed(
      `it makes the change for a person who is not there (${answer})`,
      'Give the client component a policy with local or back-end authentication.',
    );
  if (isAuthenticationRefusal(status) || isNotFound(status))
    return ok(
      `${command}: the server judges the person, and not the command; whether its policy allows it shows with a real one`,
    );
  return warning(`the server refuses the command before it looks at the person (${answer})`, fix);
}
