/** Advice for operators about faults of the environment, by the code of the system or of PostgreSQL (appendix A). */
const EXPLANATIONS: Record<string, string> = {
  ENOSPC: 'the disk is full: free some space, and Tessera goes on by itself',
  '53100': 'the disk of the database is full: free some space, and Tessera goes on by itself',
  EROFS: 'the disk has become read-only: mount it for writing again, and start Tessera again if it does not go on',
  '25006': 'the database is read-only: let it take writes, or point DATABASE_URL to one that does',
  ECONNREFUSED: 'nothing answers at this address: start the server there; Tessera tries again by itself',
  '53300':
    'the database server has no connection left: lower TESSERA_DATABASE_CONNECTIONS or raise its max_connections',
  '57P03': 'the database server is starting: Tessera tries again by itself',
  '57014': 'the database took too long for a statement: look at its load and its locks',
  '55P03': 'a lock of the database was not to be had in time: look for a transaction that was left open',
};

/** @returns advice about a fault of the environment; undefined where there is none */
export function explainFault(error: Error): string | undefined {
  const { code, path = 'a file or folder' } = error as NodeJS.ErrnoException;
  if (code === 'EACCES') return `${path} may not be used: give it to the user that runs Tessera`;
  return codesOf(error)
    .map((one) => EXPLANATIONS[one])
    .find((explanation) => explanation !== undefined);
}

/** The error's codes. Prisma keeps those of the database separately. */
function codesOf(error: Error): string[] {
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: DriverCause } } };
  const driver = meta?.driverAdapterError?.cause;
  // PostgreSQL has no code for it; PGlite passes on the file system's message.
  const errorCode = /read-only file system/i.test(error.message) ? 'EROFS' : undefined;
  return [errorCode, code, driver?.originalCode, driver?.code].filter((one) => typeof one === 'string');
}

type DriverCause = { originalCode?: unknown; code?: unknown };
