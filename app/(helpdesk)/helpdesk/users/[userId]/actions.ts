'use server';

import { revalidatePath } from 'next/cache';
import { oneLine } from '@/lib/shared/text/one-line';
import { endSessionsOf } from '@/lib/helpdesk/safety/end-sessions-of';
import { requestLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { undoLock } from '@/lib/helpdesk/safety/locks/undo-lock';
import { requestChange } from '@/lib/helpdesk/desk/changes/request-change';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { formAction } from '@/lib/server/web/actions/form-action';
import { recordRefusal } from '@/lib/server/web/actions/record-refusal';
import { refused } from '../../refused';
import { deviceSchema, liftSchema, removalSchema, unlockingSchema, userSchema } from './schemas';

export const lockDeviceAction = formAction(
  { permission: 'device:lock', schema: deviceSchema, proof: null },
  async ({ userId, instanceId }, { services, signedIn, origin }) => {
    const locked = await lockDevice(services.helpdesk, signedIn, { userId }, instanceId, origin);
    if (!locked.ok) return refused(locked.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

export const undoLockAction = formAction(
  { permission: 'device:lock', schema: deviceSchema, proof: 'decide-as-staff' },
  async ({ userId, instanceId }, { services, signedIn, origin }) => {
    const undone = await undoLock(services.helpdesk, signedIn, { userId }, instanceId, origin);
    if (!undone.ok) return refused(undone.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

/** Widens access, and a second person decides. */
export const requestUnlockingAction = formAction(
  { permission: 'device:lock', schema: unlockingSchema, proof: 'decide-as-staff' },
  async ({ userId, instanceId, ticket: input }, { services, signedIn, origin }) => {
    const ticket = oneLine(input, MAXIMUM_TICKET_LENGTH);
    if (ticket === null) return refused('ticket-missing');
    const change = { change: 'unlock-device', role: null, instanceId, ticket } as const;
    const result = await requestChange(services.helpdesk, signedIn, { userId }, change, origin);
    if (!result.ok) return refused(result.refusal === 'already-asked' ? 'change-already-asked' : result.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

export const endSessionsAction = formAction(
  { permission: 'session:end', schema: userSchema, proof: null },
  async ({ userId }, { services, signedIn, origin }) => {
    const result = await endSessionsOf(services.helpdesk, signedIn, { userId }, origin);
    if (!result.ok) return refused(result.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

export const askToLiftAction = formAction(
  { permission: 'invitation:send', schema: liftSchema, proof: 'decide-as-staff' },
  async ({ userId, ticket, ...details }, { services, signedIn, origin }) => {
    const notes = [
      { method: 'call-back', detail: details.callBack },
      { method: 'identity-document', detail: details.identityDocument },
      { method: 'manager', detail: details.manager },
    ] as const;
    const input = { ticket, notes: notes.filter(({ detail }) => detail.trim() !== '') };
    const result = await requestLift(services.helpdesk, signedIn, { userId }, input, origin);
    if (!result.ok) return refused(result.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

export const requestRemovalAction = formAction(
  { permission: 'removal:request', schema: removalSchema, proof: 'decide-as-staff' },
  async ({ userId, breakGlass, justification, ...fields }, { services, signedIn, origin }) => {
    const removal = { ...fields, justification: breakGlass ? justification : null };
    const result = await requestRemoval(services.helpdesk, signedIn, { userId }, removal, origin);
    if (!result.ok && result.refusal === 'not-permitted') await recordRefusal(signedIn, 'approval:break-glass');
    if (!result.ok) return refused(result.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);
