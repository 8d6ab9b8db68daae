'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { giveUpReplacement, undoReplacement } from '@/lib/devices/replacement/end-replacement';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import { formAction } from '@/lib/server/web/actions/form-action';
import { instanceSchema } from '../schemas';
import { z } from 'zod';
import { parseDeviceReplacementId } from '@/lib/devices/replacement/device-replacement';

const replacementSchema = z.object({
  replacementId: z.string().transform((text, context) => {
    const id = parseDeviceReplacementId(text);
    if (id) return id;
    context.addIssue('not a replacement');
    return z.NEVER;
  }),
});

const CHANGE = { permission: 'authenticator:change' } as const;

export const startReplacementAction = formAction(
  { ...CHANGE, schema: instanceSchema, proof: 'replace-device' },
  async ({ instanceId }, { services, signedIn, origin }) => {
    const started = await startReplacement(services.devices, signedIn.user, instanceId, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    redirect('/activations/new');
  },
);

export const giveUpReplacementAction = formAction(
  { ...CHANGE, schema: replacementSchema, proof: null },
  async ({ replacementId }, { services, signedIn, origin }) => {
    const result = await giveUpReplacement(services.devices, signedIn.user, replacementId, origin);
    if (!result.ok) return { status: 'refused', code: result.refusal };
    revalidatePath('/', 'layout');
    return { status: 'done' };
  },
);

export const undoReplacementAction = formAction(
  { ...CHANGE, schema: replacementSchema, proof: 'unlock-device' },
  async ({ replacementId }, { services, signedIn, origin }) => {
    const undone = await undoReplacement(services.devices, signedIn.user, replacementId, origin);
    if (!undone.ok) return { status: 'refused', code: undone.refusal };
    revalidatePath('/', 'layout');
    return { status: 'done' };
  },
);
