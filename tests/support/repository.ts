import { fileURLToPath } from 'node:url';

/** The project's root directory. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));
