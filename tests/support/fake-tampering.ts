import type { Database } from '@/lib/database/database';

/** Changes the audit log as somebody could who owns the database: with its guards taken off and put back. */
export async function tamperWithAuditLog({ client }: Database, statement: string): Promise<void> {
  await client.$transaction([
    client.$executeRawUnsafe('ALTER TABLE audit_record DISABLE TRIGGER USER'),
    client.$executeRawUnsafe(statement),
    client.$executeRawUnsafe('ALTER TABLE audit_record ENABLE TRIGGER USER'),
  ]);
}
