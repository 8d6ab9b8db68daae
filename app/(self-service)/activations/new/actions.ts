'use server';

import { startAction } from '@/lib/web/actions/start-action';
import { startSchema } from './start-schema';

export const startActivationAction = startAction(startSchema, ({ here, ...described }) => ({
  ...described,
  opensHere: here,
}));
