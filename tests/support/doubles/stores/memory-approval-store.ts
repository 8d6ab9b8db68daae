import type { Approval, ApprovalId, Approved, Awaiting } from '@/lib/approvals/approval';
import type { ApprovalStore, StoredKind } from '@/lib/approvals/approval-store';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySideEffects } from './memory-side-effects';

/** What a kind does in the step of a move. @returns why it cannot; null if it did */
export type MemoryEffect = (approval: Approval<never>) => string | null;

type Kept = { kind: string; key: string; approval: Approval<object> };

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryApprovalStore implements ApprovalStore {
  readonly #kept = new Map<ApprovalId, Kept>();
  readonly #sideEffects: MemorySideEffects;
  readonly #effects: Readonly<Record<string, MemoryEffect>>;

  constructor(sideEffects: MemorySideEffects, effects: Readonly<Record<string, MemoryEffect>> = {}) {
    this.#sideEffects = sideEffects;
    this.#effects = effects;
  }

  async find<Subject extends object>({ name }: StoredKind<Subject>, id: ApprovalId): Promise<Approval<Subject> | null> {
    const kept = this.#kept.get(id);
    return kept?.kind === name ? (kept.approval as Approval<Subject>) : null;
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
          (approval.state === 'approved' && approval.endedAt === null),
      )
      .slice(0, limit);
  }

  async create<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    approval: Awaiting<Subject> | Approved<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked' | Unmet>> {
    const key = `${approval.domain} ${kind.keyOf(approval.subject, approval.userId)}`;
    const isAsked = [...this.#kept.values()].some(
      (other) => other.kind === kind.name && other.key === key && other.approval.endedAt === null,
    );
    return isAsked ? refuse('already-asked') : this.#keep(kind, key, approval, sideEffects);
  }

  async save<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    approval: Approval<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | Unmet>> {
    const before = this.#kept.get(approval.id);
    if (before?.approval.version !== approval.version - 1) return refuse('version-moved');
    return this.#keep(kind, before.key, approval, sideEffects);
  }

  #keep<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    key: string,
    approval: Approval<Subject>,
    sideEffects: SideEffects,
  ): Result<null, Unmet> {
    const unmet = this.#effects[kind.name]?.(approval as Approval<never>) ?? null;
    if (unmet !== null) return refuse(unmet as Unmet);
    this.#kept.set(approval.id, { kind: kind.name, key, approval });
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
