import { perPerson } from '../../accounts/sign-in/limits';
import { ownContext } from '../../audit/audit-context';
import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { actAtGateway } from '../acts/act-at-gateway';
import type { Holdings } from '../authenticator-directory';
import { requestOperation } from '../pending/request-operation';
import type { AssignmentAnswer, HardwareChallenge, HardwarePorts } from './hardware-ports';

export type AssignmentInput = {
  /** As on the back of the device, with or without dashes. */
  serialNumber: string;
  password: string;
  response: string;
  newPin: string;
  newPinAgain: string;
};

/** Errors of the fields, at least one. */
type FieldErrors = { serialNumber?: 'serial-number-invalid'; newPin?: 'pin-rejected'; newPinAgain?: 'pins-differ' };

export type AssignmentRefusal =
  | 'not-offered'
  | 'has-hardware-already'
  | 'assignment-waiting'
  | 'too-many-attempts'
  | 'assignment-refused'
  | 'assignment-unconfirmed';

/** What came of it, where it was not refused. */
export type AssignmentOutcome =
  | { kind: 'assigned' | 'sent-for-approval' }
  | { kind: 'challenge'; challenge: HardwareChallenge; serialNumber: string };

/** The vendor's field takes at most 8 (OneSpan §6.3). */
const PIN = /^\d{1,8}$/;

/**
 * Makes a hardware authenticator a signed-in person's own. The gateway compares the password with the assignment itself.
 * A serial number counts against the day's budget whatever becomes of it, or one could try whose is whose.
 * @throws GatewayError
 */
export async function assignHardware(
  ports: HardwarePorts,
  owner: UserKey,
  input: AssignmentInput,
  origin: RequestOrigin,
): Promise<Result<AssignmentOutcome, AssignmentRefusal> | { ok: false; refusal: FieldErrors }> {
  const { assignment } = ports.hardware;
  if (!assignment) return refuse('not-offered');
  const serialNumber = parseSerialNumber(input.serialNumber);
  if (serialNumber === null) return wrong({ serialNumber: 'serial-number-invalid' });
  if (input.newPin !== input.newPinAgain) return wrong({ newPinAgain: 'pins-differ' });
  if (input.newPin !== '' && !PIN.test(input.newPin)) return wrong({ newPin: 'pin-rejected' });
  const { response, password } = input;
  const request = {
    serialNumber,
    password,
    response: response.replaceAll(/\s/g, ''),
    newPin: input.newPin === '' ? null : input.newPin,
  };
  return withinBudgets(ports, owner, serialNumber, origin, async () => {
    const held = hardwareIn(await ports.directory.holdings(owner));
    return held === 'none' ? () => assignment.assign(owner, request) : held;
  });
}

/** Finishes an assignment of a device that wants a challenge. @param input.key of the challenge @throws GatewayError */
export async function answerAssignment(
  ports: HardwarePorts,
  owner: UserKey,
  input: { serialNumber: string; key: string; response: string },
  origin: RequestOrigin,
): Promise<Result<AssignmentOutcome, AssignmentRefusal>> {
  const { assignment } = ports.hardware;
  const serialNumber = parseSerialNumber(input.serialNumber);
  if (!assignment || serialNumber === null) return refuse('not-offered');
  const response = input.response.replaceAll(/\s/g, '');
  return withinBudgets(
    ports,
    owner,
    serialNumber,
    origin,
    async () => () => assignment.answer(owner, serialNumber, input.key, response),
  );
}

/** Whether somebody has a hardware authenticator, or waits for one: people have one each. */
export function hardwareIn({
  others,
  requests = [],
}: Pick<Holdings, 'others' | 'requests'>): 'held' | 'waiting' | 'none' {
  if (others.some(({ kind }) => kind === 'hardware')) return 'held';
  return requests.some(({ state }) => state === 'waiting') ? 'waiting' : 'none';
}

function wrong(refusal: FieldErrors): { ok: false; refusal: FieldErrors } {
  return { ok: false, refusal };
}

/** Three letters or digits and seven digits (OneSpan §7.5); null for anything else. */
export function parseSerialNumber(typed: string): string | null {
  const text = typed.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();
  return /^[A-Z0-9]{3}\d{7}$/.test(text) ? text : null;
}

async function withinBudgets(
  ports: HardwarePorts,
  owner: UserKey,
  serialNumber: string,
  origin: RequestOrigin,
  check: () => Promise<'held' | 'waiting' | (() => Promise<AssignmentAnswer>)>,
): Promise<Result<AssignmentOutcome, AssignmentRefusal>> {
  const { rateLimiter } = ports;
  const passwords = [perPerson('gateway-password', owner), perPerson('gateway-passwords-a-day', owner)];
  const serials = [perPerson('hardware-serial-number', owner)];
  const context = ownContext(owner, origin);
  if (await rateLimiter.take([...serials, ...passwords])) return refuse('too-many-attempts');
  const ask = await check();
  if (typeof ask === 'string') {
    await rateLimiter.giveBack([...serials, ...passwords]);
    return refuse(ask === 'held' ? 'has-hardware-already' : 'assignment-waiting');
  }
  const assigned = { type: 'hardware-assigned', instanceId: serialNumber, ...context } as const;
  const ends: Partial<Record<AssignmentAnswer['kind'], AuditEvent>> = {
    assigned,
    refused: { type: 'hardware-assignment-refused', serialNumber, ...context },
    unconfirmed: { type: 'hardware-assignment-pending', serialNumber, ...context },
  };
  const { userId, domain } = owner;
  const act = { userId, domain, instanceId: serialNumber, deed: { kind: 'assignment' }, event: assigned } as const;
  const answer = await actAtGateway(ports, act, ask, ({ kind }) => (ends[kind] ? [ends[kind]] : []));
  if (!answer) throw new TypeError('an assignment that releases no hold was refused for one');
  if (answer.kind === 'refused') return refuse('assignment-refused');
  await rateLimiter.giveBack(passwords);
  switch (answer.kind) {
    case 'challenge':
      return accept({ ...answer, serialNumber });
    case 'unconfirmed':
      return refuse('assignment-unconfirmed');
    case 'proved': {
      const sent = await sendCommand(ports, owner, serialNumber, assigned);
      if (sent !== 'done') return sent === 'waiting' ? accept({ kind: 'sent-for-approval' }) : refuse(sent);
      break;
    }
    case 'assigned':
  }
  return accept({ kind: 'assigned' });
}

/** @returns `assignment-refused` where somebody else waits for this one */
async function sendCommand(
  { pendingOperations }: HardwarePorts,
  owner: UserKey,
  serialNumber: string,
  event: AuditEvent,
): Promise<'done' | 'waiting' | 'assignment-refused'> {
  if (!pendingOperations) throw new TypeError('a command that may wait has nowhere to be written down');
  const sent = await requestOperation(pendingOperations, {
    kind: 'assignment',
    owner,
    instanceId: serialNumber,
    deviceName: serialNumber,
    requestedBy: owner.userId,
    event,
    snapshot: async () => '',
  });
  return sent.ok ? sent.value : 'assignment-refused';
}
