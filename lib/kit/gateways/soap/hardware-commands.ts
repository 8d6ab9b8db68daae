import { isFieldsRefusal, readFields } from './attribute-set';
import { refused, type AttributeCommand, type Outcome } from './command';
import { executeCommand } from './execute-command';
import { onlyChild, type XmlElement } from './xml-element';
import type { AuthenticationServer } from '../state/authentication-server';
import type { Account } from '../state/accounts';

/** `getChallenge` (OneSpan §4.5): a challenge that one types into a hardware device. */
export const getChallenge = command(['CREDFLD_SERIAL_NO'], async (server, account, valueOf) => {
  const token = server.hardware
    .listOf(account)
    .find(({ serialNumber }) => serialNumber === valueOf('CREDFLD_SERIAL_NO'));
  if (token?.kind !== 'challenge')
    return refused('STAT_DIGIPASS_NOT_AVAILABLE', 'No applicable authenticator was found');
  const { key, text } = server.hardware.challenge(token, account);
  return {
    status: 'STAT_SUCCESS',
    attributes: {
      CREDFLD_USERID: account.userId,
      CREDFLD_SERIAL_NO: token.serialNumber,
      CREDFLD_CHALLENGE_KEY: key,
      CREDFLD_CHALLENGE: text,
    },
  };
});

/** `syncTokenAndHost` (OneSpan §4.10): only its name is published. That it takes two responses in a row is ours. */
export const syncTokenAndHost = command(
  (server) => ['CREDFLD_SERIAL_NO', ...server.options.clockFields],
  async (server, account, valueOf) => {
    const token = server.hardware
      .listOf(account)
      .find(({ serialNumber }) => serialNumber === valueOf('CREDFLD_SERIAL_NO'));
    if (!token) return refused('STAT_NOT_FOUND', 'The DIGIPASS was not found');
    const [first, second] = server.options.clockFields;
    return (await server.hardware.synchronise(token, [valueOf(first), valueOf(second)]))
      ? { status: 'STAT_SUCCESS', attributes: { CREDFLD_USERID: account.userId } }
      : refused('STAT_INVCREDENTIALS', 'The responses do not belong together');
  },
);

/** `policyExecute` (OneSpan §4.3), of which the type limits alone are here. The name of the policy's field is inferred. */
export const policyExecute = executeCommand('Administration', {
  POLICYCMD_GET_EFFECTIVE_POLICY: {
    required: ['POLICYFLD_POLICY_ID'],
    run({ options }, valueOf) {
      const { policyName, typeLimits, typeLimitSeparator } = options;
      if (valueOf('POLICYFLD_POLICY_ID') !== policyName) return refused('STAT_NOT_FOUND', 'No such policy');
      const pairs = Object.entries(typeLimits).map((pair) => pair.join(typeLimitSeparator));
      return {
        status: 'STAT_SUCCESS',
        attributes: { POLICYFLD_POLICY_ID: policyName, POLICYFLD_DP_TYPE_LIMIT: pairs.join(',') || null },
      };
    },
  },
});

/** A command of authentication about a user's hardware device. */
function command(
  fieldsOf: readonly string[] | ((server: AuthenticationServer) => readonly string[]),
  act: (server: AuthenticationServer, account: Account, valueOf: (name: string) => string) => Promise<Outcome>,
): AttributeCommand {
  return {
    style: 'attributes',
    interface: 'Authentication',
    async run(server: AuthenticationServer, request: XmlElement) {
      const more = typeof fieldsOf === 'function' ? fieldsOf(server) : fieldsOf;
      const fields = readFields(
        onlyChild(request, 'credentialAttributeSet'),
        ['CREDFLD_COMPONENT_TYPE', 'CREDFLD_USERID', ...more],
        ['CREDFLD_DOMAIN'],
      );
      if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
      const valueOf = (name: string) => fields.get(name)?.value ?? '';
      if (!server.options.components[valueOf('CREDFLD_COMPONENT_TYPE')])
        return refused('STAT_COMPONENT', 'No such client component is registered');
      const account = server.accounts.find(valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN'));
      if (!account || account.isDisabled) return refused('STAT_NOT_FOUND', 'The user was not found');
      return act(server, account, valueOf);
    },
  };
}
