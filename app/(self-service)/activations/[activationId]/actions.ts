'use server';

import { cancelActivation } from '@/lib/activation/cancel-activation';
import { codeTriesLeft } from '@/lib/activation/offline/code-attempts';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { enterSignature } from '@/lib/activation/offline/enter-signature';
import { findOwnActivation } from '@/lib/activation/find-own-activation';
import { startAction } from '@/lib/server/web/actions/start-action';
import { formAction } from '@/lib/server/web/actions/form-action';
import { z } from 'zod';
import { credentialShape, withCredential } from '../new/start-schema';
import { MAXIMUM_TYPED_CODE_LENGTH, withoutGaps } from '@/lib/shared/codes/typed-code';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';

const activationSchema = z.object({
  activationId: z.string().transform((text, context) => {
    const id = parseActivationId(text);
    if (id) return id;
    context.addIssue('not an activation');
    return z.NEVER;
  }),
});

/** A code that the phone shows after it scanned an image of an offline activation. */
const codeSchema = activationSchema.extend({
  code: z
    .string()
    .max(MAXIMUM_TYPED_CODE_LENGTH)
    .transform(withoutGaps)
    .pipe(z.string().regex(/^\d{1,40}$/)),
});

const renewSchema = activationSchema.extend(credentialShape).transform(withCredential);

export const cancelActivationAction = formAction(
  { permission: 'activation:start', schema: activationSchema, proof: null },
  async ({ activationId }, { services, signedIn, origin }) => {
    const cancelled = await cancelActivation(services.activation, signedIn, activationId, origin);
    return cancelled.ok ? { status: 'done' } : { status: 'refused', code: cancelled.refusal };
  },
);

const CODE = { permission: 'activation:start', schema: codeSchema, proof: null } as const;

/** Accepts a typed code of an offline activation. The page learns the outcome from its long poll. */
function codeAction(enter: typeof enterDeviceCode | typeof enterSignature) {
  return formAction(CODE, async ({ activationId, code }, { services, signedIn, origin }) => {
    const entry = await enter(services.activation, signedIn, activationId, code, origin);
    if (entry.ok) return { status: 'done' };
    const triesLeft = await codeTriesLeft(services.activation, signedIn, activationId);
    return {
      status: 'refused',
      code: entry.refusal,
      ...(triesLeft !== null && { fields: { triesLeft: String(triesLeft) } }),
    };
  });
}

export const deviceCodeAction = codeAction(enterDeviceCode);

export const signatureAction = codeAction(enterSignature);

/** Starts another activation for the same device after one has ended without it. */
export const renewActivationAction = startAction(
  renewSchema,
  async ({ activationId, credential }, { services, signedIn }) => {
    const old = await findOwnActivation(services.activation.store, signedIn, activationId);
    if (!old) return null;
    // The ended activation is the idempotency key: pressing twice, or in two tabs, starts one new activation.
    return {
      credential,
      deviceName: old.deviceName ?? '',
      activationType: old.activationType,
      startKey: old.id,
    };
  },
);
