import 'server-only';
import type { Services } from '@/lib/server/composition/compose';
import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { latestStaffLock, mayUndoLock } from '@/lib/helpdesk/safety/locks/undo-lock';

const LOOKED_AT = 50;

/** Until when an agent may undo the lock that came with an invitation, in ISO 8601; null if they may not. */
export async function undoLockUntil(
  { audit, clock, directory, holds }: Services['helpdesk'],
  agentId: string,
  { oldDevice, state, userId, domain }: InvitationProgress,
): Promise<string | null> {
  if (oldDevice?.state !== 'locked' || state === 'opened' || state === 'used') return null;
  if (directory.capabilities.lock !== true || directory.capabilities.unlock !== true) return null;
  const { instanceId } = oldDevice;
  const lock = latestStaffLock(await audit.listFor({ userId, domain }, LOOKED_AT), instanceId);
  const allowed = mayUndoLock(agentId, lock, await holds.staffHold(instanceId), clock.now());
  return allowed.ok ? allowed.value.toISOString() : null;
}
