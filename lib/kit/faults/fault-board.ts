import { specificity } from './call';
import { fault, type Fault, type PlaceFault } from './fault';
import { isPlaceFault, PARTS, type Place } from './place';

type Limits = {
  /** How many calls are spoiled; without it all of them until `clear`. */
  times?: number;
  /** Origin of the only server that answers so; without it all of them. */
  url?: string | null;
};

/** A fault that waits for its call. */
export type SetFault = { call: string; fault: Fault; left: number; url: string | null };

/** The first call of a name ends a process, before or after the call is carried out. */
type Cut = { call: string; when: 'before' | 'after'; onCut: () => void; isCut: boolean };

/** Which call is answered how. */
export class FaultBoard {
  #rules: (SetFault & { isMet: boolean })[] = [];
  /** Rules that were taken back before a call met them. */
  #missed: SetFault[] = [];
  #cut: Cut | null = null;
  /** What puts a place right again, by fault and server. */
  readonly #undo = new Map<string, () => Promise<void> | void>();
  readonly #place: Place;
  #answered = new Set<() => void>();

  /** @param place where the calls arrive; a fault needs the parts of it that it affects */
  constructor(place: Place = {}) {
    this.#place = place;
  }

  /**
   * @param call a call's name, or part of it (`isCallNamed`); the closest to the whole name wins
   * @throws RangeError if the place cannot have the fault
   */
  set(call: string, wrong: Fault, { times = Number.POSITIVE_INFINITY, url = null }: Limits = {}): void {
    this.#requirePart(wrong);
    this.#rules = this.#rules.filter((rule) => rule.call !== call || rule.url !== url);
    this.#rules.push({ call, fault: wrong, left: times, url, isMet: false });
  }

  /** Spoils one call. */
  once(call: string, wrong: Fault, url: string | null = null): void {
    this.set(call, wrong, { times: 1, url });
  }

  /**
   * Brings the fault of a place about at once, without waiting for a call.
   * @throws RangeError when the place cannot have it
   */
  async begin(wrong: PlaceFault, url: string | null = null): Promise<void> {
    this.#requirePart(wrong);
    const { listen, present, moveClock, endSessions } = this.#place;
    const key = `${wrong.kind} ${url ?? ''}`;
    switch (wrong.kind) {
      case 'refused':
        this.#undo.set(key, () => listen?.(url, true));
        return listen?.(url, false);
      case 'certificate':
        this.#undo.set(key, () => present?.(url, null));
        return present?.(url, wrong.certificate);
      case 'clock-off':
        this.#undo.set(key, () => moveClock?.(0));
        return moveClock?.(wrong.ms);
      case 'session-expired':
        return endSessions?.();
    }
  }

  /** Cuts the connection of a process for good, at a call. @param onCut called then */
  cut(call: string, when: Cut['when'], onCut: () => void): void {
    this.#cut = { call, when, onCut, isCut: false };
  }

  /**
   * Clears the faults of a call, and restores its server. Resolves when it listens again.
   * @param call as passed to `set`; omit to clear all faults
   */
  async clear(call?: string): Promise<void> {
    this.#cut = null;
    const gone = this.#rules.filter((rule) => call === undefined || rule.call === call);
    this.#missed.push(...gone.filter(({ isMet }) => !isMet));
    this.#rules = call === undefined ? [] : this.#rules.filter((rule) => rule.call !== call);
    const undo = [...this.#undo.values()];
    this.#undo.clear();
    await Promise.all(undo.map(async (putRight) => putRight()));
  }

  /** Faults that wait for a call. */
  list(): SetFault[] {
    return this.#rules
      .filter(({ left }) => left > 0)
      .map(({ call, fault: wrong, left, url }) => ({ call, fault: wrong, left, url }));
  }

  /** Clears every fault. @returns those that no call has met since the last time */
  async takeUnmet(): Promise<SetFault[]> {
    await this.clear();
    return this.#missed.splice(0);
  }

  /** The fault that a call meets at a server, which is used up by it. */
  take(call: string, url: string): Fault | null {
    if (this.#cut?.isCut) return fault.reset();
    if (this.#cut?.call === call) {
      this.#cut.isCut = true;
      this.#cut.onCut();
      return this.#cut.when === 'before' ? fault.reset() : fault.lostAnswer();
    }
    const [rule] = this.#rules
      .filter(({ left }) => left > 0)
      .filter((one) => specificity(call, one.call) > 0 && (one.url === null || one.url === url))
      .toSorted((left, right) => specificity(call, right.call) - specificity(call, left.call));
    if (!rule) return null;
    rule.left -= 1;
    rule.isMet = true;
    return rule.fault;
  }

  /** Resolves when the next call that arrives has been answered. */
  nextAnswer(): Promise<void> {
    return new Promise((resolve) => void this.#answered.add(resolve));
  }

  noteAnswer(): void {
    const waiting = this.#answered;
    this.#answered = new Set();
    for (const resolve of waiting) resolve();
  }

  #requirePart(wrong: Fault): void {
    if (isPlaceFault(wrong) && !this.#place[PARTS[wrong.kind]])
      throw new RangeError(`there is no "${wrong.kind}" at this place`);
  }
}
