import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import { end, followOperation, noteWaiting, SENDING_MS, type PendingOperationPorts } from './follow-operation';
import { generatePendingOperationId, type NewPendingOperation, type PendingOperation } from './pending-operation';

/**
 * @property event recorded where the command does not have to wait
 * @property snapshot reads what the command will be about; null when there is no such device
 */
export type OperationRequest = Pick<NewPendingOperation, 'kind' | 'instanceId' | 'deviceName' | 'requestedBy'> & {
  owner: UserKey;
  event: AuditEvent;
  snapshot: () => Promise<string | null>;
};

/**
 * Sends a command that may wait for a second administrator. It is written down before it is sent, so that it is sent once: by
 * two presses, by two processes, and when a process dies before it knows the answer. What is done is recorded.
 * @returns `waiting` also for one that was sent before; `taken` where another command about the device, or of the person, is open
 * @throws GatewayError
 */
export async function requestOperation(
  ports: PendingOperationPorts,
  request: OperationRequest,
): Promise<Result<'done' | 'waiting', 'not-found' | 'taken'>> {
  const open = await ports.operations.findOpen(request.instanceId);
  if (open && !isSame(open, request)) return refuse('taken');
  const now = open && (await settled(ports, open));
  if (now?.endedAt === null) return accept('waiting');
  return now?.state === 'done' ? accept('done') : send(ports, request);
}

/** A command whose fate is not known is looked at, once no call can be under way any more. */
async function settled(ports: PendingOperationPorts, operation: PendingOperation): Promise<PendingOperation | null> {
  const age = ports.clock.now().getTime() - operation.requestedAt.getTime();
  return operation.state === 'sent' && age >= SENDING_MS ? followOperation(ports, operation) : operation;
}

async function send(
  ports: PendingOperationPorts,
  request: OperationRequest,
): Promise<Result<'done' | 'waiting', 'not-found' | 'taken'>> {
  const { operations, commands, clock, random } = ports;
  const snapshot = await request.snapshot();
  if (snapshot === null) return refuse('not-found');
  const { kind, instanceId, deviceName, requestedBy } = request;
  const { userId, domain } = request.owner;
  const now = clock.now();
  const operation: PendingOperation = {
    id: generatePendingOperationId(random),
    version: 1,
    kind,
    userId,
    domain,
    instanceId,
    deviceName,
    requestedBy,
    snapshot,
    requestedAt: now,
    state: 'sent',
    reference: null,
    lookAt: new Date(now.getTime() + SENDING_MS),
    endedAt: null,
  };
  if (!(await operations.open(operation)).ok) {
    const other = await operations.findOpen(instanceId);
    return other && isSame(other, request) ? accept('waiting') : refuse('taken');
  }
  const sent = await commands[kind].send(operation, null);
  if (sent.state === 'done') {
    await end(ports, operation, 'done', request.event);
    await operations.discard(operation.id);
    return accept('done');
  }
  await noteWaiting(ports, { ...operation, reference: sent.reference });
  return accept('waiting');
}

function isSame({ kind, userId, domain }: PendingOperation, request: OperationRequest): boolean {
  return kind === request.kind && userId === request.owner.userId && domain === request.owner.domain;
}
