import { authenticate } from '../state/authenticate';
import type { AuthenticationServer } from '../state/authentication-server';
import { refused, type Outcome } from './command';
import { REFUSALS } from './dsapp-srp-register';
import { executeCommand, type Execution } from './execute-command';

/**
 * `provisioningExecute` (OneSpan §4.2): multi-device licensing step by step, for activations without a network. What
 * goes in is documented; of what comes out PROVFLD_ACTIVATION_MESSAGE and PROVFLD_SERNO are inferred.
 */
export const provisioningExecute = executeCommand('Provisioning', {
  PROVISIONCMD_MDL_REGISTER: forComponent(
    ['PROVFLD_USERID', 'PROVFLD_STATIC_PASSWORD'],
    ['PROVFLD_DOMAIN', 'PROVFLD_ACTIVATION_TYPE'],
    async (server, valueOf) => {
      if (!['', '0', '1'].includes(valueOf('PROVFLD_ACTIVATION_TYPE')))
        return refused('STAT_INVDATA', 'Invalid activation type');
      const account = server.accounts.find(valueOf('PROVFLD_USERID'), valueOf('PROVFLD_DOMAIN'));
      const verdict = await authenticate(server, account, valueOf('PROVFLD_STATIC_PASSWORD'));
      if (!verdict.ok) return refused(verdict.status, 'Authentication failed');
      if (!account || verdict.statusMessage !== null) return refused('STAT_INVCREDENTIALS', 'Authentication failed');
      const registered = await server.registerOffline(account);
      if (!registered.ok) return refused(REFUSALS[registered.refusal].status, REFUSALS[registered.refusal].words);
      const { registrationIdentifier, activationMessage1, serialNumber } = registered.value;
      return {
        status: 'STAT_SUCCESS',
        attributes: {
          PROVFLD_USERID: account.userId,
          PROVFLD_DOMAIN: account.domain,
          PROVFLD_SERNO: serialNumber,
          PROVFLD_REGISTRATIONID: registrationIdentifier,
          PROVFLD_ACTIVATION_MESSAGE: activationMessage1,
        },
      };
    },
  ),
  PROVISIONCMD_MDL_ADD_DEVICE: forComponent(
    ['PROVFLD_REGISTRATIONID', 'PROVFLD_DEVICE_CODE'],
    [],
    async (server, valueOf) => {
      const [registrationIdentifier, deviceCode] = [valueOf('PROVFLD_REGISTRATIONID'), valueOf('PROVFLD_DEVICE_CODE')];
      const result = await server.gateway.addOfflineDevice({ registrationIdentifier, deviceCode });
      if (!result.ok) return refused('STAT_NOT_FOUND', 'The registration could not be continued');
      const { activationMessage2 } = result.value;
      return { status: 'STAT_SUCCESS', attributes: { PROVFLD_ACTIVATION_MESSAGE: activationMessage2 } };
    },
  ),
  PROVISIONCMD_MDL_ACTIVATE: forComponent(
    ['PROVFLD_REGISTRATIONID', 'PROVFLD_SIGNATURE'],
    [],
    async (server, valueOf) => {
      const [registrationIdentifier, signature] = [valueOf('PROVFLD_REGISTRATIONID'), valueOf('PROVFLD_SIGNATURE')];
      const activated = await server.gateway.activateOffline({ registrationIdentifier, signature });
      if (!activated.ok) return refused('STAT_NOT_FOUND', 'The registration could not be finished');
      const { instanceId } = activated.value;
      const owner = server.records.find(instanceId)?.owner;
      return {
        status: 'STAT_SUCCESS',
        attributes: {
          PROVFLD_USERID: owner?.userId ?? '',
          PROVFLD_DOMAIN: owner?.domain ?? '',
          PROVFLD_SERNO: instanceId,
        },
      };
    },
  ),
});

function forComponent(
  required: string[],
  optional: string[],
  run: (server: AuthenticationServer, valueOf: (name: string) => string) => Promise<Outcome>,
): Execution {
  return {
    required: ['PROVFLD_COMPONENT_TYPE', ...required],
    optional,
    run: async (server, valueOf) =>
      server.options.components[valueOf('PROVFLD_COMPONENT_TYPE')]
        ? run(server, valueOf)
        : refused('STAT_COMPONENT', 'No such client component is registered'),
  };
}
