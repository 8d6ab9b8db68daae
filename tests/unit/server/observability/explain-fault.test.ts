import { expect, test } from 'vitest';
import { explainFault } from '@/lib/server/observability/explain-fault';

test.each([
  ['a full disk below the embedded database', Object.assign(new Error('write'), { code: 'ENOSPC' }), /disk is full/],
  ['a full disk of a database server', prismaError('53100'), /disk of the database is full/],
  ['a database that has become read-only', prismaError('25006'), /read-only/],
  ['a server without a connection left', prismaError('53300'), /TESSERA_DATABASE_CONNECTIONS/],
  [
    'a folder that may not be written',
    Object.assign(new Error('mkdir'), { code: 'EACCES', path: '/backups' }),
    /^\/backups may not be used: give it to the user/,
  ],
  ['a server that is away', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), /start the server/],
  [
    'what the embedded database says of its files',
    new Error('could not write to log file: Read-only file system'),
    /mount it for writing/,
  ],
])('the fault %s is explained with what to do about it', (_fault, error, advice) => {
  expect(explainFault(error)).toMatch(advice);
});

test('a fault of our own comes without advice', () => {
  expect(explainFault(new RangeError('too far'))).toBeUndefined();
});

/** As Prisma throws it. */
function prismaError(originalCode: string): Error {
  return Object.assign(new Error('Raw query failed.'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode, kind: 'postgres' } } },
  });
}
