import type { AuthenticationServer } from '../state/authentication-server';
import { MAKER_CHECKER_COMMANDS, type MakerCheckerCommand } from '../state/pending-operations';
import type { Fields } from './attribute-set';
import { refused, type Outcome } from './command';
import { callerOf } from './session-commands';
import type { XmlElement } from './xml-element';

/** What such a command may take besides its own (OneSpan §4.7). That they travel in its attribute set is inferred. */
const FIELDS = ['POFLD_IDENTIFIER', 'POFLD_AUTO_EXECUTE', 'POFLD_CHECKER_USERID', 'POFLD_CHECKER_DOMAIN'];

/** Attributes that a command takes because it may wait for a second administrator. */
export function makerCheckerFields(cmd: string): readonly string[] {
  return isMakerCheckerCommand(cmd) ? FIELDS : [];
}

/**
 * Executes a command, or makes an operation of it that waits for a second administrator (OneSpan §4.7). With the identifier
 * of an operation that was approved it is executed for the same maker and the same input alone; that it is then gone, and how
 * everything else is refused, is ours.
 */
export async function executeOrWait(
  server: AuthenticationServer,
  request: XmlElement,
  cmd: string,
  fields: Fields,
  execute: () => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  if (!isMakerCheckerCommand(cmd) || !server.options.makerChecker.includes(cmd)) return execute();
  const context = contextOf(fields);
  const id = fields.get('POFLD_IDENTIFIER')?.value;
  if (id === undefined) return addOperation(server, request, cmd, fields, { context, execute });
  const operation = server.pendingOperations.find(id);
  const isSame = operation?.command === cmd && operation.context === context;
  if (!isSame || operation.maker !== callerOf(server, request))
    return refused('STAT_INVDATA', 'There is no such pending operation');
  if (operation.status !== 'Approved') return refused('STAT_PENDING_OPERATION', 'The operation is not approved');
  const outcome = await execute();
  if (outcome.status === 'STAT_SUCCESS') server.pendingOperations.delete(id);
  return outcome;
}

function addOperation(
  server: AuthenticationServer,
  request: XmlElement,
  command: MakerCheckerCommand,
  fields: Fields,
  { context, execute }: { context: string; execute: () => Promise<Outcome> | Outcome },
): Outcome {
  const valueOf = (name: string) => fields.get(name)?.value;
  const serialNumber = valueOf('DIGIPASSFLD_SERNO') ?? null;
  // The object has to be there; whether a server looks for it before the approval is open.
  const isThere = serialNumber === null || server.records.find(serialNumber) || server.hardware.find(serialNumber);
  if (!isThere) return refused('STAT_NOT_FOUND', 'The DIGIPASS was not found');
  const userId = valueOf('POFLD_CHECKER_USERID');
  const operation = server.pendingOperations.add({
    command,
    maker: callerOf(server, request),
    checker: userId === undefined ? null : { userId, domain: valueOf('POFLD_CHECKER_DOMAIN') ?? '' },
    context,
    serialNumber,
    domain: valueOf('DIGIPASSFLD_DOMAIN') ?? valueOf('USERFLD_DOMAIN') ?? server.accounts.defaultDomain,
    createdAt: server.options.clock.now(),
    autoExecute: valueOf('POFLD_AUTO_EXECUTE') === 'true' ? async () => execute() : null,
  });
  const attributes = { POFLD_IDENTIFIER: operation.id };
  switch (server.options.pendingReply) {
    case 'identifier':
      return { status: 'STAT_SUCCESS', attributes };
    case 'silent':
      return { status: 'STAT_SUCCESS' };
    case 'status':
      return { status: 'STAT_PENDING_OPERATION', attributes, messages: ['The operation has to be approved'] };
  }
}

function isMakerCheckerCommand(cmd: string): cmd is MakerCheckerCommand {
  return MAKER_CHECKER_COMMANDS.some((one) => one === cmd);
}

/** The input without what is about the operation itself. */
function contextOf(fields: Fields): string {
  const own = [...fields].filter(([name]) => !FIELDS.includes(name)).map(([name, { value }]) => `${name}=${value}`);
  return JSON.stringify(own.toSorted((left, right) => (left < right ? -1 : 1)));
}
