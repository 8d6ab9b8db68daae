import { join } from 'node:path';

/** Tessera is started from its own folder. */
export function migrationsFolder(): string {
  return join(process.cwd(), 'prisma', 'migrations');
}
