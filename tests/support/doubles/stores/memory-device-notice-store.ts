import type { Activation } from '@/lib/activation/activation';
import type { AwaitingTest } from '@/lib/devices/replacement/device-replacement';
import type { SideEffects } from '@/lib/messaging/new-message';
import {
  isReport,
  type DeviceNotice,
  type DisownedNotice,
  type SentNotice,
  type DeviceNoticeStore,
} from '@/lib/helpdesk/safety/notices/device-notice';
import type { Used } from '@/lib/helpdesk/invitations/invitation';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemoryActivationStore } from './memory-activation-store';
import type { MemorySideEffects } from './memory-side-effects';
import type { MemoryDeviceReplacementStore } from './memory-device-replacement-store';
import type { MemoryInvitationStore } from './memory-invitation-store';
import type { MemorySessionStore } from './memory-session-store';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryDeviceNoticeStore implements DeviceNoticeStore {
  readonly #kept = new Map<string, DeviceNotice>();
  readonly #activations: MemoryActivationStore;
  readonly #invitations: MemoryInvitationStore;
  readonly #replacements: MemoryDeviceReplacementStore;
  readonly #sessions: MemorySessionStore;
  readonly #sideEffects: MemorySideEffects;

  constructor(
    activations: MemoryActivationStore,
    invitations: MemoryInvitationStore,
    replacements: MemoryDeviceReplacementStore,
    sessions: MemorySessionStore,
    sideEffects: MemorySideEffects,
  ) {
    this.#activations = activations;
    this.#invitations = invitations;
    this.#replacements = replacements;
    this.#sessions = sessions;
    this.#sideEffects = sideEffects;
  }

  async findByToken(tokenHash: string): Promise<DeviceNotice | null> {
    const replacing = this.#replacements.all().find(({ notMeTokenHash }) => notMeTokenHash === tokenHash);
    const instanceId = replacing && 'newInstanceId' in replacing ? replacing.newInstanceId : null;
    const isMeant = (notice: DeviceNotice) => notice.tokenHash === tokenHash || notice.instanceId === instanceId;
    return [...this.#kept.values()].find(isMeant) ?? null;
  }

  async listMissing(since: Date, limit: number): Promise<Pick<Activation, 'id' | 'domain'>[]> {
    return this.#activations
      .all()
      .filter((activation) => activation.state === 'active')
      .filter(({ id, endedAt }) => endedAt >= since && !this.#kept.has(id))
      .toSorted((left, right) => left.endedAt.getTime() - right.endedAt.getTime())
      .slice(0, limit);
  }

  async listTrusted(now: Date, limit: number): Promise<SentNotice[]> {
    return [...this.#kept.values()]
      .filter((notice) => notice.state === 'sent')
      .filter(({ trustedFrom, isTrustTold }) => !isTrustTold && trustedFrom !== null && trustedFrom <= now)
      .toSorted((left, right) => Number(left.trustedFrom) - Number(right.trustedFrom))
      .slice(0, limit);
  }

  async find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const notices = [...this.#kept.values()]
      .filter(({ instanceId }) => instanceIds.includes(instanceId))
      .toSorted((left, right) => Number(left.activatedAt) - Number(right.activatedAt));
    return new Map(notices.flatMap(({ instanceId, trustedFrom }) => (trustedFrom ? [[instanceId, trustedFrom]] : [])));
  }

  async listDue(limit: number): Promise<DisownedNotice[]> {
    return this.#disowned()
      .filter(({ isLocked }) => !isLocked)
      .slice(0, limit);
  }

  async listDisowned(domain: string, since: Date, limit: number): Promise<DisownedNotice[]> {
    return this.#disowned()
      .filter((notice) => notice.domain === domain && notice.disownedAt >= since)
      .slice(0, limit);
  }

  async add(
    notice: DeviceNotice,
    { completed, replacing }: { completed: Used | null; replacing: AwaitingTest | null },
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-told' | 'version-moved'>> {
    if (this.#kept.has(notice.activationId)) return refuse('already-told');
    if (replacing && !this.#replacements.isNext(replacing)) return refuse('version-moved');
    if (completed && !this.#invitations.saveNow(completed)) return refuse('version-moved');
    if (replacing) this.#replacements.saveNow(replacing);
    this.#kept.set(notice.activationId, notice);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(notice: DeviceNotice, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (this.#kept.get(notice.activationId)?.version !== notice.version - 1) return refuse('version-moved');
    this.#kept.set(notice.activationId, notice);
    if (isReport(notice)) this.#sessions.endNow(notice, { whileIn: null, except: null, now: notice.disownedAt });
    this.#sideEffects.keep(sideEffects);
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
