import type { MigrationConnection } from '@/lib/database/migration-connection';

/**
 * Everything that statements can find in a schema, also what Prisma's schema cannot say: a line each, in order.
 * That a column is never null is said with the column: PostgreSQL 18 names that after what the column was called first.
 */
export async function describeSchema(connection: MigrationConnection): Promise<string[]> {
  const rows = await connection.query<{ line: string }>(`
    SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
      || CASE WHEN attnotnull THEN ' not null' ELSE '' END
      || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || coalesce(' collate ' || collname, '')
      || ' at ' || row_number() OVER (PARTITION BY relname ORDER BY attnum) AS line
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN pg_collation ON pg_collation.oid = attcollation
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL
    SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL
    SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'head ' || row_to_json(audit_head) FROM audit_head
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}
