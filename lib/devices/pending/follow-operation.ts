import type { FreezeLookup } from '../../accounts/freeze/freeze';
import { auditContext, noRequest, systemContext, userActor } from '../../audit/audit-context';
import type { AuditContext, AuditEvent } from '../../audit/audit-event';
import type { Clock } from '../../shared/time/clock';
import type { Random } from '../../shared/random';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/duration';
import { deviceInRecord } from '../authenticator-directory';
import type { DeviceNames } from '../name-keeping-directory';
import type {
  OperationKind,
  PendingCommands,
  PendingOperation,
  PendingOperationStore,
  RefusedState,
} from './pending-operation';

export type PendingOperationPorts = {
  operations: PendingOperationStore;
  commands: PendingCommands;
  /** Null where the gateway keeps them. */
  names: Pick<DeviceNames, 'forget'> | null;
  freezes: FreezeLookup;
  clock: Clock;
  random: Random;
};

/** A command that nobody has approved by then is given up. How long a gateway keeps one is not known. */
export const WAITING_LIFETIME_MS = 30 * DAY;

/** Longer than a call to the gateway may take, so that none is under way. */
export const SENDING_MS = 30 * SECOND;

/** Who looks has so long before another process does. */
const LEASE_MS = 2 * MINUTE;

/** When the gateway is asked the next time: within a minute at first, and every quarter of an hour after a day. */
export function nextLook({ requestedAt }: Pick<PendingOperation, 'requestedAt'>, now: Date): Date {
  const age = now.getTime() - requestedAt.getTime();
  const pause = age < HOUR ? MINUTE : age < DAY ? 5 * MINUTE : 15 * MINUTE;
  return new Date(now.getTime() + pause);
}

/**
 * Asks the gateway what has become of a command, repeats it once it is approved, and saves that. Does nothing while another
 * process does the same. An account that is frozen is given no authenticator.
 * @returns as it is now; null when the gateway never had it
 * @throws GatewayError when the gateway fails; it is asked again later
 */
export async function followOperation(
  ports: PendingOperationPorts,
  operation: PendingOperation,
): Promise<PendingOperation | null> {
  const { operations, commands, clock } = ports;
  const gateway = commands[operation.kind];
  const now = clock.now();
  if (!(await operations.claim(operation, new Date(now.getTime() + LEASE_MS)))) return operation;
  const { state, reference: seen } = await gateway.look(operation);
  const reference = seen ?? operation.reference;
  const current = { ...operation, reference };
  if (state === 'not-sent') {
    await operations.discard(operation.id);
    return null;
  }
  const isOpen = state === 'waiting' || state === 'approved' || state === 'unreadable';
  if (isOpen && operation.kind === 'assignment' && (await ports.freezes.isFrozen(operation))) {
    if (reference !== null) await gateway.withdraw(reference);
    return end(ports, current, 'withdrawn');
  }
  if (state === 'approved' || (state === 'unreadable' && reference !== null)) {
    const sent = await gateway.send(current, reference);
    return sent.state === 'done' ? end(ports, current, 'done') : goOn(ports, current);
  }
  if (isOpen) return goOn(ports, current);
  // What nobody needs any more is not left to be approved.
  if ((state === 'changed' || state === 'done') && reference !== null) await gateway.withdraw(reference);
  return end(ports, current, state);
}

/** The gateway has the command, and it waits. */
export async function noteWaiting(
  { operations, clock }: Pick<PendingOperationPorts, 'operations' | 'clock'>,
  operation: PendingOperation,
): Promise<PendingOperation> {
  const { version, state, userId, domain, requestedBy, id } = operation;
  const now = clock.now();
  const isNew = state === 'sent';
  const waiting = { ...operation, version: version + 1, state: 'waiting', lookAt: nextLook(operation, now) } as const;
  const context = auditContext(userActor({ userId: requestedBy }), { userId, domain }, noRequest(id));
  const event = RECORDS[operation.kind].waiting(operation, context);
  await operations.save(waiting, { events: isNew ? [event] : [], messages: [] });
  return waiting;
}

async function goOn(ports: PendingOperationPorts, operation: PendingOperation): Promise<PendingOperation> {
  const { commands, clock } = ports;
  if (clock.now().getTime() - operation.requestedAt.getTime() < WAITING_LIFETIME_MS)
    return noteWaiting(ports, operation);
  if (operation.reference !== null) await commands[operation.kind].withdraw(operation.reference);
  return end(ports, operation, 'expired');
}

/** The person is told by the notices of these events. @param event of its end, where whoever asked for it is there */
export async function end(
  { operations, names, clock }: Pick<PendingOperationPorts, 'operations' | 'names' | 'clock'>,
  operation: PendingOperation,
  state: 'done' | RefusedState,
  event = eventOf(operation, state),
): Promise<PendingOperation> {
  const ended = { ...operation, version: operation.version + 1, state, endedAt: clock.now() } as const;
  // Before the row is done: the licence may become somebody else's, with a device of the same identifier.
  if (state === 'done' && operation.kind === 'removal') await names?.forget(operation.instanceId);
  await operations.save(ended, { events: [event], messages: [] });
  return ended;
}

function eventOf(operation: PendingOperation, state: 'done' | RefusedState): AuditEvent {
  const { id, kind, userId, domain, requestedBy } = operation;
  const owner = { userId, domain };
  if (state !== 'done') return RECORDS[kind].refused(operation, state, systemContext(owner, id));
  return RECORDS[kind].done(operation, auditContext(userActor({ userId: requestedBy }), owner, noRequest(id)));
}

type Records = {
  waiting: (operation: PendingOperation, context: AuditContext) => AuditEvent;
  refused: (operation: PendingOperation, outcome: RefusedState, context: AuditContext) => AuditEvent;
  done: (operation: PendingOperation, context: AuditContext) => AuditEvent;
};

/** What is recorded of a command. */
const RECORDS: Record<OperationKind, Records> = {
  removal: {
    waiting: ({ reference, ...operation }, context) => ({
      type: 'removal-sent-for-approval',
      ...deviceOf(operation),
      reference,
      ...context,
    }),
    refused: ({ reference, ...operation }, outcome, context) => ({
      type: 'removal-not-approved',
      ...deviceOf(operation),
      reference,
      outcome,
      ...context,
    }),
    done: (operation, context) =>
      operation.requestedBy === operation.userId
        ? { type: 'authenticator-removed', ...deviceOf(operation), name: operation.deviceName, ...context }
        : { type: 'device-removed-by-helpdesk', ...deviceOf(operation), requestId: null, ...context },
  },
  assignment: {
    waiting: ({ instanceId: serialNumber, reference }, context) => ({
      type: 'hardware-assignment-pending',
      serialNumber,
      ...(reference !== null && { reference }),
      ...context,
    }),
    refused: ({ instanceId: serialNumber, reference }, outcome, context) => ({
      type: 'hardware-assignment-not-approved',
      serialNumber,
      reference,
      outcome,
      ...context,
    }),
    done: ({ instanceId }, context) => ({ type: 'hardware-assigned', instanceId, ...context }),
  },
};

function deviceOf({ instanceId, deviceName }: Pick<PendingOperation, 'instanceId' | 'deviceName'>) {
  return deviceInRecord({ instanceId, name: deviceName });
}
