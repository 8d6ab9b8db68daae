import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import { DAY } from '../../shared/time/duration';
import {
  delegateDirectory,
  type AuthenticatorDirectory,
  type AuthenticatorInstance,
  type RemovalRequest,
} from '../authenticator-directory';
import { followOperation, noteWaiting, SENDING_MS, type PendingOperationPorts } from './follow-operation';
import { generatePendingOperationId, type PendingOperation, type RefusedState } from './pending-operation';

/** How long a device's page says that its removal was refused. */
const REFUSAL_SHOWN_MS = 7 * DAY;

/**
 * Removals by people and agents at a gateway where they may wait for a second administrator. One is written down before it is
 * sent, so that it is sent once: by two presses, by two processes, and when a process dies before it knows the answer.
 * A removal for safety stops the device at once, and is left to the gateway's own directory.
 */
export function pendingDirectory(
  directory: AuthenticatorDirectory,
  ports: PendingOperationPorts,
): AuthenticatorDirectory {
  const describe = async (owner: UserKey, instances: AuthenticatorInstance[]) => {
    if (instances.length === 0) return instances;
    const since = new Date(ports.clock.now().getTime() - REFUSAL_SHOWN_MS);
    const operations = await ports.operations.listOf(owner, since);
    return instances.map((instance) => {
      const operation = operations.find(({ instanceId }) => instanceId === instance.instanceId);
      const removal = operation && shown(operation);
      return removal ? Object.assign(instance, { removal }) : instance;
    });
  };
  return delegateDirectory(directory, {
    list: async (owner) => describe(owner, await directory.list(owner)),
    async holdings(owner) {
      const held = await directory.holdings(owner);
      return { ...held, instances: await describe(owner, held.instances) };
    },
    async removeOnRequest(instanceId: string, request: RemovalRequest) {
      const open = await ports.operations.findOpen(instanceId);
      const now = open && (await settled(ports, open));
      if (now?.endedAt === null) return refuse('awaiting-approval');
      return now?.state === 'done' ? accept(null) : send(ports, instanceId, request);
    },
  });
}

/** A command whose fate is not known is looked at, once no call can be under way any more. */
async function settled(ports: PendingOperationPorts, operation: PendingOperation): Promise<PendingOperation | null> {
  const age = ports.clock.now().getTime() - operation.requestedAt.getTime();
  return operation.state === 'sent' && age >= SENDING_MS ? followOperation(ports, operation, true) : operation;
}

async function send(
  { operations, gateway, names, clock, random }: PendingOperationPorts,
  instanceId: string,
  { owner: { userId, domain }, name: deviceName, by: requestedBy }: RemovalRequest,
): Promise<Result<null, 'not-found' | 'awaiting-approval'>> {
  const snapshot = await gateway.prepare({ userId, domain }, instanceId);
  if (snapshot === null) return refuse('not-found');
  const now = clock.now();
  const operation: PendingOperation = {
    id: generatePendingOperationId(random),
    version: 1,
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
  if (!(await operations.open(operation)).ok) return refuse('awaiting-approval');
  const sent = await gateway.send(operation, null);
  if (sent.state === 'done') {
    await names?.forget(instanceId);
    await operations.discard(operation.id);
    return accept(null);
  }
  await noteWaiting({ operations, clock }, { ...operation, reference: sent.reference });
  return refuse('awaiting-approval');
}

/** What a page says of it; nothing of one that is done. */
function shown({ state, reference, requestedAt, endedAt }: PendingOperation): AuthenticatorInstance['removal'] {
  if (state === 'done') return undefined;
  const isOpen = state === 'sent' || state === 'waiting';
  return isOpen
    ? { state: 'waiting', reference, since: requestedAt }
    : { state: state satisfies RefusedState, reference, since: endedAt ?? requestedAt };
}
