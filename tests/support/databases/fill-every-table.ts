import type { Client } from 'pg';

/** Tables that hold few rows however large a site is: a row, one for each key, or what an administrator has made by hand. */
const FEW = [
  'audit_forwarding',
  'audit_head',
  'data_key',
  'image_key',
  'licence_count',
  'licence_pool',
  'managed_webhook',
  'older_domain',
  'organisation',
  'push_key',
  'result_key',
  'service_account',
  'service_key',
  'site_version',
];

/** Filled by `fillAuditLog`, because a record names the one before it. */
const CHAINED = 'audit_record';

/** Rows of a table, of which the first are live, so that its jobs have something to do. */
const ROWS = 100_000;
const LIVE_ROWS = 20;

const LIVE = `n % ${ROWS} BETWEEN 1 AND ${LIVE_ROWS}`;
const OLD = 'n % 5 = 0';
const when = (condition: string, then: string, otherwise: string) =>
  `CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`;
const ENDED_LONG_AGO = when(OLD, `now() - interval '500 days'`, `now() + interval '1 hour'`);
const DUE = when(LIVE, `now() - interval '1 hour'`, `now() + interval '1 hour'`);
const PAST_WHILE_LIVE = when(LIVE, `now() - interval '1 hour'`, 'NULL');
const PAST_ONCE_ENDED = when(LIVE, 'NULL', `now() - n * interval '1 minute'`);
/** Sealed by the key `k2`, as far as anybody sees who does not open it. */
const SEALED = `'v1.k2.AAAA.AAAA'`;
const EVENT = `'{"type": "signed-out", "actor": {"kind": "system"}, "subject": null, "correlationId": "filled", "address": null}'`;

/** Columns of a name, in whatever table. */
const BY_NAME: Readonly<Record<string, string>> = {
  domain: `'example.org'`,
  user_id: `'person.' || n`,
  subject_user_id: `'person.' || n`,
  instance_id: `'VDS' || (1000000 + n) || '-1'`,
  serial_number: `'VDS' || (1000000 + n)`,
  sequence_number: '1',
  roles: when(LIVE, `'{administrator}'`, `'{user}'`),
  requested_by: `'anna.ames'`,
};

/** What the checks of a table demand, and what gives its jobs something to do: a few rows that are due, a fifth that is long over. */
const BY_TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account_freeze: { state: when(LIVE, `'frozen'`, `'lifted'`), frozen_by: `'person'`, is_settled: `NOT (${LIVE})` },
  activation: {
    state: when(LIVE, `'issued'`, `'active'`),
    encrypted_payload: when(LIVE, SEALED, 'NULL'),
    gateway_user_id: `'person.' || n`,
    gateway_domain: `'example.org'`,
    expires_at: PAST_WHILE_LIVE,
    active_at: PAST_ONCE_ENDED,
    instance_id: when(LIVE, 'NULL', `'VDS' || (1000000 + n) || '-1'`),
    registration_identifier: `'R' || n`,
    requested_network: `'192.0.2.0/24'`,
  },
  activation_link: { state: `'made'`, made_at: ENDED_LONG_AGO },
  api_request: { kept_until: ENDED_LONG_AGO, answer: when(LIVE, 'NULL', `'{}'`) },
  approval: {
    kind: `'removal'`,
    subject: `('{"instanceId": "VDS' || (1000000 + n) || '-1", "justification": "filled"}')::jsonb`,
    state: when(LIVE, `'awaiting'`, `'declined'`),
    ends_at: `now() - interval '1 hour'`,
    ended_at: PAST_ONCE_ENDED,
  },
  audit_tally: {
    event: EVENT,
    window_ends_at: DUE,
  },
  code_request: { due_at: DUE },
  device_act: {
    deed: `CASE n % 4 WHEN 0 THEN '{"kind": "rename", "name": "new", "before": "old"}' WHEN 1 THEN '{"kind": "unlock"}'
      WHEN 2 THEN '{"kind": "remove"}' ELSE '{"kind": "assignment"}' END`,
    event: EVENT,
    look_at: DUE,
  },
  device_copy: {
    state: `CASE n % 5 WHEN 0 THEN 'erased' WHEN 1 THEN 'returned' ELSE 'kept' END`,
    credential_hash: when(OLD, 'NULL', `'credential-' || n`),
    encrypted_copy: when(OLD, 'NULL', SEALED),
    public_key: when('n % 5 > 1', `'key'`, 'NULL'),
    encrypted_verifier: when('n % 5 > 1', SEALED, 'NULL'),
    erase_token_hash: when('n % 5 > 1', `'token-' || n`, 'NULL'),
    tries_left: when('n % 5 > 1', '5', 'NULL'),
    returned_at: when('n % 5 = 1', 'now()', 'NULL'),
    ended_at: when('n % 5 > 1', 'NULL', `now() - interval '500 days'`),
  },
  device_hold: { cause: `'person'`, locked_at: when(LIVE, 'NULL', 'now()') },
  device_mark: { marked_at: ENDED_LONG_AGO },
  device_notice: {
    state: when(LIVE, `'disowned'`, `'open'`),
    cause: `'not-me'`,
    disowned_at: PAST_WHILE_LIVE,
    trusted_from: 'now()',
    is_trust_told: `NOT (${LIVE})`,
  },
  device_replacement: {
    state: when(LIVE, `'awaiting-device'`, `'completed'`),
    ends_at: PAST_WHILE_LIVE,
    ended_at: PAST_ONCE_ENDED,
  },
  gateway_challenge: { state: when(LIVE, `'waiting'`, `'cancelled'`), expires_at: ENDED_LONG_AGO },
  gateway_instance: { state: `'active'`, encrypted_key: SEALED },
  gateway_registration: { state: when(LIVE, `'issued'`, `'activated'`), expires_at: ENDED_LONG_AGO },
  invitation: {
    state: when(LIVE, `'live'`, `'used'`),
    ends_at: PAST_WHILE_LIVE,
    ended_at: PAST_ONCE_ENDED,
    old_instance_id: `'VDS' || (1000000 + n) || '-1'`,
    old_device_fate: `'lock'`,
    old_device_state: when(LIVE, `'lock-due'`, 'NULL'),
  },
  known_network: { signed_in_at: ENDED_LONG_AGO },
  manager_request: { state: `'declined'`, expires_at: ENDED_LONG_AGO },
  outbox_message: {
    channel: `'mail'`,
    state: `CASE WHEN ${LIVE} THEN 'pending' WHEN n <= 1000 THEN 'dead' ELSE 'delivered' END`,
    encrypted_content: when(`n <= 1000 OR ${LIVE}`, SEALED, 'NULL'),
    due_at: 'now()',
    ended_at: when(LIVE, 'NULL', `now() - (n % 5) * interval '100 days'`),
  },
  passkey_challenge: { expires_at: ENDED_LONG_AGO },
  pending_operation: {
    kind: when('n % 2 = 0', `'removal'`, `'assignment'`),
    state: when(LIVE, `'waiting'`, `'done'`),
    snapshot: `'{"by": "unassign", "serialNumber": "VDS' || (1000000 + n) || '", "devices": []}'`,
    look_at: 'now()',
    ended_at: PAST_ONCE_ENDED,
  },
  phone_check: { expires_at: ENDED_LONG_AGO },
  rate_limit: { window_ends_at: ENDED_LONG_AGO },
  refused_attempts: { window_ends_at: DUE },
  safety_case: {
    about: `'lost-phone'`,
    proof: `'password'`,
    state: when(LIVE, `'open'`, `'closed'`),
    closed_at: PAST_ONCE_ENDED,
  },
  self_registration: { started_at: ENDED_LONG_AGO },
  session: { expires_at: ENDED_LONG_AGO },
  user_account: {
    disabled_at: when('n % 1000 = 0', 'now()', 'NULL'),
    name_key: `'name' || n`,
    user_id_key: `'person' || n`,
  },
  vendor_challenge: { state: when(LIVE, `'waiting'`, `'cancelled'`), expires_at: ENDED_LONG_AGO },
};

/** Of a type, where nothing else is said. */
const BY_TYPE: Readonly<Record<string, string>> = {
  text: `'filled-' || n`,
  integer: '1',
  bigint: '1',
  smallint: '1',
  boolean: 'false',
  jsonb: `'{}'`,
  'text[]': `'{}'`,
  'timestamp with time zone': `now() - n * interval '1 minute'`,
};

type Column = { table: string; name: string; type: string; isNeeded: boolean };

/**
 * Fills every table of the schema, but those of few rows and the audit log, with 100,000 rows that its checks accept. A new table is
 * filled like the others.
 * @param client of a superuser: triggers and foreign keys would only make it slower @returns tables that are large now
 */
export async function fillEveryTable(client: Client): Promise<string[]> {
  const tables = await addRows(client, 1, ROWS);
  await client.query('ANALYZE');
  return [...tables, CHAINED];
}

/** Live rows once more, after the jobs of a site have taken those before. @param round from 1 */
export async function addLiveRows(client: Client, round: number): Promise<void> {
  await addRows(client, round * ROWS + 1, round * ROWS + LIVE_ROWS);
}

async function addRows(client: Client, first: number, last: number): Promise<string[]> {
  const { rows: columns } = await client.query<Column>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AND NOT a.atthasdef AS "isNeeded"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_%' AND c.relname <> ALL ($1)
     ORDER BY c.relname, a.attnum`,
    [[...FEW, CHAINED]],
  );
  await client.query('SET session_replication_role = replica');
  const tables = [...new Set(columns.map(({ table }) => table))];
  for (const table of tables) {
    const filled = columns.filter((column) => column.table === table).flatMap((column) => expressionOf(column) ?? []);
    const names = filled.map(({ name }) => name).join(', ');
    const values = filled.map(({ value }) => value).join(', ');
    await client.query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM generate_series(${first}, ${last}) AS n`);
  }
  await client.query('SET session_replication_role = DEFAULT');
  return tables;
}

function expressionOf({ table, name, type, isNeeded }: Column): { name: string; value: string } | null {
  const given = BY_TABLE[table]?.[name] ?? (isNeeded || name === 'roles' ? BY_NAME[name] : undefined);
  if (given !== undefined) return { name, value: given.startsWith('CASE') ? `(${given})::${type}` : given };
  if (!isNeeded) return null;
  const value = name.startsWith('encrypted_') ? SEALED : BY_TYPE[type];
  if (value === undefined) throw new TypeError(`nothing is said of how ${table}.${name} of the type ${type} is filled`);
  return { name, value };
}
