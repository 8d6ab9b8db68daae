import { ConfigurationError } from '../../config/configuration-error';
import { MIGRATION_LOCK } from '../migrate';
import type { MigrationConnection } from '../migration-connection';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** What the site needs of a table. */
const ORDINARY: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** Tables whose past the site cannot change, whatever it is made to ask: these rights and no others. */
const RESTRICTED: Readonly<Record<string, readonly Right[]>> = {
  audit_record: ['SELECT', 'INSERT'],
  // Goes forward, which a trigger sees to.
  audit_head: ['SELECT', 'UPDATE'],
  // Says who may read older records.
  older_domain: ['SELECT'],
  _prisma_migrations: ['SELECT'],
};

/** The rights of the role that the site runs as, on one table. */
export function runRightsOn(table: string): readonly Right[] {
  return RESTRICTED[table] ?? ORDINARY;
}

/**
 * Gives a role the rights that a running site needs, and takes all others: it owns nothing, so it can alter no table, and no
 * trigger of the audit log. Safe to repeat, which new tables make necessary.
 * @param role name of a role that exists
 * @throws ConfigurationError when the role could rewrite the audit log all the same, in words that say by what
 */
export async function grantToRunRole(connection: MigrationConnection, role: string): Promise<void> {
  const schema = await readSchema(connection);
  const tables = await connection.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
    [schema],
  );
  const quotedRole = quoted(role);
  const grants = tables.flatMap(({ name }) => {
    const table = `${quoted(schema)}.${quoted(name)}`;
    return [
      `REVOKE ALL ON TABLE ${table} FROM ${quotedRole}`,
      `GRANT ${runRightsOn(name).join(', ')} ON TABLE ${table} TO ${quotedRole}`,
    ];
  });
  const statements = [
    'BEGIN',
    // Two that grant at the same time would meet in the catalogue: "tuple concurrently updated".
    `SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`,
    `REVOKE CREATE ON SCHEMA ${quoted(schema)} FROM ${quotedRole}`,
    `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${quotedRole}`,
    ...grants,
    'COMMIT',
  ];
  await connection.exec(statements.join(';\n'));
  const excess = await findExcess(connection, role, schema);
  if (excess.length > 0)
    throw new ConfigurationError(
      excess.map((right) => `the user of DATABASE_URL (${role}) ${right}, and so may rewrite the audit log: take that`),
    );
}

/** What a role has beyond what it was given here: by what it is, from another role, or because everybody has it. */
async function findExcess(connection: MigrationConnection, role: string, schema: string): Promise<string[]> {
  const [place] = await connection.query<{ isOwner: boolean; mayCreate: boolean }>(
    `SELECT pg_has_role($1, current_user, 'MEMBER') AS "isOwner", has_schema_privilege($1, $2, 'CREATE') AS "mayCreate"`,
    [role, schema],
  );
  if (place?.isOwner) return ['is a superuser, or may act as the owner of the tables'];
  const attributes = await connection.query<{ attribute: string }>(
    `SELECT DISTINCT attribute FROM pg_roles, (VALUES ('CREATEROLE'), ('REPLICATION'), ('BYPASSRLS')) AS named (attribute)
      WHERE pg_has_role($1, oid, 'MEMBER') AND CASE attribute WHEN 'CREATEROLE' THEN rolcreaterole
        WHEN 'REPLICATION' THEN rolreplication ELSE rolbypassrls END ORDER BY 1`,
    [role],
  );
  const held = await connection.query<{ name: string; right: string }>(
    `SELECT tablename AS name, "right" FROM pg_tables, unnest($3::text[]) AS "right"
      WHERE schemaname = $2 AND tablename = ANY ($4)
        AND CASE WHEN "right" IN ('INSERT', 'UPDATE')
          THEN has_any_column_privilege($1, quote_ident($2) || '.' || quote_ident(tablename), "right")
          ELSE has_table_privilege($1, quote_ident($2) || '.' || quote_ident(tablename), "right") END`,
    [role, schema, ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'], Object.keys(RESTRICTED)],
  );
  return [
    ...attributes.map(({ attribute }) => `has, or may take, the attribute ${attribute}`),
    ...(place?.mayCreate ? [`may create tables in the schema ${schema}`] : []),
    ...held
      .filter(({ name, right }) => !runRightsOn(name).some((given) => given === right))
      .map(({ name, right }) => `has the right ${right} on ${name} from elsewhere`),
  ];
}

async function readSchema(connection: MigrationConnection): Promise<string> {
  const [place] = await connection.query<{ schema: string }>('SELECT current_schema() AS schema');
  if (!place) throw new TypeError('the connection has no schema');
  return place.schema;
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
