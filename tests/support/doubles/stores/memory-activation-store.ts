import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { isPending, type Activation, type PendingActivation, type Requested } from '@/lib/activation/activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import {
  CLOCK_DOUBT_MS,
  UNCOUNTED_FAILURES,
  type ActivationStore,
  type Started,
  type StartSource,
  type UsedBefore,
} from '@/lib/activation/activation-store';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import type { SessionId } from '@/lib/accounts/sessions/session';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemoryAuditLog } from './memory-audit-log';
import type { MemoryChangeFeed } from './memory-change-feed';
import { MemoryBackupVouchers } from './memory-backup-vouchers';
import { MemoryRecoveryCodeStore } from './memory-recovery-code-store';

type Kept = { activation: Activation; startKey: string | null; leasedUntil: Date };

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryActivationStore implements ActivationStore {
  readonly #kept = new Map<ActivationId, Kept>();
  readonly #audit: MemoryAuditLog;
  readonly #changeFeed: MemoryChangeFeed;
  readonly recoveryCodes = new MemoryRecoveryCodeStore();
  readonly vouchers = new MemoryBackupVouchers((id) => this.#kept.get(id)?.activation);
  /** Gives a session the proof that its start has used up; set by whoever has the sessions. */
  prove: (session: SessionId, at: Date, kind: 'recovery-code' | 'activated-device') => Promise<void> = async () => {};

  constructor(audit: MemoryAuditLog, changeFeed: MemoryChangeFeed) {
    this.#audit = audit;
    this.#changeFeed = changeFeed;
  }

  async find(id: ActivationId, domain: string): Promise<Activation | null> {
    const kept = this.#kept.get(id)?.activation;
    return kept?.domain === domain ? kept : null;
  }

  async findPending(user: UserKey): Promise<PendingActivation | null> {
    return this.#of(user).flatMap(({ activation }) => (isPending(activation) ? [activation] : []))[0] ?? null;
  }

  async findStarted(user: UserKey, startKey: string | null): Promise<Started> {
    const same = this.#of(user).find((one) => startKey !== null && one.startKey === startKey)?.activation ?? null;
    return { same, pending: await this.findPending(user) };
  }

  async findByRegistration(registrationIdentifier: string): Promise<Activation | null> {
    const isNamed = ({ activation }: Kept) =>
      'registrationIdentifier' in activation && activation.registrationIdentifier === registrationIdentifier;
    return [...this.#kept.values()].findLast(isNamed)?.activation ?? null;
  }

  async findInvited(invitationId: InvitationId): Promise<Activation | null> {
    return this.#invited(invitationId).at(-1) ?? null;
  }

  async countInvitedMoves(invitationId: InvitationId): Promise<number> {
    return this.#invited(invitationId).reduce((sum, { version }) => sum + version, 0);
  }

  async listDue(now: Date, limit: number): Promise<PendingActivation[]> {
    return [...this.#kept.values()]
      .flatMap(({ activation, leasedUntil }) =>
        isPending(activation) && isFree(activation, leasedUntil, now) ? [activation] : [],
      )
      .toSorted((left, right) => left.expiresAt.getTime() - right.expiresAt.getTime())
      .slice(0, limit);
  }

  async lease(id: ActivationId, now: Date, until: Date): Promise<boolean> {
    const kept = this.#kept.get(id);
    if (!kept || !isPending(kept.activation) || !isFree(kept.activation, kept.leasedUntil, now)) return false;
    kept.leasedUntil = until;
    return true;
  }

  async moveLeaseEnd(id: ActivationId, from: Date, to: Date): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.leasedUntil?.getTime() === from.getTime()) kept.leasedUntil = to;
  }

  async countStarts(user: UserKey, since: Date): Promise<number> {
    return this.#starts(user, since).length;
  }

  async oldestStart(user: UserKey, since: Date): Promise<Date | null> {
    const times = this.#starts(user, since).map(({ activation }) => activation.requestedAt);
    return times.toSorted((left, right) => left.getTime() - right.getTime())[0] ?? null;
  }

  async create(
    activation: Requested,
    startKey: string | null,
    leasedUntil: Date,
    events: AuditEvent[],
    from: StartSource | null = null,
  ): Promise<Result<null, 'already-pending' | 'start-key-used' | UsedBefore>> {
    const others = this.#of(activation);
    if (others.some((one) => isPending(one.activation))) return refuse('already-pending');
    if (startKey !== null && others.some((one) => one.startKey === startKey)) return refuse('start-key-used');
    const used = this.#useUp(from, activation, activation.requestedAt);
    if (!used.ok) return used;
    if (from && activation.invitationId === null && !from.recoveryCode && !from.voucher)
      this.vouchers.add(activation.id, from.session);
    this.#kept.set(activation.id, { activation, startKey, leasedUntil });
    this.#complete(activation, events);
    return accept(null);
  }

  async goOn(activation: Activation, from: StartSource, events: AuditEvent[]): Promise<Result<null, UsedBefore>> {
    const used = this.#useUp(from, activation, new Date());
    if (!used.ok) return used;
    this.#audit.appendNow(events);
    return accept(null);
  }

  async save(
    activation: Activation,
    events: AuditEvent[],
    leasedUntil: Date | null = null,
  ): Promise<Result<null, 'version-moved'>> {
    const kept = this.#kept.get(activation.id);
    if (kept?.activation.version !== activation.version - 1) return refuse('version-moved');
    kept.activation = activation;
    kept.leasedUntil = leasedUntil ?? kept.leasedUntil;
    this.#complete(activation, events);
    return accept(null);
  }

  /** For figures, which are made of all of them. */
  all(): Activation[] {
    return [...this.#kept.values()].map(({ activation }) => activation);
  }

  clear(): void {
    this.#kept.clear();
  }

  #useUp(from: StartSource | null, { id }: Activation, at: Date): Result<null, UsedBefore> {
    if (from?.voucher && !this.vouchers.useUp(from.voucher, from.session, id)) return refuse('voucher-used');
    if (from?.recoveryCode && !this.recoveryCodes.useUp(from.recoveryCode)) return refuse('recovery-code-used');
    if (from?.voucher) void this.prove(from.session, at, 'activated-device');
    if (from?.recoveryCode) void this.prove(from.session, at, 'recovery-code');
    return accept(null);
  }

  #complete(activation: Activation, events: AuditEvent[]): void {
    this.#audit.appendNow(events);
    this.#changeFeed.publish(activation.id);
    if (activation.invitationId !== null) this.#changeFeed.publish(activation.invitationId);
  }

  #invited(invitationId: InvitationId): Activation[] {
    return this.all().filter((activation) => activation.invitationId === invitationId);
  }

  #of({ userId, domain }: UserKey): Kept[] {
    return [...this.#kept.values()].filter(
      ({ activation }) => activation.userId === userId && activation.domain === domain,
    );
  }

  #starts(user: UserKey, since: Date): Kept[] {
    return this.#of(user).filter(
      ({ activation }) =>
        activation.requestedAt > since &&
        activation.invitationId === null &&
        !(activation.state === 'failed' && UNCOUNTED_FAILURES.includes(activation.reason)),
    );
  }
}

function isFree({ requestedAt }: Activation, leasedUntil: Date, now: Date): boolean {
  const future = new Date(now.getTime() + CLOCK_DOUBT_MS);
  return leasedUntil <= now || (leasedUntil > future && requestedAt > future);
}
