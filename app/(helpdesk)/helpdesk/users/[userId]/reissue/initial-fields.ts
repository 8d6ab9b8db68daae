import 'server-only';
import { z } from 'zod';
import { NO_DEVICE } from '@/components/staff/helpdesk/reissue/caller-checks';
import type { InvitationStore } from '@/lib/helpdesk/invitations/invitation-store';
import type { ReissueForm } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';
import { MINUTE } from '@/lib/shared/time/duration';

/** What the page is asked to start from; malformed values count as absent. @property again an invitation to repeat @property ticket from a link of the ticketing system, or from what was searched for */
export const startSchema = z.object({
  device: z.string().max(64).catch(''),
  again: z.string().max(64).catch(''),
  reason: z.enum(REISSUE_REASONS).nullable().catch(null),
  ticket: z.string().max(MAXIMUM_TICKET_LENGTH).catch(''),
});

/**
 * Values of the form's fields from the start. A device is chosen only if the address names it or the user has no other.
 * The caller check starts empty, because a check counts for one invitation.
 */
export async function initialFields(
  { invitations }: { invitations: InvitationStore },
  { user, devices }: Pick<ReissueForm, 'user' | 'devices'>,
  { device, again, reason, ticket }: z.output<typeof startSchema>,
): Promise<Record<string, string>> {
  const id = parseInvitationId(again);
  const earlier = id && (await invitations.find(id, user.domain));
  const repeated = earlier?.userId === user.userId ? earlier : null;
  // A device whose lock was undone was the wrong one.
  const oldDevice = repeated?.oldDevice?.state === 'released' ? null : repeated?.oldDevice;
  const isKnown = (instanceId: string | undefined) => devices.some((one) => one.instanceId === instanceId);
  const [only, second] = devices;
  const named = [device, oldDevice?.instanceId, second ? undefined : only?.instanceId].find(isKnown);
  return {
    ...(devices.length === 0 ? { oldInstanceId: NO_DEVICE } : named !== undefined && { oldInstanceId: named }),
    ...(reason !== null && { reason }),
    ...((reason === 'lost' || reason === 'stolen') && named !== undefined && { oldDevice: 'lock' }),
    ...(ticket !== '' && { ticket }),
    ...(repeated && {
      reason: repeated.reason,
      reasonText: repeated.reasonText ?? '',
      ticket: repeated.ticket,
      delivery: repeated.delivery,
      validForMinutes: String(repeated.lifetimeMs / MINUTE),
      ...(oldDevice && { oldDevice: oldDevice.fate }),
    }),
  };
}
