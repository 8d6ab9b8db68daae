'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { ProofAsked } from '@/lib/accounts/proofs/check-proofs';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { answerAssignment, assignHardware, type AssignmentOutcome } from '@/lib/devices/hardware/assign-hardware';
import { formAction } from '@/lib/server/web/actions/form-action';

/** Longer than any is, so that the use case says what is wrong. */
const short = z.string().max(64);

const assignSchema = z.object({
  serialNumber: short,
  assignmentPassword: z.string().max(MAXIMUM_PASSWORD_LENGTH * 2),
  response: short.default(''),
  newPin: short.default(''),
  newPinAgain: short.default(''),
});

/** The password is a proof that the server compares with the assignment itself. */
const ASSIGN: ProofAsked = { action: 'assign-hardware', given: ['password'] };

export const assignHardwareAction = formAction(
  { permission: 'authenticator:change', schema: assignSchema, proof: async () => ASSIGN },
  async ({ serialNumber, assignmentPassword, response, newPin, newPinAgain }, { services, signedIn, origin }) => {
    const input = { serialNumber, password: assignmentPassword, response, newPin, newPinAgain };
    const result = await assignHardware(services.hardware, signedIn.user, input, origin);
    if (result.ok) return after(result.value);
    const { refusal } = result;
    if (typeof refusal === 'string') return { status: 'refused', code: refusal } as const;
    return { status: 'refused', code: 'invalid-input', errors: refusal } as const;
  },
);

const answerSchema = z.object({ serialNumber: short, challengeKey: short, response: short });

export const answerAssignmentAction = formAction(
  { permission: 'authenticator:change', schema: answerSchema, proof: null },
  async ({ serialNumber, challengeKey: key, response }, { services, signedIn, origin }) => {
    const result = await answerAssignment(services.hardware, signedIn.user, { serialNumber, key, response }, origin);
    if (result.ok) return after(result.value);
    const { refusal } = result;
    return { status: 'refused', code: refusal === 'assignment-refused' ? 'challenge-used' : refusal } as const;
  },
);

/** The challenge is shown this one time; the list shows a device that is theirs now, and one that waits for approval. */
function after(outcome: AssignmentOutcome) {
  if (outcome.kind === 'challenge') {
    const { challenge, serialNumber } = outcome;
    return { status: 'done', secret: JSON.stringify({ ...challenge, serialNumber }) } as const;
  }
  revalidatePath('/', 'layout');
  return redirect('/');
}
