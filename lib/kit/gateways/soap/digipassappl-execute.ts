import type { AuthenticationServer } from '../state/authentication-server';
import type { InstanceRecord } from '../state/digipass-records';
import { refused, type Outcome } from './command';
import { APPLICATION_NAMES, TOKEN_APPLICATION } from './digipass-commands';
import { executeCommand, type Execution } from './execute-command';

/**
 * `digipassapplExecute` (OneSpan §4.3), as far as a website needs it. TEST_OTP's status says only that the call ran; the
 * result code "0" is for a valid one-time password, other codes are not published.
 */
export const digipassapplExecute = executeCommand('Administration', {
  DIGIPASSAPPLCMD_TEST_OTP: orOfToken(
    onApplication(['DIGIPASSAPPLFLD_RESPONSE'], async ({ serialNumber }, server, valueOf) => {
      const verdict = await server.gateway.testOneTimePassword(serialNumber, valueOf('DIGIPASSAPPLFLD_RESPONSE'));
      const isValid = verdict.ok && server.records.isUsable(serialNumber);
      if (isValid) server.records.noteAuthentication(serialNumber);
      return { status: 'STAT_SUCCESS', attributes: { DIGIPASSAPPLFLD_RESULT_CODE: isValid ? '0' : '1' } };
    }),
  ),
  DIGIPASSAPPLCMD_RESET_APPL: onApplication([], () => ({ status: 'STAT_SUCCESS' })),
  DIGIPASSAPPLCMD_RESET_ERROR_COUNT: onApplication([], () => ({ status: 'STAT_SUCCESS' })),
});

/** A hardware authenticator's response, without its server PIN, also of one that nobody has yet (ours). */
function orOfToken(execution: Execution): Execution {
  return {
    ...execution,
    async run(server, valueOf, fields) {
      const token = server.hardware.find(valueOf('DIGIPASSAPPLFLD_SERNO'));
      if (!token || valueOf('DIGIPASSAPPLFLD_APPL_NAME') !== TOKEN_APPLICATION)
        return execution.run(server, valueOf, fields);
      const isValid = await server.hardware.accept(token, valueOf('DIGIPASSAPPLFLD_RESPONSE'));
      return { status: 'STAT_SUCCESS', attributes: { DIGIPASSAPPLFLD_RESULT_CODE: isValid ? '0' : '1' } };
    },
  };
}

function onApplication(
  required: string[],
  act: (
    record: InstanceRecord,
    server: AuthenticationServer,
    valueOf: (name: string) => string,
  ) => Outcome | Promise<Outcome>,
): Execution {
  return {
    required: ['DIGIPASSAPPLFLD_SERNO', 'DIGIPASSAPPLFLD_APPL_NAME', ...required],
    async run(server, valueOf) {
      const record = server.records.find(valueOf('DIGIPASSAPPLFLD_SERNO'));
      const hasApplication = APPLICATION_NAMES.includes(valueOf('DIGIPASSAPPLFLD_APPL_NAME'));
      if (record?.kind !== 'instance' || record.isDeactivated || !hasApplication)
        return refused('STAT_NOT_FOUND', 'The DIGIPASS application was not found');
      return act(record, server, valueOf);
    },
  };
}
