import type { Route } from 'next';
import type { AuditEvent, AuditEventType } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { SECOND } from '@/lib/shared/time/duration';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t } from '@/lib/language/t';
import { activityText } from './activity-text';
import type { Voice } from './voice';

/** One line of what happened. */
export type Activity = {
  id: number;
  /** ISO 8601. */
  at: string;
  text: string;
  /** Further facts, where there are any. */
  detail?: string;
  /** What it consisted of, oldest first, shown on demand. */
  steps?: readonly Pick<Activity, 'id' | 'at' | 'text'>[];
  /** Where to go if it was a stranger. */
  notMe?: Route;
};

/** What the log itself does not hold about an activation. @property browser that started it */
export type KnownActivation = { deviceName: string | null; browser: string | null };

/** Steps of one activation; it is told in one line. */
const OF_ACTIVATION: ReadonlySet<AuditEventType> = new Set([
  'activation-requested',
  'recovery-code-used',
  'activation-issued',
  'image-viewed',
  'activation-scanned',
  'activation-verified',
  'device-code-accepted',
  'activation-code-refused',
  'activation-linked',
  'activation-active',
  'activation-expired',
  'activation-cancelled',
  'activation-superseded',
  'activation-failed',
  'invitation-used',
]);

/** What a stranger could have done. */
const BY_ANYBODY: ReadonlySet<AuditEventType> = new Set([
  'sign-in-succeeded',
  'sign-in-failed',
  'attempts-refused',
  'step-up-failed',
  'proof-missing',
  'phone-confirmation-requested',
  'phone-confirmation-refused',
  'recovery-code-made',
  'recovery-code-refused',
  'one-time-passwords-guessed',
  'phone-sign-in-sent',
  'phone-sign-in-succeeded',
  'phone-sign-in-refused',
  'passkey-added',
  'passkey-removed',
  'passkey-sign-in-succeeded',
  'passkey-refused',
  'provider-sign-in-succeeded',
  'provider-bound',
  'password-changed',
  'password-turned-off',
  'password-turned-on',
  'authenticator-renamed',
  'authenticator-unlocked',
  'authenticator-removed',
  'replacement-started',
  'invited-session-opened',
]);

/** Said in the line of what it was given for. */
const IS_PROOF: ReadonlySet<AuditEventType> = new Set(['step-up-succeeded', 'proof-given']);

const NOT_ME: Route = '/profile/not-me';

/**
 * A person's records as they would tell them: an activation is one line, and so is a change with the password confirmed for it.
 * @param records newest first
 * @param activations what is known of them, by their IDs
 */
export function activityStory(
  records: readonly AuditRecord[],
  activations: ReadonlyMap<string, KnownActivation>,
  voice: Voice,
): Activity[] {
  const chapters = new Map<string, AuditRecord[]>();
  for (const record of records) {
    const key = chapterOf(record, records);
    chapters.set(key, [...(chapters.get(key) ?? []), record]);
  }
  return [...chapters.values()].map((chapter) => lineOf(chapter.toReversed(), activations, voice));
}

function chapterOf({ sequenceNumber, event }: AuditRecord, records: readonly AuditRecord[]): string {
  const activationId = activationOf(event);
  if (activationId !== null) return activationId;
  if (!IS_PROOF.has(event.type)) return String(sequenceNumber);
  const reason = records.find(
    (other) => other.event.correlationId === event.correlationId && !IS_PROOF.has(other.event.type),
  );
  return reason ? chapterOf(reason, records) : String(sequenceNumber);
}

function activationOf(event: AuditEvent): string | null {
  return OF_ACTIVATION.has(event.type) && 'activationId' in event ? event.activationId : null;
}

/** @param chapter oldest first */
function lineOf(
  chapter: readonly AuditRecord[],
  activations: ReadonlyMap<string, KnownActivation>,
  voice: Voice,
): Activity {
  const last = chapter.at(-1);
  if (!last) throw new Error('a chapter without records');
  const { sequenceNumber: id, at, event } = last;
  const activationId = activationOf(event);
  const steps = chapter.map((record) => ({
    id: record.sequenceNumber,
    at: record.at.toISOString(),
    text: activityText(record.event, voice),
  }));
  const line = { id, at: at.toISOString(), ...(steps.length > 1 && { steps }) };
  if (activationId === null) {
    const isAnybodys = BY_ANYBODY.has(event.type);
    return {
      ...line,
      text: activityText(event, voice),
      ...(isAnybodys && { notMe: NOT_ME }),
      ...(isAnybodys && event.address !== null && { detail: t('from {address}', { address: event.address }) }),
    };
  }
  const known = activations.get(activationId);
  const from = chapter.map((record) => record.event.address).find((address) => address !== null);
  const details = [
    durationWords(chapter),
    known?.browser ? browserInWords(known.browser) : null,
    from === undefined ? null : t('from {address}', { address: from }),
  ].filter((part) => part !== null);
  return {
    ...line,
    text: activationText(chapter, known?.deviceName ?? null, voice),
    notMe: NOT_ME,
    ...(details.length > 0 && { detail: details.join(' · ') }),
  };
}

function activationText(chapter: readonly AuditRecord[], deviceName: string | null, voice: Voice): string {
  const types = new Set(chapter.map(({ event }) => event.type));
  const used = chapter.map(({ event }) => event).find((event) => event.type === 'invitation-used');
  const device = deviceName ?? (used && voice.device(used.instanceId)) ?? null;
  if (types.has('activation-active'))
    return device === null ? t('Device activated') : t('{device} activated', { device });
  const end = chapter.findLast(({ event }) => ENDS.has(event.type));
  const name = device ?? t('a device');
  return end
    ? t('{end}: {device}', { end: activityText(end.event, voice), device: name })
    : t('Activation of {device} started', { device: name });
}

const ENDS: ReadonlySet<AuditEventType> = new Set([
  'activation-expired',
  'activation-cancelled',
  'activation-superseded',
  'activation-failed',
]);

/** "took 48 s", for an activation that came to its end. */
function durationWords(chapter: readonly AuditRecord[]): string | null {
  const start = chapter.find(({ event }) => event.type === 'activation-requested');
  const end = chapter.find(({ event }) => event.type === 'activation-active');
  if (!start || !end) return null;
  const seconds = Math.max(1, Math.round((end.at.getTime() - start.at.getTime()) / SECOND));
  return seconds < 90
    ? t('took {seconds} s', { seconds })
    : t('took {minutes} min', { minutes: Math.round(seconds / 60) });
}
