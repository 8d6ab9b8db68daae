import { GatewayError } from '../activation/gateway-error';
import type { OneSpanServerConfig } from '../config/sections/onespan-server-config';
import { requestChange } from '../gateways/onespan-server/accounts/onespan-server-passwords';
import { requestPinChange } from '../gateways/onespan-server/accounts/onespan-server-pins';
import {
  describeStatus,
  isAuthenticationRefusal,
  isNotFound,
  isSuccess,
  type Status,
} from '../gateways/onespan-server/soap/outcome';
import type { SoapClient } from '../gateways/onespan-server/soap/soap-client';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, warning, type Check, type Finding } from './finding';

/** Whether passwords and PINs can be changed as the settings say: tried for a person who is not there, so nothing changes. */
export function changeChecks(
  soap: SoapClient,
  {
    passwordChange,
    pinChange,
    componentType,
  }: Pick<OneSpanServerConfig, 'passwordChange' | 'pinChange' | 'componentType'>,
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
  return checks;
}

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
    return ok(`${command}: the server judges the person, and not the command`);
  return warning(`the server refuses the command before it looks at the person (${answer})`, fix);
}
