'use server';

import { startAction } from '@/lib/server/web/actions/start-action';
import { startSchema } from './start-schema';

export const startActivationAction = startAction(startSchema, ({ here, ...described }) => ({
  ...described,
  opensHere: here,
}));
