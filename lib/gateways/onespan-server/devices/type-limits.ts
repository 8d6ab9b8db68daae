import type { ActivationLimits } from '../../../devices/authenticator-directory';
import { hasRoomFor } from '../../../devices/read-limits';
import { GatewayError } from '../../../activation/gateway-error';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import { HOUR, MINUTE } from '../../../shared/time/duration';
import { instancesIn, licencesIn, limitsOf } from './licences-in';
import type { Administration } from '../administration/administration';
import type { DigipassRecord } from '../administration/digipass-record';

/** How long the policy is remembered, and that it could not be read. */
const REMEMBERED_MS = 10 * MINUTE;

/** How long a refusal counts that the policy does not explain: somebody may have changed the policy. */
const LEARNED_MS = HOUR;

/** A refusal is a person's, so that there are few. */
const MAXIMUM_LEARNED = 1_000;

/**
 * How many devices of a type a user may have (OneSpan §4.3): from the policy where the service user may read it, and
 * otherwise from a refusal, which each process learns for itself. That devices count, and not licences, is inferred.
 */
export class TypeLimits {
  readonly #administration: Administration;
  readonly #policy: string | null;
  readonly #clock: Clock;
  readonly #onFailure: (failure: GatewayError) => void;
  readonly #learned = new Map<string, { count: number; until: number }>();
  #read: { limits: Promise<ReadonlyMap<string, number> | null>; until: number } | null = null;

  /** @param policy its name; null where it is not read @param onFailure told why it could not be */
  constructor(
    administration: Administration,
    policy: string | null,
    clock: Clock,
    onFailure: (failure: GatewayError) => void,
  ) {
    this.#administration = administration;
    this.#policy = policy;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  /**
   * The limit that a user meets first: of activations, or of devices of a type. Null while the policy cannot be read, unless
   * no activation is left: more may be left than the policy allows.
   * @param records theirs
   */
  async limitsFor(owner: UserKey, records: DigipassRecord[]): Promise<ActivationLimits | null> {
    const activations = limitsOf(records);
    const { used } = activations;
    const learned = this.#learned.get(keyOf(owner));
    if (learned && learned.until > this.#now() && used <= learned.count)
      return { used, limit: learned.count, ofKind: true };
    const limits = await this.#limits();
    if (!limits) return hasRoomFor(activations) ? null : activations;
    const cap = capOf(records, limits);
    const isMetFirst = cap !== null && (activations.limit === 0 || cap < activations.limit);
    return isMetFirst ? { used, limit: cap, ofKind: true } : activations;
  }

  /** The server has refused one more of them. */
  learn(owner: UserKey, records: DigipassRecord[]): void {
    if (this.#learned.size >= MAXIMUM_LEARNED) this.#learned.clear();
    this.#learned.set(keyOf(owner), { count: instancesIn(records).length, until: this.#now() + LEARNED_MS });
  }

  /** Null where the policy could not be read. */
  #limits(): Promise<ReadonlyMap<string, number> | null> {
    if (!this.#read || this.#read.until <= this.#now()) {
      const limits = this.#view().catch((error: unknown) => {
        if (!(error instanceof GatewayError)) throw error;
        this.#onFailure(error);
        return null;
      });
      this.#read = { limits, until: this.#now() + REMEMBERED_MS };
    }
    return this.#read.limits;
  }

  async #view(): Promise<ReadonlyMap<string, number> | null> {
    if (this.#policy === null) return new Map();
    const text = await viewTypeLimits(this.#administration, this.#policy);
    return text === null ? null : parseTypeLimits(text);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

/**
 * What the policy says, with what it inherits.
 * @returns null where there is no such policy. That a policy is named by `POLICYFLD_POLICY_ID` is inferred
 * @throws GatewayError
 */
export async function viewTypeLimits(administration: Administration, policy: string): Promise<string | null> {
  const fields = await administration.execute('policyExecute', 'POLICYCMD_GET_EFFECTIVE_POLICY', {
    POLICYFLD_POLICY_ID: policy,
  });
  return fields && (fields['POLICYFLD_DP_TYPE_LIMIT'] ?? '');
}

/**
 * Pairs of type and limit, joined by commas. What separates the two is not published, so anything does that is in no name of a
 * type; what is no pair is passed over.
 */
export function parseTypeLimits(text: string | null): Map<string, number> {
  const pairs = (text ?? '').split(',').map((pair) => /^\s*([\w.-]+?)[\s:=/|;]+(\d{1,6})\s*$/.exec(pair));
  return new Map(pairs.flatMap((pair) => (pair?.[1] && pair[2] ? [[pair[1].toUpperCase(), Number(pair[2])]] : [])));
}

/** How many devices a user may have by the types of their licences; null where one of these has no limit. */
function capOf(records: DigipassRecord[], limits: ReadonlyMap<string, number>): number | null {
  const types = [...new Set(licencesIn(records).map(({ type }) => type.toUpperCase()))];
  const caps = types.map((type) => limits.get(type));
  return caps.length === 0 || caps.includes(undefined) ? null : caps.reduce<number>((sum, cap) => sum + (cap ?? 0), 0);
}

function keyOf({ userId, domain }: UserKey): string {
  return JSON.stringify([userId, domain]).toLowerCase();
}
