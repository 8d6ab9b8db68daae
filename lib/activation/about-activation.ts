import type { RequestOrigin } from '../shared/request-origin';
import type { Actor, AuditContext } from '../audit/audit-event';
import type { Activation } from './activation';

/** The circumstances of a move, for its audit event. */
export function aboutActivation({ userId, domain }: Activation, actor: Actor, origin: RequestOrigin): AuditContext {
  return { actor, subject: { userId, domain }, ...origin };
}

/** Where moves come from that no request asked for. */
export function noRequest(activation: Activation): RequestOrigin {
  return { correlationId: activation.id, address: null };
}
