import { environmentSchema } from '@/lib/config/environment/environment-schema';
import { factsOf } from '@/lib/config/environment/setting';

/** Settings whose value administrators see: of no other it is certain that it is no secret. */
export const SHOWN_SETTINGS: ReadonlySet<string> = new Set(
  Object.entries(environmentSchema.shape)
    .filter(([, schema]) => factsOf(schema).shown !== undefined)
    .map(([name]) => name),
);
