/**
 * How long calls of the API take at 100 a second, reads and writes mixed, alone and beside activations, and what an open
 * page notices meanwhile: its "Device activated" without the calls, and with them. The server is started as people start
 * it: the levers of tests would be measured with it.
 *
 *     npm run build && npx tsx tests/bench/api.ts [activations] [seconds of the API alone]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT_REQUESTS } from '@/lib/helpdesk/service-accounts/account-request';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { chromium } from '@playwright/test';
import { openAccounts } from '@/lib/server/composition/open-accounts';
import { openOwnDirectory } from '@/lib/server/composition/open-directory';
import { openInstallation } from '@/lib/server/composition/installation';
import { openMessaging } from '@/lib/server/composition/open-messaging';
import { openApprovals } from '@/lib/server/composition/open-approvals';
import { openServiceAccounts } from '@/lib/server/composition/open-service-accounts';
import { AuditAppender } from '@/lib/database/side-effects/append-audit-records';
import { Server } from '@/lib/kit/server/server';
import { makeFirstKey } from '@/lib/helpdesk/service-accounts/make-key';
import { requestServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import { SERVICE_SCOPES } from '@/lib/helpdesk/service-accounts/service-scope';
import { noRequest } from '@/lib/audit/audit-context';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { addAccounts } from '../support/add-accounts';
import { browserOptions } from '../support/browser/browser-options';
import { signedInAs } from '../support/doubles/principal';
import { valueOf } from '../support/doubles/fake-service-accounts';
import { percentile } from '../support/percentile';
import { type Answered, startCalls } from './parts/api-calls';
import { completionLatencies } from './parts/completion-latencies';

const ACTIVATIONS = Number(process.argv[2] ?? 20);
const ALONE_MS = Number(process.argv[3] ?? 20) * SECOND;

/** V8 has compiled what is called often, the embedded database included. */
const WARM_UP_MS = 10 * SECOND;

const server = await Server.start({ env: { TESSERA_STARTS_PER_DAY: '1000', TESSERA_ACTIVATION_LIMIT: '0' } });
await server.stop();
await addAccounts(server.dataDirectory, { people: 2, board: 0, staff: 0 });
const key = await makeKey(server);
await server.launchByNpm();
const browser = await chromium.launch(browserOptions());
try {
  await callFor(WARM_UP_MS);
  print('API alone', await callFor(ALONE_MS));
  const without = await completionLatencies(server.url, browser, ACTIVATIONS);
  const calls = await startCalls(server.url, key);
  const beside = await completionLatencies(server.url, browser, ACTIVATIONS);
  print('API beside activations, with their browser and phone on the same cores', await calls.stop());
  console.log(`"Device activated" in the page, ${ACTIVATIONS} activations each:`);
  console.log(`  without calls      median ${figure(without, 0.5)}, p95 ${figure(without, 0.95)}`);
  console.log(`  with them          median ${figure(beside, 0.5)}, p95 ${figure(beside, 0.95)}`);
} finally {
  await browser.close();
  await server.dispose();
}

async function callFor(ms: number): Promise<Answered> {
  const calls = await startCalls(server.url, key);
  await pause(ms);
  return calls.stop();
}

function print(title: string, { latencies, statuses, seconds, processorMs }: Answered): void {
  const all = [...latencies.values()].flat();
  const refused = [...statuses].filter(([status]) => status >= 400).map(([status, count]) => `${count} with ${status}`);
  console.log(
    `${title}: ${all.length} calls in ${seconds.toFixed(0)} s (${(all.length / seconds).toFixed(0)} a second)`,
  );
  for (const [name, of] of [['all', all] as const, ...latencies])
    console.log(`  ${name.padEnd(18)} p50 ${figure(of, 0.5)}, p95 ${figure(of, 0.95)}, slowest ${figure(of, 1)}`);
  console.log(`  refused            ${refused.join(', ') || 'none'}`);
  console.log(`  processor time of the server, everything it did for each call: ${processorMs.toFixed(2)} ms`);
}

function figure(latencies: readonly number[], share: number): string {
  return `${percentile(latencies, share).toFixed(1)} ms`;
}

/** A service account with every scope, made by two of the demo staff while the server is down. */
async function makeKey({ url, dataDirectory }: Server): Promise<string> {
  Object.assign(process.env, { TESSERA_URL: url, TESSERA_DATA_DIR: dataDirectory });
  const installation = await openInstallation(() => {});
  try {
    const appender = new AuditAppender(installation.chainKeys, installation.keyRing);
    const { persist } = openMessaging(installation, appender);
    const access = openAccounts(installation, appender, persist, openOwnDirectory(installation, persist).users);
    const approvals = openApprovals(installation.database, persist, true);
    const ports = openServiceAccounts(installation, access, persist, approvals, true);
    const { domain } = installation.config;
    const administrator = await access.users.find('administrator', domain);
    const approver = await access.users.find('approver', domain);
    if (!administrator || !approver) throw new Error('the demo staff are not there');
    const expiresAt = new Date(Date.now() + DAY);
    const limits = { networks: [], requestsPerMinute: 6_000, expiresAt };
    const asked = { name: 'Bench', scopes: SERVICE_SCOPES.filter(() => true), ...limits };
    const origin = noRequest('bench');
    const request = valueOf(await requestServiceAccount(ports, signedInAs(administrator), asked, origin));
    valueOf(await decideApproval(ports, ACCOUNT_REQUESTS, signedInAs(approver), request.id, 'approved', origin));
    return valueOf(await makeFirstKey(ports, signedInAs(administrator), request.subject.accountId, origin));
  } finally {
    await installation.close();
  }
}
