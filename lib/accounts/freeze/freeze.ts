import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { UserKey } from '../../shared/identifiers/user-key';

/** `frz-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type FreezeId = string & { readonly brand: 'FreezeId' };

export const { parse: parseFreezeId, generate: generateFreezeId } = prefixedId<FreezeId>('frz');

/**
 * How the account was frozen: by its signed-in user, by a phone of theirs, by the link "It wasn't me", or by whoever
 * reported a lost phone.
 */
export const FREEZERS = ['person', 'phone', 'not-me', 'lost-phone'] as const;

type Common = {
  readonly id: FreezeId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly userId: string;
  readonly domain: string;
  readonly frozenBy: (typeof FREEZERS)[number];
  readonly frozenAt: Date;
  /** Whether every device is locked and every pending activation is cancelled. */
  readonly isSettled: boolean;
};

export type Frozen = Common & { readonly state: 'frozen' };
/** Two members of staff have agreed that it is lifted, which is due at the gateway. */
export type Lifting = Common & { readonly state: 'lifting' };
export type Lifted = Common & { readonly state: 'lifted'; readonly endedAt: Date };

/** A frozen account: no session, no device, nothing pending, until two members of staff lift it. */
export type Freeze = Frozen | Lifting | Lifted;

export type StandingFreeze = Exclude<Freeze, Lifted>;

export function settled(freeze: Frozen): Frozen {
  return { ...freeze, version: freeze.version + 1, isSettled: true };
}

/** PORT: whether accounts are frozen. */
export interface FreezeLookup {
  isFrozen(user: UserKey): Promise<boolean>;
}
