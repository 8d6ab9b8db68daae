'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { changeAuthenticator, type AuthenticatorChange } from '@/lib/devices/change-authenticator';
import { deleteCopy } from '@/lib/devices/copies/erase-copy';
import { testLogin, type TestLoginCode } from '@/lib/devices/test-login';
import { sendTestNotification } from '@/lib/devices/test-notification';
import type { FormState } from '@/lib/shared/form-state';
import { formAction, type ActionContext } from '@/lib/server/web/actions/form-action';
import { instanceSchema, renameSchema, testLoginSchema } from './schemas';

const CHANGE = { permission: 'authenticator:change' } as const;

export const renameAction = formAction(
  { ...CHANGE, schema: renameSchema, proof: 'rename-device' },
  ({ instanceId, deviceName }, context) => change(context, instanceId, { kind: 'rename', name: deviceName }),
);

export const lockAction = formAction({ ...CHANGE, schema: instanceSchema, proof: null }, ({ instanceId }, context) =>
  change(context, instanceId, { kind: 'lock' }),
);

export const unlockAction = formAction(
  {
    ...CHANGE,
    schema: instanceSchema,
    proof: async ({ devices }, _signedIn, { instanceId }) => ({
      action: 'unlock-device',
      provedSince: await devices.holds.heldAt(instanceId, 'person'),
    }),
  },
  ({ instanceId }, context) => change(context, instanceId, { kind: 'unlock' }),
);

export const removeAction = formAction(
  { ...CHANGE, schema: instanceSchema, proof: 'remove-device' },
  async ({ instanceId }, context) => {
    const removed = await change(context, instanceId, { kind: 'remove' });
    if (removed.status === 'done') redirect('/');
    if (removed.code !== 'awaiting-approval') return removed;
    revalidatePath('/', 'layout');
    return { status: 'done', code: 'awaiting-approval' } as const;
  },
);

/** One press, because it only reduces access. */
export const deleteCopyAction = formAction(
  { ...CHANGE, schema: instanceSchema, proof: null },
  async ({ instanceId }, { services, signedIn, origin }) => {
    const result = await deleteCopy(services.copies, signedIn.user, instanceId, origin);
    if (!result.ok) return { status: 'refused', code: result.refusal } as const;
    revalidatePath('/', 'layout');
    return { status: 'done' } as const;
  },
);

export const testLoginAction = formAction(
  { permission: 'authenticator:view', schema: testLoginSchema, proof: null },
  async ({ instanceId, oneTimePassword }, { services, signedIn, origin }): Promise<FormState<TestLoginCode>> => {
    const { devices, logger } = services;
    const verdict = await testLogin(devices, signedIn.user, instanceId, oneTimePassword, origin, (error) =>
      logger.warn({ err: error }, 'the gateway failed'),
    );
    if (verdict.ok) {
      revalidatePath('/', 'layout');
      return { status: 'done', code: String(verdict.driftSeconds ?? '') };
    }
    const { refusal } = verdict;
    if (refusal.code !== 'clock-off') return { status: 'refused', code: refusal.code };
    return { status: 'refused', code: refusal.code, fields: { driftSeconds: String(refusal.driftSeconds) } };
  },
);

export const testNotificationAction = formAction(
  { permission: 'authenticator:view', schema: instanceSchema, proof: null },
  async ({ instanceId }, { services, signedIn }): Promise<FormState<'not-found' | 'too-many-attempts'>> => {
    const ports = { ...services.devices, trial: services.notificationTrial };
    const sent = await sendTestNotification(ports, signedIn.user, instanceId);
    if (!sent.ok) return { status: 'refused', code: sent.refusal };
    if (sent.value === 'gone') revalidatePath('/', 'layout');
    return { status: 'done', code: sent.value };
  },
);

async function change(context: ActionContext, instanceId: string, wanted: AuthenticatorChange) {
  const { services, signedIn, origin } = context;
  const result = await changeAuthenticator(services.devices, signedIn.user, instanceId, wanted, origin);
  if (!result.ok) return { status: 'refused', code: result.refusal } as const;
  revalidatePath('/', 'layout');
  return { status: 'done' } as const;
}
