import { completeActivation } from '@/lib/helpdesk/safety/notices/complete-activation';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';

/** Answers every call of a dead process. */
class Death extends Error {
  override readonly name = 'Death';
}

/** Where a process dies: before its call number `index` takes effect, or after that and before the answer. */
export type Fate = { when: 'before' | 'after'; index: number };

/** Names of calls without an effect. Any other name counts as a call with one. */
export const READS =
  /^(find|list|read|count|oldest|standing|epochOf|limits|observe|state|head|search|triesLeft|refuseAtOnce|checkHealth)/;

/** The ports of a process that dies at a chosen call. From then on it gets nothing done. */
export class MortalProcess {
  readonly ports: HelpdeskPorts;
  /** Its calls with an effect, in order: `holds.hold`. */
  readonly effects: string[] = [];
  readonly #fate: Fate | null;
  readonly #underWay = new Set<Promise<unknown>>();
  #isDead = false;

  /** @param fate null for one that lives, or that something else kills */
  constructor(ports: HelpdeskPorts, fate: Fate | null) {
    this.#fate = fate;
    const { activation, ...own } = ports;
    const { store, ...rest } = activation;
    const wrapped = { ...this.#wrapAll({ activations: store, ...rest }), store: this.#wrap('activations', store) };
    this.ports = {
      ...this.#wrapAll(own),
      activation: { ...wrapped, onActive: (active) => completeActivation(this.ports, active, active) },
    };
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** From now on it gets nothing done. */
  die(): void {
    this.#isDead = true;
  }

  /** Runs until the work is done, or until the process is dead and the calls it had sent have ended. */
  async run(work: (ports: HelpdeskPorts) => Promise<unknown>): Promise<void> {
    try {
      await work(this.ports);
    } catch (error) {
      if (!this.#isDead) throw error;
    }
    await Promise.allSettled(this.#underWay);
  }

  #wrapAll<Ports extends object>(ports: Ports): Ports {
    const wrapped = Object.entries(ports).map(([name, port]: [string, unknown]) => [name, this.#wrapPort(name, port)]);
    return Object.fromEntries(wrapped) as Ports;
  }

  #wrapPort(name: string, port: unknown): unknown {
    const isHarmless = ['clock', 'random', 'settings', 'encrypter'].includes(name);
    return isHarmless || typeof port !== 'object' || port === null ? port : this.#wrap(name, port);
  }

  #wrap<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get: (target, member) => {
        const value: unknown = Reflect.get(target, member, target);
        // A gateway's offline part has effects of its own.
        if (member === 'offline' && typeof value === 'object' && value !== null) return this.#wrap('offline', value);
        if (typeof value !== 'function') return value;
        const call = (given: unknown[]): unknown => Reflect.apply(value, target, given);
        if (READS.test(String(member))) return (...given: unknown[]) => this.#read(() => call(given));
        return (...given: unknown[]) => this.#change(`${name}.${String(member)}`, () => call(given));
      },
    });
  }

  #read(call: () => unknown): unknown {
    if (this.#isDead) throw new Death();
    return call();
  }

  async #change(name: string, call: () => unknown): Promise<unknown> {
    if (this.#isDead) throw new Death();
    const index = this.effects.push(name) - 1;
    const dies = index === this.#fate?.index;
    if (dies) this.#isDead = true;
    if (dies && this.#fate?.when === 'before') throw new Death();
    const answer = Promise.resolve(call());
    this.#underWay.add(answer);
    const answered = await answer;
    if (this.#isDead) throw new Death();
    return answered;
  }
}
