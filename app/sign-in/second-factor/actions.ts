'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/server/web/actions/form-action';
import { localPath } from '@/lib/server/web/local-path';

const FORM = { permission: 'profile:change', schema: z.object({ next: z.string().max(500) }) } as const;

export const actAsStaffAction = formAction({ ...FORM, proof: 'act-as-staff' }, async ({ next }) =>
  redirect(localPath(next)),
);

export const decideAsStaffAction = formAction({ ...FORM, proof: 'decide-as-staff' }, async ({ next }) =>
  redirect(localPath(next)),
);
