import { FIRST_PREVIOUS_HASH } from '@/lib/audit/audit-record';
import type { Database } from '@/lib/database/database';

/** Changes the audit log as somebody could who owns the database: with its guards taken off and put back. */
export async function tamperWithAuditLog({ client }: Database, ...statements: string[]): Promise<void> {
  await client.$transaction([
    client.$executeRawUnsafe('ALTER TABLE audit_record DISABLE TRIGGER USER, DROP CONSTRAINT audit_record_has_a_key'),
    client.$executeRawUnsafe('ALTER TABLE audit_head DISABLE TRIGGER USER'),
    ...statements.map((statement) => client.$executeRawUnsafe(statement)),
    client.$executeRawUnsafe(`ALTER TABLE audit_record ENABLE TRIGGER USER,
      ADD CONSTRAINT audit_record_has_a_key CHECK (key_id IS NOT NULL) NOT VALID`),
    client.$executeRawUnsafe('ALTER TABLE audit_head ENABLE TRIGGER USER'),
  ]);
}

export async function emptyAuditLog(database: Database): Promise<void> {
  await tamperWithAuditLog(
    database,
    'TRUNCATE audit_record',
    `UPDATE audit_head SET sequence_number = 0, hash = '${FIRST_PREVIOUS_HASH}', key_id = NULL`,
  );
}
