import type { AuthenticationServer } from '../state/authentication-server';
import { isFieldsRefusal, readFields, type Fields } from './attribute-set';
import { refused, type AttributeCommand, type Outcome } from './command';
import { executeOrWait, makerCheckerFields } from './maker-checker';
import { refuseWithoutSession } from './session-commands';
import { onlyChild } from './xml-element';

/** One value of `cmd`, with the attributes that it needs and takes besides. */
export type Execution = {
  required: readonly string[];
  optional?: readonly string[];
  run: (server: AuthenticationServer, valueOf: (name: string) => string, fields: Fields) => Promise<Outcome> | Outcome;
};

/** A command `…Execute` (OneSpan §4.1): `cmd` and an attribute set, in administration with a session. */
export function executeCommand(
  interfaceName: AttributeCommand['interface'],
  executions: Record<string, Execution>,
): AttributeCommand {
  return {
    style: 'attributes',
    interface: interfaceName,
    commands: Object.keys(executions),
    async run(server, request) {
      const outside = interfaceName === 'Administration' ? refuseWithoutSession(server, request) : null;
      if (outside) return outside;
      const cmd = onlyChild(request, 'cmd')?.text ?? '';
      const execution = executions[cmd];
      if (!execution) throw new TypeError('a command was let through that there is not');
      const optional = [...(execution.optional ?? []), ...makerCheckerFields(cmd)];
      const fields = readFields(onlyChild(request, 'attributeSet'), execution.required, optional);
      if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
      const execute = () => execution.run(server, (name) => fields.get(name)?.value ?? '', fields);
      return executeOrWait(server, request, cmd, fields, execute);
    },
  };
}
