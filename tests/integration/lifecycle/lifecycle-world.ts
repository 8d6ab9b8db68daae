import type { Activation, ActivationState } from '@/lib/activation/activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { TappedActivationStore } from '../../support/doubles/fake-tapped-store';
import { signedInAs } from '../../support/doubles/principal';

/** What ends the process just before it keeps a move that the gateway has made already. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Two people, their activations and phones, and everything that was kept of them. */
export class LifecycleWorld {
  readonly fake: FakeActivation;
  readonly ports: ActivationPorts;
  readonly users: { userId: string; domain: string }[];
  readonly tap: TappedActivationStore;
  /** The phone that scanned the newest image of each person. */
  readonly phones = new Map<string, FakePhone>();
  /** Activations whose end the gateway could not be told, or could not tell. */
  readonly estranged = new Set<ActivationId>();
  /** The state last seen of each activation, in the order they were made. */
  readonly known = new Map<ActivationId, Activation>();
  readonly #realStore: ActivationPorts['store'];

  /** @param run makes the people of this run different from those of any other on the same database */
  constructor(fake: FakeActivation, run: number) {
    this.fake = fake;
    this.ports = fake.ports;
    this.#realStore = fake.ports.store;
    this.tap = new TappedActivationStore(this.#realStore);
    // The gateway calls back with these same ports, so that its calls are tapped too.
    fake.ports.store = this.tap.store;
    this.users = ['jane', 'john'].map((name) => ({ userId: `${name}.${run}`, domain: 'example.org' }));
  }

  close(): void {
    this.ports.store = this.#realStore;
  }

  user(index: number): { userId: string; domain: string } {
    const user = this.users[index];
    if (!user) throw new RangeError(`there is no user ${index}`);
    return user;
  }

  async pending(index: number): Promise<Activation | null> {
    return this.ports.store.findPending(this.user(index));
  }

  /** The phone of a person, which scans what is shown if there is anything. */
  async phone(index: number): Promise<FakePhone | null> {
    const user = this.user(index);
    const pending = await this.pending(index);
    if (pending?.state === 'issued') {
      const payload = await revealPayload(this.ports, signedInAs(user), pending.id, 'svg', ORIGIN);
      if (payload.ok) {
        const known = this.phones.get(user.userId);
        const phone = new FakePhone(this.fake.embedded, payload.value.payload);
        // A phone that has begun with this image goes on with it, although the page does not know yet.
        if (known?.payload.registrationIdentifier !== phone.payload.registrationIdentifier)
          this.phones.set(user.userId, phone);
      }
    }
    return this.phones.get(user.userId) ?? null;
  }

  /** Does something that a crash may interrupt. @returns whether it did */
  async survive(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return this.fake.faults.splice(0).some((fault) => fault instanceof Crash);
    } catch (error) {
      if (error instanceof Crash) return true;
      throw error;
    } finally {
      this.tap.beforeSave = () => Promise.resolve();
    }
  }

  crashAtNextSave(): void {
    this.tap.beforeSave = () => {
      this.tap.beforeSave = () => Promise.resolve();
      return Promise.reject(new Crash());
    };
  }

  /** Every state that one activation has been in, in order. */
  historyOf(id: ActivationId): Activation[] {
    return this.tap.kept.filter((activation) => activation.id === id);
  }

  get ids(): ActivationId[] {
    return [...new Set(this.tap.kept.map(({ id }) => id))];
  }
}

/** Where each state may lead. */
export const LEGAL_MOVES: Record<ActivationState, readonly ActivationState[]> = {
  requested: ['issued', 'failed', 'cancelled', 'expired'],
  issued: ['scanned', 'failed', 'cancelled', 'expired', 'superseded'],
  scanned: ['verified', 'failed', 'cancelled', 'expired', 'superseded'],
  verified: ['linked', 'failed', 'cancelled', 'expired', 'superseded'],
  linked: ['active', 'failed', 'cancelled', 'expired', 'superseded'],
  active: [],
  expired: [],
  cancelled: [],
  failed: [],
  superseded: [],
};
