import { environmentSchema } from '../../config/environment/environment-schema';
import { FILE_SETTINGS } from '../../config/environment/setting-files';

/**
 * This process's environment without what it, or an `.env` file, says of the product: set to nothing counts as not set. No
 * test outlives a power failure.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const names = [...Object.keys(environmentSchema.shape), ...FILE_SETTINGS.map((name) => `${name}_FILE`)];
  const unset = names.map((name) => [name, '']);
  return { ...process.env, ...Object.fromEntries(unset), TESSERA_FSYNC: '0' };
}
