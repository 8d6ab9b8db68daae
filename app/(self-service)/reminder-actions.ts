'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { REMINDER_KINDS } from '@/lib/accounts/reminders/reminder';
import { countReminder, dismissReminder } from '@/lib/accounts/reminders/reminders';
import { formAction } from '@/lib/server/web/actions/form-action';

const schema = z.object({ kind: z.enum(REMINDER_KINDS) });

export const countReminderAction = formAction(
  { permission: 'profile:change', schema, proof: null },
  async ({ kind }, { services, signedIn }) => {
    await countReminder(services.reminders, signedIn.user, kind);
    return { status: 'done' };
  },
);

export const dismissReminderAction = formAction(
  { permission: 'profile:change', schema, proof: null },
  async ({ kind }, { services, signedIn }) => {
    await dismissReminder(services.reminders, signedIn.user, kind);
    revalidatePath('/');
    return { status: 'done' };
  },
);
