import type { JsonObject } from '../../../../shared/json-object';
import type { Result } from '../../../../shared/result';
import type { GatewayContext } from '../gateway-context';

/** Why a service refuses a well-formed call. */
export type ServiceRefusal =
  /** Unknown, ended or expired: one answer for all, so that identifiers cannot be probed. */
  | 'not-found'
  /** Not this step's turn: it was done already, or the one before was not. */
  | 'out-of-order'
  /** Evidence, device code, signature or message did not prove what it should. */
  | 'wrong-proof'
  /** Not yet again: the phone's person has just given a wrong answer. */
  | 'paused'
  /** A field is missing, too long or not of its form. */
  | 'invalid-parameter';

export type Service = {
  /** Which API keys may call it (OneSpan §3.2). */
  allowed: 'front-end' | 'either';
  /** A null result leaves `result` out of the answer. */
  run(context: GatewayContext, fields: JsonObject): Promise<Result<object | null, ServiceRefusal>>;
};
