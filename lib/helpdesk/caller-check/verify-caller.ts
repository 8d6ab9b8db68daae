import { auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { perObject, perPerson } from '../../accounts/sign-in/limits';
import { requesterActor, requesterKey, type Requester } from '../../accounts/users/requester';
import type { User } from '../../accounts/users/user';
import type { AuthenticatorInstance } from '../../devices/authenticator-directory';
import { accept, refuse, type Result } from '../../shared/result';
import { endOfNumber } from '../../shared/phone-number';
import {
  assessCaller,
  mayVouch,
  type CallerAssessment,
  type CallerEvidence,
  type ComparedMethod,
} from './caller-assessment';
import { takeNotes, type CallerNote, type NoteRefusal } from './caller-notes';
import { callableNumbers } from './check-contacts';
import { findConfirmed, spendAnswer } from './manager/spend-answer';
import type { ManagerRequestId } from '../../shared/identifiers/manager-request-id';
import {
  type CallerRequestKey,
  callerRequestIdOf,
  type CallerRequestId,
} from '../../shared/identifiers/caller-request-id';
import { deviceMethods, usableMethods } from './device-methods';
import type { CallerCheckPorts } from './caller-check-ports';
import type { ReissueReason } from './reissue-reason';
import { isProtected } from '../../accounts/users/staff';
import { answeringDevices, type PhoneOwner } from '../../accounts/phone-sign-in/phone-challenge-gateway';

type Compared = CallerEvidence & { method: ComparedMethod };

/** An approved challenge that is not redeemed yet. */
type CallerConfirmation = { id: CallerRequestId; owner: PhoneOwner };

/** What the agent chose and typed, or another system sent. */
export type TypedChecks = {
  /** Kept for whoever approves, and counts nothing. */
  notes: readonly CallerNote[];
  /** The number on record that the agent called back on; null for none. */
  numberCalled: string | null;
  /** The question that the caller's manager confirmed, see `requestManagerAnswer`; null for none. */
  managerRequest: ManagerRequestId | null;
  /** What the caller read out from another device; null if not asked for. */
  oneTimePassword: { instanceId: string; digits: string } | null;
  /** The challenge that the caller's phone approved, see `challengeCaller`; null for none. */
  loginRequest: CallerRequestKey | null;
};

type DeviceRefusal = 'device-may-not-vouch' | 'check-not-offered';

/** Of checks that a system sends. */
export type SystemCheckRefusal = NoteRefusal | DeviceRefusal | 'one-time-password-wrong' | 'too-many-attempts';

export type CallerRefusal =
  | SystemCheckRefusal
  | 'caller-check-insufficient'
  | 'number-not-on-record'
  | 'manager-not-confirmed'
  | 'caller-not-confirmed'
  | 'phone-answered-too-often';

/** @property devices the caller's */
export type CheckedFor = {
  reason: ReissueReason;
  oldInstanceId: string | null;
  devices: readonly AuthenticatorInstance[];
};

export type VerifiedCaller = CallerAssessment & { evidence: CallerEvidence[] };

/**
 * Verifies the checks that an agent made. What can be used once is spent last, so that another refusal does not cost it.
 * @param about.isAlone whether the agent goes on without a second person, which takes enough checks
 */
export async function verifyCaller(
  ports: CallerCheckPorts,
  { agent, caller }: { agent: Requester; caller: User },
  about: CheckedFor & { isAlone: boolean },
  { notes, numberCalled, managerRequest, oneTimePassword, loginRequest }: TypedChecks,
  origin: RequestOrigin,
): Promise<Result<VerifiedCaller, CallerRefusal>> {
  const result = takeNotes(notes);
  if (!result.ok) return result;
  const compareds: Compared[] = [];
  const contacts = await ports.contacts.contactsOf(caller);
  const now = ports.clock.now();
  if (numberCalled !== null) {
    const recordedNumber = callableNumbers(contacts, now).find(({ number }) => number === numberCalled);
    if (!recordedNumber) return refuse('number-not-on-record');
    compareds.push({ method: 'call-back', detail: endOfNumber(recordedNumber.number) });
  }
  const answer = managerRequest && (await findConfirmed(ports, { agent, caller, contacts }, managerRequest));
  if (managerRequest && !answer) return refuse('manager-not-confirmed');
  if (answer) compareds.push({ method: 'manager', detail: answer.managerUserId });
  const vouching = about.devices.filter((device) => mayVouch(device, about));
  const device = deviceReadFrom(ports, vouching, oneTimePassword);
  if (!device.ok) return device;
  compareds.push(...device.value);
  const confirmation = loginRequest && (await findConfirmation(ports, agent, loginRequest));
  if (loginRequest && !confirmation) return refuse('caller-not-confirmed');
  if (confirmation) {
    // Another user's device does not vouch, even if it approved the challenge.
    const answering = answeringDevices(confirmation.owner);
    if (!answering.every((instanceId) => isAmong(vouching, instanceId))) return refuse('device-may-not-vouch');
    compareds.push({ method: 'login-request', detail: confirmation.owner.instanceId });
  }
  const assessment = assess(ports, caller, about.reason, vouching, compareds);
  if (about.isAlone && !assessment.isEnough) return refuse('caller-check-insufficient');
  const spent =
    (oneTimePassword && (await testCallersDevice(ports, { agent, caller }, oneTimePassword, origin))) ||
    (confirmation && (await spendConfirmation(ports, agent, confirmation, origin))) ||
    (answer && (await spendAnswer(ports, answer)));
  return spent ? refuse(spent) : accept({ ...assessment, evidence: [...compareds, ...result.value] });
}

/** Verifies what a system sends: notes, which count nothing, and a one-time password, which the gateway compares. */
export async function verifySystemChecks(
  ports: CallerCheckPorts,
  { agent, caller }: { agent: Requester; caller: User },
  about: CheckedFor,
  { notes, oneTimePassword }: Pick<TypedChecks, 'notes' | 'oneTimePassword'>,
  origin: RequestOrigin,
): Promise<Result<VerifiedCaller, SystemCheckRefusal>> {
  const result = takeNotes(notes);
  if (!result.ok) return result;
  const vouching = about.devices.filter((device) => mayVouch(device, about));
  const outcome = deviceReadFrom(ports, vouching, oneTimePassword);
  if (!outcome.ok) return outcome;
  const assessment = assess(ports, caller, about.reason, vouching, outcome.value);
  const spent = oneTimePassword && (await testCallersDevice(ports, { agent, caller }, oneTimePassword, origin));
  return spent ? refuse(spent) : accept({ ...assessment, evidence: [...outcome.value, ...result.value] });
}

function isAmong(devices: readonly AuthenticatorInstance[], named: string): boolean {
  return devices.some(({ instanceId }) => instanceId === named);
}

/** The device that the caller read a one-time password from, if it counts; none if nothing was read. */
function deviceReadFrom(
  ports: CallerCheckPorts,
  vouching: readonly AuthenticatorInstance[],
  oneTimePassword: TypedChecks['oneTimePassword'],
): Result<Compared[], DeviceRefusal> {
  if (!oneTimePassword) return accept([]);
  if (deviceMethods(ports)['one-time-password'] !== true) return refuse('check-not-offered');
  if (!isAmong(vouching, oneTimePassword.instanceId)) return refuse('device-may-not-vouch');
  return accept([{ method: 'one-time-password', detail: oneTimePassword.instanceId }]);
}

function assess(
  ports: CallerCheckPorts,
  caller: User,
  reason: ReissueReason,
  vouching: readonly AuthenticatorInstance[],
  compareds: readonly Compared[],
): CallerAssessment {
  return assessCaller(
    compareds.map(({ method }) => method),
    { reason, isProtected: isProtected(caller), usable: usableMethods(deviceMethods(ports), vouching.length > 0) },
  );
}

/** @returns a refusal; null if the password is valid */
async function testCallersDevice(
  { directory, rateLimiter, audit }: CallerCheckPorts,
  { agent, caller }: { agent: Requester; caller: User },
  { instanceId, digits }: { instanceId: string; digits: string },
  origin: RequestOrigin,
): Promise<'one-time-password-wrong' | 'too-many-attempts' | null> {
  if (await rateLimiter.take([perObject('callers-one-time-password', instanceId)])) return 'too-many-attempts';
  const verdict = await directory.testOneTimePassword(instanceId, digits.replaceAll(/\s/g, ''));
  const outcome = verdict.ok ? 'valid' : verdict.refusal.code;
  const context = auditContext(requesterActor(agent), caller, origin);
  await audit.append({ type: 'caller-device-tested', instanceId, outcome, ...context });
  return verdict.ok ? null : 'one-time-password-wrong';
}

/** Finds the agent's approved challenge without redeeming it. @returns null if there is none */
async function findConfirmation(
  { phones }: Pick<CallerCheckPorts, 'phones'>,
  agent: Requester,
  key: CallerRequestKey,
): Promise<CallerConfirmation | null> {
  const id = await callerRequestIdOf(key, requesterKey(agent));
  const challenge = await phones?.observe(id);
  return challenge?.state === 'approved' && challenge.reader ? { id, owner: challenge.reader } : null;
}

/** Redeems the challenge, once and only while the device is usable. @returns a refusal; null on success */
async function spendConfirmation(
  { phones, rateLimiter, audit }: Pick<CallerCheckPorts, 'phones' | 'rateLimiter' | 'audit'>,
  agent: Requester,
  { id, owner }: CallerConfirmation,
  origin: RequestOrigin,
): Promise<'caller-not-confirmed' | 'phone-answered-too-often' | null> {
  const answers = perPerson('caller-answer', owner);
  if (await rateLimiter.take([answers])) return 'phone-answered-too-often';
  const redeemed = await phones?.redeem(id);
  if (!redeemed?.ok) return 'caller-not-confirmed';
  await rateLimiter.reset([answers, perPerson('caller-request', owner)]);
  const { instanceId } = redeemed.value;
  const context = auditContext(requesterActor(agent), redeemed.value, origin);
  await audit.append({ type: 'caller-confirmed', requestId: id, instanceId, ...context });
  return null;
}
