import type { Activation } from '@/lib/activation/activation';
import { type ActivationStore, wrapActivationStore } from '@/lib/activation/activation-store';

/** A store that notes what it has kept, and lets something happen just before it keeps more. */
export class TappedActivationStore {
  /** Everything kept, in order. */
  readonly kept: Activation[] = [];
  /** Runs before a move is kept; what it throws keeps that from happening. */
  beforeSave: (activation: Activation) => Promise<void> = () => Promise.resolve();
  readonly store: ActivationStore;

  constructor(store: ActivationStore) {
    this.store = wrapActivationStore(store, {
      create: async (activation, startKey, leasedUntil, events) => {
        await this.beforeSave(activation);
        const created = await store.create(activation, startKey, leasedUntil, events);
        if (created.ok) this.kept.push(activation);
        return created;
      },
      save: async (activation, events) => {
        await this.beforeSave(activation);
        const saved = await store.save(activation, events);
        if (saved.ok) this.kept.push(activation);
        return saved;
      },
    });
  }
}
