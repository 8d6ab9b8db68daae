import type { KnownNetworks } from '@/lib/access/known-networks';
import type { User } from '@/lib/access/user';

type Person = Pick<User, 'userId' | 'domain'>;

export class MemoryKnownNetworks implements KnownNetworks {
  readonly #signIns = new Map<string, Date>();

  recall(): null {
    return null;
  }

  async has(person: Person, network: string, since: Date): Promise<boolean> {
    const at = this.#signIns.get(keyOf(person, network));
    return at !== undefined && at > since;
  }

  async remember(person: Person, network: string, at: Date): Promise<void> {
    this.#signIns.set(keyOf(person, network), at);
  }

  async purge(before: Date): Promise<void> {
    for (const [key, at] of this.#signIns) if (at < before) this.#signIns.delete(key);
  }
}

function keyOf({ userId, domain }: Person, network: string): string {
  return JSON.stringify([userId, domain, network]);
}
