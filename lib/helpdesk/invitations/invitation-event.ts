import { webhook, type NewWebhookEvent } from '../../messaging/new-message';
import type { WebhookEvent } from '../../messaging/webhook-event';
import type { Invitation } from './invitation';

type InvitationEventType = Extract<WebhookEvent, { invitationId: string }>['type'];

/** The webhook event of a move of an invitation. */
export function invitationEvent(type: InvitationEventType, invitation: Invitation, at: Date): NewWebhookEvent {
  const { id, userId, domain, ticket } = invitation;
  return webhook({ type, userId, domain, at, invitationId: id, ticket }, id);
}
