import type { ActivationId } from '@/lib/activation/activation-id';
import type { AwaitingTest } from '@/lib/authenticators/device-replacement';
import type { Consequences } from '@/lib/helpdesk/consequences';
import type { DeviceNotice, DisownedNotice } from '@/lib/helpdesk/device-notice';
import type { DeviceNoticeStore } from '@/lib/helpdesk/device-notice-store';
import type { Used } from '@/lib/helpdesk/invitation';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemoryActivationStore } from './memory-activation-store';
import type { MemoryConsequences } from './memory-consequences';
import type { MemoryDeviceReplacementStore } from './memory-device-replacement-store';
import type { MemoryInvitationStore } from './memory-invitation-store';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryDeviceNoticeStore implements DeviceNoticeStore {
  readonly #kept = new Map<string, DeviceNotice>();
  readonly #activations: MemoryActivationStore;
  readonly #invitations: MemoryInvitationStore;
  readonly #replacements: MemoryDeviceReplacementStore;
  readonly #consequences: MemoryConsequences;

  constructor(
    activations: MemoryActivationStore,
    invitations: MemoryInvitationStore,
    replacements: MemoryDeviceReplacementStore,
    consequences: MemoryConsequences,
  ) {
    this.#activations = activations;
    this.#invitations = invitations;
    this.#replacements = replacements;
    this.#consequences = consequences;
  }

  async findByToken(tokenHash: string): Promise<DeviceNotice | null> {
    return [...this.#kept.values()].find((notice) => notice.tokenHash === tokenHash) ?? null;
  }

  async listMissing(since: Date, limit: number): Promise<ActivationId[]> {
    return this.#activations
      .all()
      .filter((activation) => activation.state === 'active')
      .filter(({ id, endedAt }) => endedAt >= since && !this.#kept.has(id))
      .toSorted((left, right) => left.endedAt.getTime() - right.endedAt.getTime())
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async listDue(limit: number): Promise<DisownedNotice[]> {
    return this.#disowned()
      .filter(({ isLocked }) => !isLocked)
      .slice(0, limit);
  }

  async listDisowned(since: Date, limit: number): Promise<DisownedNotice[]> {
    return this.#disowned()
      .filter(({ disownedAt }) => disownedAt >= since)
      .slice(0, limit);
  }

  async add(
    notice: DeviceNotice,
    { completed, replacing }: { completed: Used | null; replacing: AwaitingTest | null },
    consequences: Consequences,
  ): Promise<Result<null, 'already-told' | 'version-moved'>> {
    if (this.#kept.has(notice.activationId)) return refuse('already-told');
    if (replacing && !this.#replacements.isNext(replacing)) return refuse('version-moved');
    if (completed && !this.#invitations.saveNow(completed)) return refuse('version-moved');
    if (replacing) this.#replacements.saveNow(replacing);
    this.#kept.set(notice.activationId, notice);
    this.#consequences.keep(consequences);
    return accept(null);
  }

  async save(notice: DeviceNotice, consequences: Consequences): Promise<Result<null, 'version-moved'>> {
    if (this.#kept.get(notice.activationId)?.version !== notice.version - 1) return refuse('version-moved');
    this.#kept.set(notice.activationId, notice);
    this.#consequences.keep(consequences);
    return accept(null);
  }

  clear(): void {
    this.#kept.clear();
  }

  #disowned(): DisownedNotice[] {
    return [...this.#kept.values()]
      .filter((notice) => notice.state === 'disowned')
      .toSorted((left, right) => right.disownedAt.getTime() - left.disownedAt.getTime());
  }
}
