import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { KnownNetworks } from '@/lib/accounts/sign-in/known-networks';

export class MemoryKnownNetworks implements KnownNetworks {
  readonly #signIns = new Map<string, Date>();

  recall(): null {
    return null;
  }

  async has(person: UserKey, network: string, since: Date): Promise<boolean> {
    const at = this.#signIns.get(keyOf(person, network));
    return at !== undefined && at > since;
  }

  async remember(person: UserKey, network: string, at: Date): Promise<void> {
    this.#signIns.set(keyOf(person, network), at);
  }

  async purge(before: Date): Promise<void> {
    for (const [key, at] of this.#signIns) if (at < before) this.#signIns.delete(key);
  }
}

function keyOf({ userId, domain }: UserKey, network: string): string {
  return JSON.stringify([userId, domain, network]);
}
