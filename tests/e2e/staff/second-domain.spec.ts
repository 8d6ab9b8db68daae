import { PGlite } from '@electric-sql/pglite';
import { expect, request as requests } from '@playwright/test';
import { join } from 'node:path';
import { ROLES } from '@/lib/accounts/users/role';
import { DAY } from '@/lib/shared/time/duration';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { builtPages, builtRoutes } from '../../support/build-surface';
import { test as base } from '../fixtures/test';
import { openSession } from '../flows/open-session';

const formatCount = (count: number) => count.toLocaleString('en');

const HERE = 'elsewhere';
const THERE = 'second.example';

/** Of both domains. */
const READER = 'whoever.reads';

/** Of dead letters and of webhooks of the other domain: numbers that no page has for another reason. */
const DEAD = 4_327;
const WEBHOOKS = 1_613;

/** Parameters that name nothing of a domain. */
const OTHER_PARAMETERS: Record<string, string> = {
  step: 'name',
  language: 'en',
  probe: 'ready',
  digest: '0'.repeat(64),
  linkId: `lnk-${'0'.repeat(32)}`,
};

/** Columns whose texts are not of a domain: the audit log has one chain and one key, and browsers have the same names. */
const OF_NO_DOMAIN = /\.(?:hash|previous_hash|key_id|(?:requested_)?(?:browser|network))$/;

/** No other server than the two of this test. */
const test = base.extend({ baseURL: 'http://localhost' });

/** What a week of the demo leaves out. A content is sealed, and nobody opens it. */
async function addToOtherDomain(database: PGlite): Promise<void> {
  await database.query(
    `INSERT INTO outbox_message (id, kind, domain, channel, destination, encrypted_content, state, queued_at, due_at, ended_at)
     SELECT 'msg-' || lpad(number::text, 32, 'e'), 'welcome', account.domain, 'mail', 'undelivered.' || number || '@second.example',
       'none', 'dead', now(), now(), now()
     FROM user_account AS account, generate_series(1, $1::int) AS number WHERE user_id = 'jane.doe'`,
    [DEAD],
  );
  // Without one of its own the page lists none.
  await database.query(
    `INSERT INTO outbox_message (id, kind, domain, channel, destination, encrypted_content, state, queued_at, due_at, ended_at)
     SELECT 'msg-' || repeat('d', 32), kind, $1, channel, 'own@elsewhere.example', 'none', state, queued_at, due_at, ended_at
     FROM outbox_message WHERE state = 'dead' LIMIT 1`,
    [HERE],
  );
  await database.query(
    `INSERT INTO managed_webhook (id, version, domain, address, events, is_enabled, encrypted_secret, created_by, created_at)
     SELECT 'whk-' || lpad(number::text, 32, 'e'), 1, account.domain, 'https://hooks.second.example/' || number, '{}', true,
       'none', 'administrator', now()
     FROM user_account AS account, generate_series(1, $1::int) AS number WHERE user_id = 'jane.doe'`,
    [WEBHOOKS],
  );
  await database.query(
    `INSERT INTO manager_request (id, version, user_id, domain, manager_user_id, asked_by, state, asked_at, expires_at)
     SELECT 'mgr-' || lpad('1', 32, 'e'), 1, user_id, domain, $1, 'helpdesk', 'waiting', now(), now() + interval '1 hour'
     FROM user_account WHERE user_id = 'jane.doe'`,
    [READER],
  );
  await database.query(`UPDATE device_notice SET state = 'disowned', cause = 'not-me', disowned_at = now()`);
}

/** By table and column, every text that rows of the other domain hold and none of this one, whichever table it is in. */
async function marksOf(database: PGlite): Promise<Map<string, string[]>> {
  const columns = await database.query<{ table: string; name: string; domain: string }>(
    `SELECT c.table_name AS table, c.column_name AS name, d.column_name AS domain
     FROM information_schema.columns c JOIN information_schema.columns d USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.data_type = 'text' AND d.column_name IN ('domain', 'subject_domain')`,
  );
  const marks = new Map<string, string[]>();
  for (const { table, name, domain } of columns.rows) {
    const { rows } = await database.query<{ mark: string }>(
      `SELECT ${name} AS mark FROM ${table} WHERE ${domain} <> $1 AND length(${name}) > 7
       EXCEPT SELECT ${name} FROM ${table} WHERE ${domain} = $1`,
      [HERE],
    );
    // A word such as "approved" is on pages of every site.
    const found = rows.map(({ mark }) => mark).filter((mark) => mark !== READER && /[\d@. ]/.test(mark));
    if (found.length > 0 && !OF_NO_DOMAIN.test(`${table}.${name}`)) marks.set(`${table}.${name}`, found);
  }
  return marks;
}

/** What a parameter names at the other domain: `invitationId` a row of `invitation`, or whoever has a column of the name. */
function valueOf(marks: Map<string, string[]>, parameter: string): string {
  const column = parameter.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const row = `${column.replace(/_id$/, '')}.id`;
  const named = [...marks].find(([name]) => name === row || name.endsWith(`_${row}`) || name.endsWith(`.${column}`));
  const value = named?.[1][0] ?? OTHER_PARAMETERS[parameter];
  if (value === undefined) throw new Error(`nothing of the other domain is named by ${parameter}`);
  return value;
}

/** Every address of the build, with what it may be asked for, and whether staff alone open it. */
function* questions(marks: Map<string, string[]>) {
  const [from, to] = [-8 * DAY, 0].map((ago) => new Date(Date.now() + ago).toISOString().slice(0, 10));
  const everything = `?period=30&from=${from}&to=${to}&format=jsonl`;
  for (const { path, file } of [...builtPages(), ...builtRoutes()]) {
    const address = path.replaceAll(/\[(\w+)\]/g, (_whole, name: string) => encodeURIComponent(valueOf(marks, name)));
    const names = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name);
    // Sign-in's own, and the API's document, whose examples are about one of the demo's people.
    if (names.includes('nextauth') || address === '/api/docs') continue;
    const isOfOther = names.some((name) => !(name in OTHER_PARAMETERS));
    const isOfStaff = file.startsWith('app/(helpdesk)/');
    yield { address: address + everything, isOfOther, isOfStaff };
    if (isOfStaff || file.startsWith('app/api/'))
      yield { address: `${address}${everything}&q=ada.lovelace`, isOfOther, isOfStaff };
  }
}

test('threat: staff of one domain open any page or route, and read of another in the same database', async () => {
  const other = await Server.start({ env: { TESSERA_DEMO: '1', TESSERA_DOMAIN: THERE } });
  let server: Server | null = null;
  try {
    await other.stop();
    const database = await PGlite.create({ dataDir: join(other.dataDirectory, 'database') });
    await addToOtherDomain(database);
    const marks = await marksOf(database);
    await database.close();
    const kinds = ['activation', 'approval', 'invitation', 'managed_webhook', 'outbox_message', 'service_account'];
    expect([...marks.keys()]).toEqual(expect.arrayContaining(kinds.map((kind) => `${kind}.id`)));
    const secrets = [...new Set([...marks.values()].flat()), formatCount(DEAD), formatCount(WEBHOOKS)];

    server = await Server.start({ template: other.dataDirectory, env: { TESSERA_DOMAIN: HERE } });
    const account = { userId: READER, password: PASSWORD };
    const office = { language: 'en', group: null, phoneNumber: '+493023125002', manager: null } as const;
    const person = { ...account, ...office, displayName: 'Whoever', mailAddress: `${READER}@elsewhere.example` };
    // Of every role, so that each part of a page is there.
    await server.ask({ kind: 'add-person', ...person, roles: ROLES });
    const request = await requests.newContext({ baseURL: server.url });
    await openSession({ request }, account);
    for (const { address, isOfOther, isOfStaff } of questions(marks)) {
      const answer = await request.get(address);
      const text = await answer.text();
      // What was asked for is in the answer's own address.
      const read = secrets.filter((mark) => !address.includes(mark) && text.includes(mark));
      expect.soft(read, address).toEqual([]);
      const status = answer.status();
      if (isOfOther) expect.soft([403, 404], `${address}: ${status}`).toContain(status);
      else if (isOfStaff) expect.soft(status, address).toBe(address.startsWith('/helpdesk/forbidden') ? 404 : 200);
      else expect.soft(status, address).toBeLessThan(500);
    }
    await request.dispose();
  } finally {
    await server?.dispose();
    await other.dispose();
  }
});
