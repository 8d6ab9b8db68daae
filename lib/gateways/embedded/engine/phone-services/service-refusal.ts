import type { JsonObject } from '../../../../shared/json-object';
import type { Result } from '../../../../shared/result';
import type { GatewayContext } from '../gateway-context';

/** Why a service refuses a well-formed call. */
export type ServiceRefusal =
  /** Unknown, ended or expired: one reply for all, so that identifiers cannot be probed. */
  | 'not-found'
  /** Not the next step: already done, or the previous one is missing. */
  | 'out-of-order'
  /** Evidence, device code, signature or message did not verify. */
  | 'wrong-proof'
  /** Pausing, because the phone's user has just given a wrong answer. */
  | 'paused'
  /** A field is missing, too long or malformed. */
  | 'invalid-parameter';

export type Service = {
  /** API keys that may call it (OneSpan §3.2). */
  allowed: 'front-end' | 'either';
  /** With null the reply has no `result`. @param address of the caller; null if it is not known */
  run(
    context: GatewayContext,
    fields: JsonObject,
    address: string | null,
  ): Promise<Result<object | null, ServiceRefusal>>;
};
