import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse } from '../../shared/result';
import { DAY } from '../../shared/time/duration';
import {
  delegateDirectory,
  type AuthenticatorDirectory,
  type AuthenticatorInstance,
  type HardwareRequest,
  type RemovalRequest,
} from '../authenticator-directory';
import type { PendingOperationPorts } from './follow-operation';
import { progressOf, type OperationKind, type PendingOperation } from './pending-operation';
import { requestOperation } from './request-operation';

/** How long pages say that a command was refused. */
const REFUSAL_SHOWN_MS = 7 * DAY;

/**
 * The devices of a gateway whose commands may wait for a second administrator, with how those go that were sent. A removal
 * for safety stops the device at once, and is left to the gateway's own directory.
 */
export function pendingDirectory(
  directory: AuthenticatorDirectory,
  ports: PendingOperationPorts,
): AuthenticatorDirectory {
  const operationsOf = (owner: UserKey) =>
    ports.operations.listOf(owner, new Date(ports.clock.now().getTime() - REFUSAL_SHOWN_MS));
  return delegateDirectory(directory, {
    async list(owner) {
      const instances = await directory.list(owner);
      return instances.length === 0 ? instances : withRemovals(instances, await operationsOf(owner));
    },
    async holdings(owner) {
      const held = await directory.holdings(owner);
      const operations = await operationsOf(owner);
      const hasHardware = held.others.some(({ kind }) => kind === 'hardware');
      const requests = hasHardware ? [] : requestsIn(operations);
      return { ...held, instances: withRemovals(held.instances, operations), requests };
    },
    async removeOnRequest(instanceId: string, { owner, name: deviceName, by: requestedBy, event }: RemovalRequest) {
      const result = await requestOperation(ports, {
        kind: 'removal',
        owner,
        instanceId,
        deviceName,
        requestedBy,
        event,
        snapshot: () => ports.commands.removal.prepare(owner, instanceId),
      });
      if (!result.ok) return refuse('not-found');
      return result.value === 'done' ? accept(null) : refuse('awaiting-approval');
    },
  });
}

function withRemovals(instances: AuthenticatorInstance[], operations: PendingOperation[]): AuthenticatorInstance[] {
  const removals = newestOfEach(operations, 'removal');
  return instances.map((instance) => {
    const operation = removals.get(instance.instanceId);
    const removal = operation && progressOf(operation);
    return removal ? Object.assign(instance, { removal }) : instance;
  });
}

/** What waits, or else the latest refusal. */
function requestsIn(operations: PendingOperation[]): HardwareRequest[] {
  const requests = [...newestOfEach(operations, 'assignment').values()].flatMap((operation) => {
    const progress = progressOf(operation);
    return progress ? [{ serialNumber: operation.instanceId, ...progress }] : [];
  });
  const waiting = requests.find(({ state }) => state === 'waiting');
  return waiting ? [waiting] : requests.slice(0, 1);
}

/** @param operations newest first */
function newestOfEach(operations: PendingOperation[], kind: OperationKind): Map<string, PendingOperation> {
  const newest = new Map<string, PendingOperation>();
  for (const operation of operations)
    if (operation.kind === kind && !newest.has(operation.instanceId)) newest.set(operation.instanceId, operation);
  return newest;
}
