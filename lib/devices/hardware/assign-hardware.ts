import { perPerson } from '../../accounts/sign-in/limits';
import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
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
    return held === 'none' ? assignment.assign(owner, request) : { kind: held };
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
  return withinBudgets(ports, owner, serialNumber, origin, () =>
    assignment.answer(owner, serialNumber, input.key, response),
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
  ask: () => Promise<AssignmentAnswer | { kind: 'held' | 'waiting' }>,
): Promise<Result<AssignmentOutcome, AssignmentRefusal>> {
  const { rateLimiter, audit } = ports;
  const passwords = [perPerson('gateway-password', owner), perPerson('gateway-passwords-a-day', owner)];
  const serials = [perPerson('hardware-serial-number', owner)];
  const context = ownContext(owner, origin);
  if (await rateLimiter.take([...serials, ...passwords])) return refuse('too-many-attempts');
  const answer = await ask();
  if (answer.kind === 'held' || answer.kind === 'waiting') {
    await rateLimiter.giveBack([...serials, ...passwords]);
    return refuse(answer.kind === 'held' ? 'has-hardware-already' : 'assignment-waiting');
  }
  if (answer.kind === 'refused') {
    await audit.append({ type: 'hardware-assignment-refused', serialNumber, ...context });
    return refuse('assignment-refused');
  }
  await rateLimiter.giveBack(passwords);
  switch (answer.kind) {
    case 'challenge':
      return accept({ ...answer, serialNumber });
    case 'unconfirmed':
      await audit.append({ type: 'hardware-assignment-pending', serialNumber, ...context });
      return refuse('assignment-unconfirmed');
    case 'proved': {
      const sent = await sendCommand(ports, owner, serialNumber);
      if (sent !== 'done') return sent === 'waiting' ? accept({ kind: 'sent-for-approval' }) : refuse(sent);
      break;
    }
    case 'assigned':
  }
  await audit.append({ type: 'hardware-assigned', instanceId: serialNumber, ...context });
  return accept({ kind: 'assigned' });
}

/** @returns `assignment-refused` where somebody else waits for this one */
async function sendCommand(
  { pendingOperations }: HardwarePorts,
  owner: UserKey,
  serialNumber: string,
): Promise<'done' | 'waiting' | 'assignment-refused'> {
  if (!pendingOperations) throw new TypeError('a command that may wait has nowhere to be written down');
  const sent = await requestOperation(pendingOperations, {
    kind: 'assignment',
    owner,
    instanceId: serialNumber,
    deviceName: serialNumber,
    requestedBy: owner.userId,
    snapshot: async () => '',
  });
  return sent.ok ? sent.value : 'assignment-refused';
}
