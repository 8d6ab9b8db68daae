import { authenticate } from '../state/authenticate';
import type { AuthenticationServer } from '../state/authentication-server';
import { isFieldsRefusal, readFields } from './attribute-set';
import { refused, type Outcome } from './command';
import type { XmlElement } from './xml-element';

/**
 * A change of the server PIN by `authUser` (OneSpan §4.10): with a one-time password, and the current PIN unless there is
 * none. The statuses of what a policy or its rules refuse are ours.
 */
export async function changePin(server: AuthenticationServer, set: XmlElement | null): Promise<Outcome> {
  const fields = readFields(
    set,
    [
      'CREDFLD_USERID',
      'CREDFLD_COMPONENT_TYPE',
      'CREDFLD_PASSWORD_FORMAT',
      'CREDFLD_DP_RESPONSE',
      'CREDFLD_NEW_PIN',
      'CREDFLD_CONFIRM_NEW_PIN',
    ],
    ['CREDFLD_DOMAIN', 'CREDFLD_CURRENT_PIN'],
  );
  if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
  const valueOf = (name: string) => fields.get(name)?.value ?? '';
  const { components, serverPins } = server.options;
  if (!components[valueOf('CREDFLD_COMPONENT_TYPE')])
    return refused('STAT_COMPONENT', 'No such client component is registered');
  if (!serverPins.mayChange) return refused('STAT_PERMISSION', 'The policy does not allow to change PINs');
  const account = server.accounts.find(valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN'));
  // A PIN where there is none is wrong, too; a static password is no one-time password, whatever the policy takes.
  const typed = valueOf('CREDFLD_CURRENT_PIN') + valueOf('CREDFLD_DP_RESPONSE');
  const verdict = await authenticate(server, account, typed);
  if (!verdict.ok) return refused(verdict.status, 'Authentication failed');
  if (!account || verdict.serialNumber === null) return refused('STAT_INVCREDENTIALS', 'Authentication failed');
  const changed = valueOf('CREDFLD_NEW_PIN');
  if (changed !== valueOf('CREDFLD_CONFIRM_NEW_PIN')) return refused('STAT_INVDATA', 'The new PINs differ');
  if (!/^\d{1,8}$/.test(changed) || changed.length < serverPins.minimumLength)
    return refused('STAT_PIN_RULES', 'The PIN is too short');
  account.serverPin = changed;
  return {
    status: 'STAT_SUCCESS',
    attributes: {
      CREDFLD_USERID: account.userId,
      CREDFLD_DOMAIN: account.domain,
      CREDFLD_SERIAL_NO: verdict.serialNumber,
    },
  };
}
