'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { closeCase } from '@/lib/helpdesk/desk/cases/open-cases';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../refused';

const caseSchema = z.object({ reference: z.string().max(40) });

/** It hides what a thief may have done, so a session left open is not enough. */
export const closeCaseAction = formAction(
  { permission: 'user:view', schema: caseSchema, proof: 'decide-as-staff' },
  async ({ reference }, { services, signedIn, origin }) => {
    const closed = await closeCase(services.helpdesk, signedIn, reference, origin);
    if (!closed.ok) return refused(closed.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);
