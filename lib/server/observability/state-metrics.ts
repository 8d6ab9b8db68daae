import { Counter, Gauge } from 'prom-client';
import type { ImageSigner } from '../../wire/image/image-signer';
import type { FreeLicences } from '../../activation/licences/free-licences';
import type { Outbox } from '../../messaging/outbox';
import { guards } from '../../shared/async/guard-rounds';
import { withTimeout } from '../../shared/async/with-timeout';
import { SECOND } from '../../shared/time/duration';
import type { CheckedPart } from './check-parts';
import type { Metrics } from './metrics';
import { EVERY_DOMAIN } from '../../shared/identifiers/user-key';

/** A scrape has ten seconds by default. */
const PATIENCE_MS = 3 * SECOND;

type Watched = {
  checkParts: () => Promise<CheckedPart<string>[]>;
  outbox: Pick<Outbox, 'state'>;
  imageSigner: Pick<ImageSigner, 'publish'>;
  /** Lifetime of an image key. */
  imageKeyRotationMs: number;
  /** Null where the site makes none by itself. */
  nextBackupAt: (() => Date) | null;
  /** Null where the gateway makes them by itself. */
  licences: Pick<FreeLicences, 'latest' | 'lowMark'> | null;
  /** Null where no command waits for a second administrator. */
  operations: { oldestOpen: () => Promise<Date | null> } | null;
};

/**
 * Adds what is read at each scrape. A part that does not answer leaves its gauges out and the others in: a board that is empty
 * during an outage says nothing.
 */
export function registerStateMetrics(metrics: Metrics, watched: Watched): void {
  registerGuards(metrics);
  registerParts(metrics, watched);
  registerOutboxMetrics(metrics, watched);
  registerImageKey(metrics, watched);
  registerBackups(metrics, watched);
  registerLicences(metrics, watched);
  registerOperations(metrics, watched);
}

/** Each guard that is declared anywhere in the process, from its declaration on. */
function registerGuards({ registry }: Metrics): void {
  const rounds = new Counter({
    name: 'tessera_guard_rounds_total',
    help: 'Rounds of what this process does again and again without being asked, by guard',
    labelNames: ['guard'],
    registers: [registry],
    collect() {
      rounds.reset();
      for (const [guard, declared] of guards()) rounds.inc({ guard }, declared.rounds);
    },
  });
  const interval = new Gauge({
    name: 'tessera_guard_interval_seconds',
    help: 'How often a guard is meant to do a round',
    labelNames: ['guard'],
    registers: [registry],
    collect() {
      for (const [guard, { intervalMs }] of guards()) interval.set({ guard }, intervalMs / SECOND);
    },
  });
  const due = new Gauge({
    name: 'tessera_guard_due_timestamp_seconds',
    help: 'When the next round of a guard is due, in seconds since 1970',
    labelNames: ['guard'],
    registers: [registry],
    collect() {
      for (const [guard, { dueAt }] of guards()) due.set({ guard }, seconds(dueAt));
    },
  });
}

function registerParts({ registry }: Metrics, { checkParts }: Watched): void {
  const gauge = new Gauge({
    name: 'tessera_part_up',
    help: 'Whether a part that the site needs answers: 1 or 0',
    labelNames: ['part'],
    registers: [registry],
    async collect() {
      for (const { part, problem } of await checkParts()) gauge.set({ part }, problem === null ? 1 : 0);
    },
  });
}

export function registerOutboxMetrics({ registry }: Metrics, { outbox }: Pick<Watched, 'outbox'>): void {
  let asking: ReturnType<typeof outbox.state> | null = null;
  // Both gauges of a scrape by one question.
  const ask = () => (asking ??= outbox.state(EVERY_DOMAIN).finally(() => (asking = null)));
  const channels = async () => Object.entries((await answers(ask)) ?? {});
  const messages = new Gauge({
    name: 'tessera_outbox_messages',
    help: 'Messages in the outbox, by channel and state',
    labelNames: ['channel', 'state'],
    registers: [registry],
    async collect() {
      messages.reset();
      for (const [channel, { pending, dead }] of await channels()) {
        messages.set({ channel, state: 'pending' }, pending);
        messages.set({ channel, state: 'dead' }, dead);
      }
    },
  });
  const oldest = new Gauge({
    name: 'tessera_outbox_oldest_timestamp_seconds',
    help: 'When the oldest pending message of a channel was queued, in seconds since 1970; none where nothing is pending',
    labelNames: ['channel'],
    registers: [registry],
    async collect() {
      oldest.reset();
      for (const [channel, { oldestQueuedAt }] of await channels())
        if (oldestQueuedAt !== null) oldest.set({ channel }, seconds(oldestQueuedAt.getTime()));
    },
  });
}

function registerImageKey({ registry }: Metrics, { imageSigner, imageKeyRotationMs }: Watched): void {
  const due = new Gauge({
    name: 'tessera_image_key_due_timestamp_seconds',
    help: 'When the next key that signs images is due, in seconds since 1970',
    registers: [registry],
    async collect() {
      due.remove();
      const published = await answers(() => imageSigner.publish());
      const newest = published?.keys.at(-1);
      if (newest) due.set(seconds(Date.parse(newest.notBefore) + imageKeyRotationMs));
    },
  });
}

function registerBackups({ registry }: Metrics, { nextBackupAt }: Watched): void {
  const due = new Gauge({
    name: 'tessera_backup_due_timestamp_seconds',
    help: 'When the next daily backup is due, in seconds since 1970; none where the site makes none',
    registers: [registry],
    collect() {
      due.remove();
      if (nextBackupAt) due.set(seconds(nextBackupAt().getTime()));
    },
  });
}

function registerLicences({ registry }: Metrics, { licences }: Watched): void {
  const free = new Gauge({
    name: 'tessera_free_licences',
    help: 'Licences that the gateway had left at the last count, by type and organisational unit; none where the gateway makes them',
    labelNames: ['type', 'unit'],
    registers: [registry],
    async collect() {
      free.reset();
      const counted = licences && (await answers(() => licences.latest()));
      // A count that broke off tells nothing about the others.
      if (counted?.isWhole !== true) return;
      const pools = counted.pools.length > 0 ? counted.pools : [{ type: 'any', unit: '', free: 0 }];
      for (const { type, unit, free: left } of pools) free.set({ type, unit }, left);
    },
  });
  const mark = new Gauge({
    name: 'tessera_free_licences_low_mark',
    help: 'Fewer free licences of a type and organisational unit than this are too few; none where the gateway makes them',
    registers: [registry],
    collect() {
      mark.remove();
      if (licences) mark.set(licences.lowMark);
    },
  });
}

function registerOperations({ registry }: Metrics, { operations }: Watched): void {
  const oldest = new Gauge({
    name: 'tessera_approval_oldest_timestamp_seconds',
    help: 'When the oldest command was sent that waits for a second administrator of the gateway, in seconds since 1970; none where none waits',
    registers: [registry],
    async collect() {
      oldest.remove();
      const sentAt = operations && (await answers(() => operations.oldestOpen()));
      if (sentAt) oldest.set(seconds(sentAt.getTime()));
    },
  });
}

/** @returns null where it fails or is late; the health check's log says why */
async function answers<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  return withTimeout(PATIENCE_MS, ask()).catch(() => null);
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / SECOND);
}
