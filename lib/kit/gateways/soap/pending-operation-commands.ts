import type { AuthenticationServer } from '../state/authentication-server';
import type { DecisionRefusal, PendingOperation } from '../state/pending-operations';
import { refused, type AttributeCommand, type TypedCommand } from './command';
import { queryCommand } from './query-command';
import { callerOf, refuseWithoutSession } from './session-commands';
import { element, type Attributes } from './write-xml';
import { onlyChild, type XmlElement } from './xml-element';

/* Operations that wait for a second administrator (OneSpan §4.7). */

/** Shows one to anybody with a session: whether that takes a privilege is open. */
export const viewPendingOperation: AttributeCommand = {
  style: 'attributes',
  interface: 'Administration',
  async run(server, request) {
    const outside = refuseWithoutSession(server, request);
    if (outside) return outside;
    const operation = operationIn(server, request);
    return operation
      ? { status: 'STAT_SUCCESS', attributes: describe(operation) }
      : refused('STAT_NOT_FOUND', 'The pending operation was not found');
  },
};

export const queryPendingOperation = queryCommand(
  (server) => server.pendingOperations.list().map(describe),
  [
    'IDENTIFIER',
    'COMMAND',
    'CONTEXT',
    'SERIAL_NO',
    'MAKER_USERID',
    'MAKER_DOMAIN',
    'CHECKER_USERID',
    'CHECKER_DOMAIN',
  ].map((name) => `POFLD_${name}`),
);

export const approvePendingOperation = decision('Approved');
export const rejectPendingOperation = decision('Rejected');

/** Takes one back. That its maker may do so without a privilege is inferred. */
export const deletePendingOperation: TypedCommand = {
  style: 'typed',
  interface: 'Administration',
  async run(server, request) {
    const outside = refuseWithoutSession(server, request);
    if (outside) return outside;
    const operation = operationIn(server, request);
    if (!operation) return { status: 'STAT_NOT_FOUND', messages: ['The pending operation was not found'] };
    if (operation.maker !== callerOf(server, request))
      return { status: 'STAT_PERMISSION', messages: ['Only the maker may do this'] };
    server.pendingOperations.delete(operation.id);
    return { status: 'STAT_SUCCESS', result: element('pendingOperationID', operation.id) };
  },
};

const REFUSALS: Record<DecisionRefusal, string> = {
  'not-found': 'The pending operation was not found',
  'is-maker': 'The maker may not be the checker',
  'not-the-checker': 'Another administrator was named as the checker',
  decided: 'The pending operation has been decided',
};

function decision(status: 'Approved' | 'Rejected'): TypedCommand {
  return {
    style: 'typed',
    interface: 'Administration',
    async run(server, request) {
      const outside = refuseWithoutSession(server, request);
      if (outside) return outside;
      const [id, note] = ['pendingOperationID', 'note'].map((name) => onlyChild(request, name)?.text);
      if (id === undefined || note === undefined)
        return { status: 'STAT_MISSINGFLD', messages: ['pendingOperationID and note are mandatory'] };
      const refusal = await server.pendingOperations.decide(id, status, callerOf(server, request), note);
      if (refusal === 'not-found') return { status: 'STAT_NOT_FOUND', messages: [REFUSALS[refusal]] };
      if (refusal) return { status: 'STAT_PERMISSION', messages: [REFUSALS[refusal]] };
      return { status: 'STAT_SUCCESS', result: element('pendingOperationID', id) };
    },
  };
}

function operationIn(server: AuthenticationServer, request: XmlElement): PendingOperation | null {
  return server.pendingOperations.find(onlyChild(request, 'pendingOperationID')?.text ?? '');
}

/** That a status has a field, and its name, are inferred: the published list of fields breaks off before it. */
function describe({
  id,
  command,
  maker,
  checker,
  context,
  serialNumber,
  domain,
  ...operation
}: PendingOperation): Attributes {
  return {
    POFLD_IDENTIFIER: id,
    POFLD_AUTO_EXECUTE: operation.autoExecute !== null,
    POFLD_CHECKER_USERID: checker?.userId ?? null,
    POFLD_CHECKER_DOMAIN: checker?.domain ?? null,
    POFLD_COMMAND: command,
    POFLD_CONTEXT: context,
    POFLD_CREATE_TIME: operation.createdAt,
    POFLD_DOMAIN: domain,
    POFLD_MAKER_USERID: maker.userId,
    POFLD_MAKER_DOMAIN: maker.domain,
    POFLD_SERIAL_NO: serialNumber,
    POFLD_STATUS: operation.status,
    POFLD_NOTE: operation.note || null,
  };
}
