import type { Passkey, PasskeyId } from '@/lib/accounts/passkeys/passkey';
import type { PasskeyChallenge, PasskeyStore } from '@/lib/accounts/passkeys/passkey-store';
import type { OpenSession, SessionId } from '@/lib/accounts/sessions/session';
import { personKey } from '@/lib/accounts/users/user';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';

export class MemoryPasskeyStore implements PasskeyStore {
  /** Users whose password is off, as `personKey` names them: the user directory writes, this store reads. */
  readonly withoutPassword = new Set<string>();
  readonly challenges = new Map<string, PasskeyChallenge>();
  /** Set by whoever has the sessions and the freezes. */
  isOpen: (session: OpenSession) => Promise<boolean> = async () => true;
  isFrozen: (user: UserKey) => boolean = () => false;
  /** Set by whoever has the vouchers. */
  useUp: (voucher: ActivationId, session: SessionId, backup: string) => boolean = () => false;
  #passkeys: Passkey[] = [];

  async list(user: UserKey): Promise<Passkey[]> {
    return this.#passkeys.filter(isOf(user)).toSorted((left, right) => left.number - right.number);
  }

  async find(credentialId: string): Promise<Passkey | null> {
    return this.#passkeys.find((passkey) => passkey.credentialId === credentialId) ?? null;
  }

  async add(
    passkey: Passkey,
    session: OpenSession,
    voucher: ActivationId | null = null,
  ): Promise<Result<null, 'already-registered' | 'changed-meanwhile'>> {
    if (!(await this.isOpen(session))) return refuse('changed-meanwhile');
    if (await this.find(passkey.credentialId)) return refuse('already-registered');
    const own = this.#passkeys.filter(isOf(passkey));
    if (own.some(({ number }) => number === passkey.number)) return refuse('changed-meanwhile');
    if (voucher && !this.useUp(voucher, session.id, passkey.id)) return refuse('changed-meanwhile');
    this.#passkeys.push(passkey);
    return accept(null);
  }

  async recordUse(
    id: PasskeyId,
    { counter, isBackedUp, at }: { counter: number; isBackedUp: boolean; at: Date },
  ): Promise<boolean> {
    const known = this.#passkeys.find((passkey) => passkey.id === id);
    if (!known || this.isFrozen(known) || (counter === 0 ? known.counter !== 0 : counter <= known.counter))
      return false;
    this.#change({ ...known, counter, isBackedUp, lastUsedAt: at });
    return true;
  }

  async rename(user: UserKey, id: PasskeyId, name: string): Promise<boolean> {
    const known = this.#passkeys.filter(isOf(user)).find((passkey) => passkey.id === id);
    if (known) this.#change({ ...known, name });
    return known !== undefined;
  }

  async remove(user: UserKey, id: PasskeyId): Promise<Result<Passkey, 'not-found' | 'last-passkey'>> {
    const own = this.#passkeys.filter(isOf(user));
    const known = own.find((passkey) => passkey.id === id);
    if (!known) return refuse('not-found');
    if (this.withoutPassword.has(personKey(user)) && own.length === 1) return refuse('last-passkey');
    this.#passkeys = this.#passkeys.filter((passkey) => passkey !== known);
    return accept(known);
  }

  async keepChallenge(challenge: PasskeyChallenge): Promise<void> {
    this.challenges.set(challenge.challenge, challenge);
  }

  async takeChallenge(challenge: string, holder: string): Promise<PasskeyChallenge | null> {
    const kept = this.challenges.get(challenge);
    if (kept?.holder !== holder) return null;
    this.challenges.delete(challenge);
    return kept;
  }

  async purgeChallenges(before: Date): Promise<void> {
    for (const { challenge, expiresAt } of this.challenges.values())
      if (expiresAt < before) this.challenges.delete(challenge);
  }

  #change(changed: Passkey): void {
    this.#passkeys = this.#passkeys.map((passkey) => (passkey.id === changed.id ? changed : passkey));
  }
}

function isOf({ userId, domain }: UserKey): (passkey: Passkey) => boolean {
  return (passkey) => passkey.userId === userId && passkey.domain === domain;
}
