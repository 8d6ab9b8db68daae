import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t } from '@/lib/shared/language/t';
import { declarationOf } from '@/lib/audit/event-catalogue';
import { eventWords } from '@/lib/audit/event-words';
import type { Voice } from '@/lib/audit/voice';

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
  /** What there is to do with the steps. */
  afterSteps?: ReactNode;
  /** Where to go if it was a stranger. */
  notMe?: Route;
};

/** What the log itself does not hold about an activation. @property browser that started it */
export type KnownActivation = { deviceName: string | null; browser: string | null };

/** Where somebody reports a stranger. */
export const NOT_ME: Route = '/profile/not-me';

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
    if (voice.isOwner && storyOf(record.event) === 'prompt') continue;
    const key = chapterOf(record, records);
    chapters.set(key, [...(chapters.get(key) ?? []), record]);
  }
  return [...chapters.values()].map((chapter) => lineOf(chapter.toReversed(), activations, voice));
}

function chapterOf({ sequenceNumber, event }: AuditRecord, records: readonly AuditRecord[]): string {
  const activationId = activationOf(event);
  if (activationId !== null) return activationId;
  if (storyOf(event) !== 'proof') return String(sequenceNumber);
  const reason = records.find(
    (other) => other.event.correlationId === event.correlationId && storyOf(other.event) !== 'proof',
  );
  return reason ? chapterOf(reason, records) : String(sequenceNumber);
}

function activationOf(event: AuditEvent): string | null {
  const story = storyOf(event);
  const isStep = story === 'activation' || story === 'end of an activation';
  return isStep && 'activationId' in event ? event.activationId : null;
}

function storyOf({ type }: AuditEvent) {
  return declarationOf(type).story;
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
    text: eventWords(record.event, voice),
  }));
  const line = { id, at: at.toISOString(), ...(steps.length > 1 && { steps }) };
  if (activationId === null) {
    const story = storyOf(event);
    const isAnybodys = story === 'by anybody' || story === 'disownable';
    return {
      ...line,
      text: eventWords(event, voice),
      ...(story === 'disownable' && { notMe: NOT_ME }),
      ...(isAnybodys && event.address !== null && { detail: t('from {address}', { address: event.address }) }),
    };
  }
  const knownActivation = activations.get(activationId);
  const from = chapter.map((record) => record.event.address).find((address) => address !== null);
  const details = [
    knownActivation?.browser ? browserInWords(knownActivation.browser) : null,
    from === undefined ? null : t('from {address}', { address: from }),
  ].filter((part) => part !== null);
  return {
    ...line,
    text: activationText(chapter, knownActivation?.deviceName ?? null, voice),
    notMe: NOT_ME,
    ...(details.length > 0 && { detail: details.join(' · ') }),
  };
}

function activationText(chapter: readonly AuditRecord[], deviceName: string | null, voice: Voice): string {
  const types = new Set(chapter.map(({ event }) => event.type));
  const events = chapter.map(({ event }) => event);
  const active = events.find((event) => event.type === 'activation-active');
  const used = events.find((event) => event.type === 'invitation-used');
  const device = active?.deviceName ?? deviceName ?? (used && voice.device(used)) ?? null;
  if (types.has('activation-active'))
    return device === null ? t('Device activated') : t('{device} activated', { device });
  const end = chapter.findLast(({ event }) => storyOf(event) === 'end of an activation');
  const name = device ?? t('a device');
  return end
    ? t('{end}: {device}', { end: eventWords(end.event, voice), device: name })
    : t('Activation of {device} started', { device: name });
}
