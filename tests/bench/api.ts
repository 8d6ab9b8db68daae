/*
 * How long calls of the API take at 100 a second, reads and writes mixed, alone and beside activations, and what an open
 * page notices meanwhile: its "Device activated" without the calls, and with them.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { openAccess } from '@/lib/composition/open-access';
import { openInstallation } from '@/lib/composition/installation';
import { openMessages } from '@/lib/composition/open-messages';
import { openServiceAccounts } from '@/lib/composition/open-service-accounts';
import { AuditAppender } from '@/lib/database/append-audit-records';
import { Server } from '@/lib/kit/server/server';
import { makeFirstKey } from '@/lib/service-accounts/make-key';
import { decideServiceAccount, requestServiceAccount } from '@/lib/service-accounts/request-account';
import { SERVICE_SCOPES } from '@/lib/service-accounts/service-scope';
import { noRequest } from '@/lib/audit/audit-context';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { addAccounts } from '../support/add-accounts';
import { browserOptions } from '../support/browser/browser-options';
import { signedInAs } from '../support/doubles/principal';
import { valueOf } from '../support/doubles/fake-service-accounts';
import { percentile } from '../support/percentile';
import { completionLatencies } from './completion-latencies';

const PER_SECOND = 100;
const ACTIVATIONS = Number(process.argv[2] ?? 20);

/** How long the API is asked alone. */
const ALONE_MS = 20 * SECOND;

type Load = { latencies: Map<string, number[]>; statuses: Map<number, number>; seconds: number };

type Call = { name: string; method?: string; path: string; body?: object };

/** Of ten calls each, in turn. */
const CALLS: readonly Call[] = [
  { name: 'read a person', path: '/people/jane.doe' },
  { name: 'find people', path: '/people?q=doe' },
  { name: 'list devices', path: '/people/jane.doe/devices' },
  { name: 'read a person', path: '/people/person.1' },
  { name: 'read events', path: '/events?after=0&limit=50' },
  { name: 'list invitations', path: '/people/jane.doe/invitations' },
  { name: 'list devices', path: '/people/jane.doe/devices' },
  { name: 'list approvals', path: '/approvals' },
  { name: 'read statistics', path: '/statistics/activations?from=2026-01-01&to=2026-12-31' },
  { name: 'disable a person', method: 'PATCH', path: '/people/person.2', body: { state: 'disabled' } },
  { name: 'enable a person', method: 'PATCH', path: '/people/person.2', body: { state: 'enabled' } },
];

const server = await Server.start({ env: { TESSERA_STARTS_PER_DAY: '1000', TESSERA_ACTIVATION_LIMIT: '0' } });
await server.stop();
await addAccounts(server.dataDirectory, { people: 2, board: 0, staff: 0 });
const key = await makeKey(server);
await server.launch();
const browser = await chromium.launch(browserOptions());
try {
  const alone = startLoad();
  await pause(ALONE_MS);
  print('API alone', await alone.stop());
  const before = await completionLatencies(server.url, browser, ACTIVATIONS);
  const load = startLoad();
  const during = await completionLatencies(server.url, browser, ACTIVATIONS);
  print('API beside activations, with their browser and phone on the same cores', await load.stop());
  console.log(`"Device activated" in the page, ${ACTIVATIONS} activations each:`);
  console.log(`  without calls      median ${figure(before, 0.5)}, p95 ${figure(before, 0.95)}`);
  console.log(`  with them          median ${figure(during, 0.5)}, p95 ${figure(during, 0.95)}`);
} finally {
  await browser.close();
  await server.dispose();
}

function print(title: string, { latencies, statuses, seconds }: Load): void {
  const all = [...latencies.values()].flat();
  console.log(
    `${title}: ${all.length} calls in ${seconds.toFixed(0)} s (${(all.length / seconds).toFixed(0)} a second)`,
  );
  for (const [name, of] of [['all', all] as const, ...latencies])
    console.log(`  ${name.padEnd(18)} p50 ${figure(of, 0.5)}, p95 ${figure(of, 0.95)}, slowest ${figure(of, 1)}`);
  console.log(`  statuses ${JSON.stringify(Object.fromEntries(statuses))}`);
}

function figure(latencies: readonly number[], share: number): string {
  return `${percentile([...latencies], share).toFixed(1)} ms`;
}

/** A service account with every scope, made by two of the demo staff while the server is down. */
async function makeKey({ url, dataDirectory }: Server): Promise<string> {
  Object.assign(process.env, { TESSERA_URL: url, TESSERA_DATA_DIR: dataDirectory });
  const installation = await openInstallation(() => {});
  try {
    const appender = new AuditAppender(installation.chainKeys);
    const { persist } = openMessages(installation, appender);
    const access = openAccess(installation, appender, persist, null);
    const ports = openServiceAccounts(installation, access, persist, true);
    const { domain } = installation.config;
    const administrator = await access.users.find('administrator', domain);
    const approver = await access.users.find('approver', domain);
    if (!administrator || !approver) throw new Error('the demo staff are not there');
    const expiresAt = new Date(Date.now() + DAY);
    const limits = { networks: [], requestsPerMinute: 6_000, expiresAt };
    const asked = { name: 'Bench', scopes: SERVICE_SCOPES.filter(() => true), ...limits };
    const origin = noRequest('bench');
    const request = valueOf(await requestServiceAccount(ports, signedInAs(administrator), asked, origin));
    valueOf(await decideServiceAccount(ports, approver, request.id, 'approved', origin));
    return valueOf(await makeFirstKey(ports, signedInAs(administrator), request.accountId, origin));
  } finally {
    await installation.close();
  }
}

/** Calls at their times, however long the ones before take. */
function startLoad() {
  const latencies = new Map<string, number[]>();
  const statuses = new Map<number, number>();
  const underWay = new Set<Promise<void>>();
  const started = performance.now();
  const stopping = new AbortController();
  const call = async ({ name, method = 'GET', path, body }: Call) => {
    const at = performance.now();
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' },
      ...(body && { body: JSON.stringify(body) }),
    });
    await answer.text();
    latencies.set(name, [...(latencies.get(name) ?? []), performance.now() - at]);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  };
  const running = (async () => {
    for (let count = 0; !stopping.signal.aborted; count++) {
      const due = started + (count * SECOND) / PER_SECOND;
      if (due > performance.now()) await pause(due - performance.now());
      const next = CALLS[count % CALLS.length];
      if (!next) continue;
      const made = call(next).finally(() => underWay.delete(made));
      underWay.add(made);
    }
    await Promise.all(underWay);
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      return { latencies, statuses, seconds: (performance.now() - started) / SECOND };
    },
  };
}
