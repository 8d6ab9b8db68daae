import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { UserKey } from '../../shared/identifiers/user-key';

/** `frz-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type FreezeId = string & { readonly brand: 'FreezeId' };

export const { parse: parseFreezeId, generate: generateFreezeId } = prefixedId<FreezeId>('frz');

/** How the account was frozen: by its signed-in user, by a phone of theirs, or by the link "It wasn't me". */
export const FREEZERS = ['person', 'phone', 'not-me'] as const;

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

/** An agent's request, and how they checked the caller. */
export type LiftRequest = {
  readonly ticket: string;
  readonly evidence: readonly { method: string; detail: string; isNote?: true }[];
  readonly requestedBy: string;
  readonly requestedAt: Date;
};

export type Frozen = Common & { readonly state: 'frozen' };
/** @property endsAt when it expires undecided, and the account stays frozen */
export type LiftRequested = Common & LiftRequest & { readonly state: 'lift-requested'; readonly endsAt: Date };
/** Approved, and still to be carried out at the gateway. */
export type Lifting = Common & LiftRequest & { readonly state: 'lifting'; readonly decidedBy: string };
export type Lifted = Common &
  LiftRequest & { readonly state: 'lifted'; readonly decidedBy: string; readonly endedAt: Date };

/** A frozen account: no session, no device, nothing pending, until two members of staff lift it. */
export type Freeze = Frozen | LiftRequested | Lifting | Lifted;

export type StandingFreeze = Exclude<Freeze, Lifted>;

export function settled<Standing extends StandingFreeze>(freeze: Standing): Standing {
  return { ...freeze, version: freeze.version + 1, isSettled: true };
}

export function requestLift(freeze: Frozen, request: LiftRequest & { endsAt: Date }): LiftRequested {
  return { ...freeze, ...request, version: freeze.version + 1, state: 'lift-requested' };
}

export function approveLift(freeze: LiftRequested, decidedBy: string): Lifting {
  const { ticket, evidence, requestedBy, requestedAt } = freeze;
  const request = { ticket, evidence, requestedBy, requestedAt };
  return { ...endLiftRequest(freeze), ...request, state: 'lifting', decidedBy };
}

/** Declined or expired. */
export function endLiftRequest({ id, version, userId, domain, frozenBy, frozenAt, isSettled }: LiftRequested): Frozen {
  return { id, version: version + 1, userId, domain, frozenBy, frozenAt, isSettled, state: 'frozen' };
}

export function finishLift(freeze: Lifting, endedAt: Date): Lifted {
  return { ...freeze, version: freeze.version + 1, state: 'lifted', endedAt };
}

/** PORT: whether accounts are frozen. */
export interface FreezeLookup {
  isFrozen(user: UserKey): Promise<boolean>;
}
