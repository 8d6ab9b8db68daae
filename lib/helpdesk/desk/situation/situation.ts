import type { AuditEvent } from '../../../audit/audit-event';
import type { AuditRecord } from '../../../audit/audit-record';
import { CURRENT_STATES, type InvitationState } from '../../invitations/invitation';
import { DAY } from '../../../shared/time/duration';
import type { CaseSummary } from '../cases/open-cases';
import type { HelpdeskDevice, HelpdeskUser } from '../read-user';

/** The one thing about a person that an agent has to know first. Moments are ISO 8601. */
export type Situation =
  /** They have reported a lost phone, and may be the one who calls. @property locked names of what that has locked */
  | { code: 'lost-phone'; reference: string; openedAt: string; locked: readonly string[] }
  | { code: 'frozen' }
  | { code: 'disabled' }
  | { code: 'devices-unknown' }
  | { code: 'invitation'; state: OpenInvitationState; invitationId: string }
  /** Somebody else has activated it, the person says. */
  | ({ code: 'reported' } & OfDevice)
  | { code: 'activating' }
  | { code: 'no-device'; hasFailed: boolean }
  | { code: 'all-locked'; count: number }
  /** @property count wrong codes or numbers in the last 24 hours */
  | ({ code: 'wrong-codes'; count: number } & OfDevice)
  | { code: 'wrong-passwords'; count: number }
  | ({ code: 'some-locked' } & OfDevice)
  | ({ code: 'never-used' } & OfDevice)
  | ({ code: 'long-unused' } & OfDevice)
  | { code: 'fine'; count: number };

type OfDevice = { device: string; activatedAt: string | null };

export type OpenInvitationState = (typeof CURRENT_STATES)[number];

/** What there is to do first. @property device what the check goes to, by name */
export type Step =
  | { code: 'unfreeze' }
  | { code: 'follow-invitation'; invitationId: string }
  | { code: 'wait' }
  | { code: 'check-phone'; device: string }
  | { code: 'send-activation' };

/** One slip is nobody's trouble. */
const TELLING_COUNT = 2;

const LONG_UNUSED_MS = 60 * DAY;

/** Days for a new device to be used first. */
const UNUSED_AT_FIRST_MS = 2 * DAY;

export type Judged = Pick<HelpdeskUser, 'user' | 'devices' | 'invitations' | 'pending' | 'timeline'> & {
  isFrozen: boolean;
  /** Their open case; null for none. */
  openCase: Pick<CaseSummary, 'about' | 'reference' | 'openedAt' | 'locked'> | null;
};

/** Says from what is recorded what is wrong: what stops the person altogether first, then what has gone wrong lately. */
export function judgeSituation(person: Judged, now: Date): Situation {
  const { user, devices, invitations, pending, timeline } = person;
  if (person.isFrozen) return { code: 'frozen' };
  if (user.bar === 'disabled') return { code: 'disabled' };
  const open = invitations.find(isOpen);
  if (open) return { code: 'invitation', state: open.state, invitationId: open.id };
  if (person.openCase?.about === 'lost-phone') {
    const { reference, openedAt, locked } = person.openCase;
    return { code: 'lost-phone', reference, openedAt, locked };
  }
  if (devices === null) return { code: 'devices-unknown' };
  const reported = devices.instances.find(({ causes }) => causes.includes('reported'));
  if (reported) return { code: 'reported', ...named(reported) };
  if (pending?.state === 'scanned' || pending?.state === 'verified' || pending?.state === 'linked')
    return { code: 'activating' };
  const lately = timeline.filter(({ at }) => now.getTime() - at.getTime() < DAY);
  const { instances } = devices;
  if (instances.length === 0) return { code: 'no-device', hasFailed: lately.some(isFailedActivation) };
  const working = instances.filter(({ state }) => state === 'active');
  if (working.length === 0) return { code: 'all-locked', count: instances.length };
  const wrong = mostWrong(working, lately);
  if (wrong) return { code: 'wrong-codes', count: wrong.count, ...named(wrong.device) };
  const passwords = lately.filter(({ event }) => isWrongPassword(event)).length;
  if (passwords >= TELLING_COUNT) return { code: 'wrong-passwords', count: passwords };
  const locked = instances.find(({ state }) => state === 'locked');
  if (locked) return { code: 'some-locked', ...named(locked) };
  const [only, second] = working;
  if (only && !second && isUnusedFor(only, UNUSED_AT_FIRST_MS, now) && only.lastUsedAt === null)
    return { code: 'never-used', ...named(only) };
  if (only && !second && isUnusedFor(only, LONG_UNUSED_MS, now)) return { code: 'long-unused', ...named(only) };
  return { code: 'fine', count: working.length };
}

/**
 * The quickest step that is safe: a check on a phone that works, where the trouble does not need a new activation at
 * once; then that activation.
 * @param canCheckPhone whether the gateway sends checks to phones
 */
export function suggestStep(situation: Situation, { devices }: Pick<Judged, 'devices'>, canCheckPhone: boolean): Step {
  switch (situation.code) {
    case 'frozen':
      return { code: 'unfreeze' };
    case 'invitation':
      return { code: 'follow-invitation', invitationId: situation.invitationId };
    case 'disabled':
    case 'devices-unknown':
    case 'activating':
      return { code: 'wait' };
    case 'lost-phone':
    case 'no-device':
    case 'all-locked':
      return { code: 'send-activation' };
    case 'reported':
    case 'wrong-codes':
    case 'wrong-passwords':
    case 'some-locked':
    case 'never-used':
    case 'long-unused':
    case 'fine': {
      const doubted = 'device' in situation ? situation.device : null;
      const vouching = (devices?.instances ?? []).filter(
        ({ state, trustedFrom }) => state === 'active' && trustedFrom === undefined,
      );
      const phone = vouching.find(({ name }) => name !== doubted) ?? vouching[0];
      return canCheckPhone && phone ? { code: 'check-phone', device: phone.name } : { code: 'send-activation' };
    }
  }
}

function isOpen<Summary extends { state: InvitationState }>(
  one: Summary,
): one is Summary & { state: OpenInvitationState } {
  return (CURRENT_STATES as readonly InvitationState[]).includes(one.state);
}

function named({ name, activatedAt }: HelpdeskDevice): OfDevice {
  return { device: name, activatedAt: activatedAt?.toISOString() ?? null };
}

function isUnusedFor({ activatedAt, lastUsedAt }: HelpdeskDevice, periodMs: number, now: Date): boolean {
  const since = lastUsedAt ?? activatedAt;
  return lastUsedAt !== undefined && since !== undefined && now.getTime() - since.getTime() >= periodMs;
}

function mostWrong(
  devices: readonly HelpdeskDevice[],
  records: readonly AuditRecord[],
): { device: HelpdeskDevice; count: number } | null {
  const counted = devices.map((device) => ({
    device,
    count: records.filter(({ event }) => isWrongCode(event) && event.instanceId === device.instanceId).length,
  }));
  const [most] = counted.toSorted((left, right) => right.count - left.count);
  return most && most.count >= TELLING_COUNT ? most : null;
}

/** A one-time password that was wrong, or another number than the page showed. */
function isWrongCode(event: AuditEvent): event is AuditEvent & { instanceId: string } {
  const { type } = event;
  if (type === 'login-tested' || type === 'caller-device-tested') return event.outcome === 'wrong-password';
  return (
    (type === 'phone-sign-in-refused' || type === 'caller-not-confirmed' || type === 'phone-confirmation-refused') &&
    event.reason === 'wrong-number' &&
    event.instanceId !== null
  );
}

function isWrongPassword(event: AuditEvent): boolean {
  return event.type === 'sign-in-failed' && event.reason === 'invalid-credentials';
}

function isFailedActivation({ event }: AuditRecord): boolean {
  return event.type === 'activation-failed' || event.type === 'activation-expired';
}
