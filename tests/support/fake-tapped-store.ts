import type { Activation, Requested } from '@/lib/activation/activation';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { AuditEvent } from '@/lib/audit/audit-event';

/** A store that notes what it has kept, and lets something happen just before it keeps more. */
export class TappedActivationStore {
  /** Everything kept, in order. */
  readonly kept: Activation[] = [];
  /** Runs before a move is kept; what it throws keeps that from happening. */
  beforeSave: (activation: Activation) => Promise<void> = () => Promise.resolve();
  readonly store: ActivationStore;

  constructor(store: ActivationStore) {
    this.store = {
      find: (id) => store.find(id),
      findPending: (user) => store.findPending(user),
      findByStartKey: (user, startKey) => store.findByStartKey(user, startKey),
      findByRegistration: (registrationIdentifier) => store.findByRegistration(registrationIdentifier),
      listDue: (now, limit) => store.listDue(now, limit),
      claim: (id, now, until) => store.claim(id, now, until),
      extendClaim: (id, until) => store.extendClaim(id, until),
      countStarts: (user, since) => store.countStarts(user, since),
      oldestStart: (user, since) => store.oldestStart(user, since),
      create: async (activation: Requested, startKey: string | null, leasedUntil: Date, events: AuditEvent[]) => {
        await this.beforeSave(activation);
        const created = await store.create(activation, startKey, leasedUntil, events);
        if (created.ok) this.kept.push(activation);
        return created;
      },
      save: async (activation: Activation, events: AuditEvent[]) => {
        await this.beforeSave(activation);
        const saved = await store.save(activation, events);
        if (saved.ok) this.kept.push(activation);
        return saved;
      },
    };
  }
}
