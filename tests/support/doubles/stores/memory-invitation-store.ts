import { isPending } from '@/lib/activation/activation';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { SideEffects } from '@/lib/messaging/new-message';
import {
  isCurrent,
  type AwaitingApproval,
  type CurrentInvitation,
  type Invitation,
  type Live,
  type Revoked,
} from '@/lib/helpdesk/invitations/invitation';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import type { InvitationStore } from '@/lib/helpdesk/invitations/invitation-store';
import { dueAct } from '@/lib/helpdesk/invitations/old-device';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemoryActivationStore } from './memory-activation-store';
import type { MemoryChangeFeed } from './memory-change-feed';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryInvitationStore implements InvitationStore {
  readonly #kept = new Map<InvitationId, Invitation>();
  readonly #tokens = new Map<string, InvitationId>();
  readonly #activations: MemoryActivationStore;
  readonly #sideEffects: MemorySideEffects;
  readonly #changeFeed: MemoryChangeFeed;

  constructor(activations: MemoryActivationStore, sideEffects: MemorySideEffects, changeFeed: MemoryChangeFeed) {
    this.#activations = activations;
    this.#sideEffects = sideEffects;
    this.#changeFeed = changeFeed;
  }

  async find(id: InvitationId, domain: string): Promise<Invitation | null> {
    const kept = this.#kept.get(id);
    return kept?.domain === domain ? kept : null;
  }

  async findByToken(tokenHash: string): Promise<Invitation | null> {
    const id = this.#tokens.get(tokenHash);
    return (id && this.#kept.get(id)) ?? null;
  }

  async findByBrowser(browserHash: string): Promise<CurrentInvitation | null> {
    return this.#current().find((invitation) => browserOf(invitation) === browserHash) ?? null;
  }

  async findCurrent(user: UserKey): Promise<CurrentInvitation | null> {
    return this.#current().find((invitation) => isOf(invitation, user)) ?? null;
  }

  async listFor(user: UserKey, limit: number): Promise<Invitation[]> {
    return this.#newestFirst((invitation) => isOf(invitation, user)).slice(0, limit);
  }

  async listSince(domain: string, since: Date, limit: number): Promise<Invitation[]> {
    return this.#newestFirst((one) => one.domain === domain && one.requestedAt >= since).slice(0, limit);
  }

  async listAwaiting(domain: string, limit: number): Promise<AwaitingApproval[]> {
    const awaiting = this.#newestFirst(
      (one) => one.domain === domain && one.state === 'awaiting-approval',
    ) as AwaitingApproval[];
    return awaiting.toReversed().slice(0, limit);
  }

  async listDue(now: Date, limit: number): Promise<Invitation[]> {
    const underWay = new Set(
      this.#activations
        .all()
        .filter(isPending)
        .map(({ invitationId }) => invitationId),
    );
    const isDue = (invitation: Invitation) =>
      (invitation.state === 'revoked' && underWay.has(invitation.id)) ||
      (isCurrent(invitation) && invitation.endsAt <= now) ||
      (invitation.oldDevice !== null && dueAct(invitation.oldDevice) !== null);
    return this.#newestFirst(isDue).toReversed().slice(0, limit);
  }

  async create(
    invitation: AwaitingApproval | Live,
    replaced: Revoked | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-current' | 'version-moved'>> {
    if (replaced && !this.#isNext(replaced)) return refuse('version-moved');
    if (this.#current().some((one) => isOf(one, invitation) && one.id !== replaced?.id))
      return refuse('already-current');
    if (replaced) this.#put(replaced);
    this.#put(invitation);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(invitation: Invitation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (!this.saveNow(invitation)) return refuse('version-moved');
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  /** For stores that save an invitation in the same step as they write. @returns whether it was in the version before */
  saveNow(invitation: Invitation): boolean {
    const isNext = this.#isNext(invitation);
    if (isNext) this.#put(invitation);
    return isNext;
  }

  clear(): void {
    this.#kept.clear();
    this.#tokens.clear();
  }

  #isNext({ id, version }: Invitation): boolean {
    return this.#kept.get(id)?.version === version - 1;
  }

  #put(invitation: Invitation): void {
    this.#kept.set(invitation.id, invitation);
    if (invitation.state === 'live') this.#tokens.set(invitation.tokenHash, invitation.id);
    if (!isCurrent(invitation) && invitation.state !== 'used')
      this.#sideEffects.outbox.withdraw(invitation.id, invitation.endedAt);
    this.#changeFeed.publish(invitation.id);
  }

  #current(): CurrentInvitation[] {
    return [...this.#kept.values()].filter(isCurrent);
  }

  #newestFirst(isWanted: (invitation: Invitation) => boolean): Invitation[] {
    return [...this.#kept.values()]
      .filter(isWanted)
      .toSorted((left, right) => right.requestedAt.getTime() - left.requestedAt.getTime());
  }
}

function isOf(invitation: Invitation, { userId, domain }: UserKey): boolean {
  return invitation.userId === userId && invitation.domain === domain;
}

function browserOf(invitation: CurrentInvitation): string | null {
  if (invitation.state === 'opened') return invitation.holderHash;
  return invitation.state === 'live' ? (invitation.readOut?.browserHash ?? null) : null;
}
