import type { Approval, ApprovalId, Approved, Awaiting } from '@/lib/helpdesk/approvals/approval';
import type { ApprovalStore, StoredKind } from '@/lib/helpdesk/approvals/approval-store';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySideEffects } from './memory-side-effects';

/**
 * What a kind does in the step of a move.
 * @property isHeld whether the word of who asked counts still
 * @property apply returns why it cannot; null if it did
 */
type MemoryEffect = {
  isHeld: (approval: Approval<never>) => Promise<boolean>;
  apply: (approval: Approval<never>) => string | null;
};

type Kept = { kind: string; key: string; approval: Approval<object>; leasedUntil?: Date | undefined };

/** The port in a map. Nothing is awaited between reading and writing, which makes every method atomic. */
export class MemoryApprovalStore implements ApprovalStore {
  readonly #kept = new Map<ApprovalId, Kept>();
  readonly #sideEffects: MemorySideEffects;
  readonly #effects: Readonly<Record<string, MemoryEffect>>;

  constructor(sideEffects: MemorySideEffects, effects: Readonly<Record<string, MemoryEffect>> = {}) {
    this.#sideEffects = sideEffects;
    this.#effects = effects;
  }

  async find<Subject extends object>(
    { name }: StoredKind<Subject>,
    id: ApprovalId,
    domain: string,
  ): Promise<Approval<Subject> | null> {
    const kept = this.#kept.get(id);
    return kept?.kind === name && kept.approval.domain === domain ? (kept.approval as Approval<Subject>) : null;
  }

  async listAwaiting<Subject extends object>(kind: StoredKind<Subject>, domain: string, limit: number) {
    return this.#oldestFirst(kind)
      .filter((approval): approval is Awaiting<Subject> => approval.state === 'awaiting')
      .filter((approval) => approval.domain === domain)
      .slice(0, limit);
  }

  async listFor<Subject extends object>(kind: StoredKind<Subject>, { userId, domain }: UserKey, limit: number) {
    const own = this.#oldestFirst(kind).filter((approval) => approval.userId === userId && approval.domain === domain);
    return own.toReversed().slice(0, limit);
  }

  async listDue<Subject extends object>(kind: StoredKind<Subject>, now: Date, limit: number) {
    return this.#oldestFirst(kind)
      .filter(
        (approval): approval is Awaiting<Subject> | Approved<Subject> =>
          (approval.state === 'awaiting' && approval.endsAt <= now) ||
          (approval.state === 'approved' && approval.endedAt === null && !this.#isLeased(approval.id, now)),
      )
      .slice(0, limit);
  }

  async create<Subject extends object>(
    kind: StoredKind<Subject>,
    approval: Awaiting<Subject> | Approved<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked'>> {
    const key = `${approval.domain} ${kind.keyOf(approval.subject, approval.userId)}`;
    const isAsked = [...this.#kept.values()].some(
      (other) => other.kind === kind.name && other.key === key && other.approval.endedAt === null,
    );
    if (isAsked) return refuse('already-asked');
    this.#kept.set(approval.id, { kind: kind.name, key, approval });
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async lease({ id, version }: Pick<Approved<object>, 'id' | 'version'>, now: Date, until: Date): Promise<boolean> {
    const kept = this.#kept.get(id);
    const isDue = kept?.approval.state === 'approved' && kept.approval.endedAt === null;
    if (!isDue || kept.approval.version !== version || this.#isLeased(id, now)) return false;
    kept.leasedUntil = until;
    return true;
  }

  async release({ id }: Pick<Approved<object>, 'id'>, until: Date): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.leasedUntil?.getTime() === until.getTime()) kept.leasedUntil = undefined;
  }

  #isLeased(id: ApprovalId, now: Date): boolean {
    const until = this.#kept.get(id)?.leasedUntil;
    return until !== undefined && now < until;
  }

  async save<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    approval: Approval<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | Unmet>> {
    const effect = this.#effects[kind.name];
    const moved = approval as Approval<never>;
    const isHeld = approval.state !== 'approved' || !effect || (await effect.isHeld(moved));
    const before = this.#kept.get(approval.id);
    if (before?.approval.version !== approval.version - 1) return refuse('version-moved');
    const refusal = isHeld ? (effect?.apply(moved) ?? null) : 'not-permitted';
    if (refusal === 'version-moved') return refuse(refusal);
    const unmet = kind.unmet.find((code) => code === refusal);
    if (unmet !== undefined) return refuse(unmet);
    this.#kept.set(approval.id, { ...before, approval });
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  #oldestFirst<Subject extends object>({ name }: StoredKind<Subject>): Approval<Subject>[] {
    return [...this.#kept.values()]
      .filter(({ kind }) => kind === name)
      .map(({ approval }) => approval as Approval<Subject>)
      .toSorted((left, right) => left.requestedAt.getTime() - right.requestedAt.getTime());
  }
}
