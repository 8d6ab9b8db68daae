import { environmentSchema } from '../../config/environment/environment-schema';

/**
 * This process's environment without what it, or an `.env` file, says of the product: set to nothing counts as not set. No
 * test outlives a power failure.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const unset = Object.keys(environmentSchema.shape).map((name) => [name, '']);
  return { ...process.env, ...Object.fromEntries(unset), TESSERA_FSYNC: '0' };
}
