import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jobNames } from '../../../support/jobs';

/**
 * @property lease by which one process at a time has an item: the method that takes it, and the file that it is in
 * @property why two processes may do it at once
 */
type Job = { lease: string; in: string } | { why: string };

const ONE_PROCESS = { why: 'only the embedded database has it, whose folder one process has' };
const ITS_OWN = { why: 'each process looks after what is its own' };
const BY_STATEMENT = { why: 'one statement takes or deletes the rows, and gives each of them to one process' };

/** What keeps two replicas from doing the work of a job twice. */
const JOBS: Readonly<Record<string, Job>> = {
  activations: { lease: 'lease', in: 'lib/activation/following/watch-activations.ts' },
  approvals: { lease: 'lease', in: 'lib/helpdesk/approvals/decide-approval.ts' },
  'pending-operations': { lease: 'claim', in: 'lib/devices/pending/follow-operation.ts' },
  'device-acts': { lease: 'claim', in: 'lib/devices/acts/act-at-gateway.ts' },
  'send-${channel}': { lease: 'lease', in: 'lib/messaging/send-due-messages.ts' },
  replacements: { why: 'a lock and a removal change nothing the second time, and the version saves one record' },
  helpdesk: { why: 'a lock and a removal change nothing the second time, and the version saves one record' },
  'disabled-accounts': { why: 'a second removal finds no device and records nothing, and one process removes the row' },
  'asked-codes': { why: 'nothing is sent before one transaction has deleted the request and queued its mail' },
  'service-accounts': { why: 'one statement notes that it was told, and queues its mails in its transaction' },
  'free-licences': { why: 'it only reads at the gateway, and the count that is kept last is as good' },
  'gateway-session': { why: 'each process has a session of its own, and one statement ends a request to a phone' },
  'signing-keys': { why: 'keys are numbered, so that one process adds the next one' },
  'audit-heads': { why: 'each process signs a head for its own log and file, and receivers check every one' },
  'audit-tally': BY_STATEMENT,
  'refused-attempts': BY_STATEMENT,
  'returned-copies': BY_STATEMENT,
  'clean-up': BY_STATEMENT,
  certificates: ITS_OWN,
  'webhook-lanes': ITS_OWN,
  'database-maintenance': ONE_PROCESS,
  'asked-backups': ONE_PROCESS,
  'daily-backup': ONE_PROCESS,
};

describe('jobs of several replicas', () => {
  it('every job takes a lease, or says why two replicas may do its work at once', () => {
    expect(jobNames().toSorted()).toEqual(Object.keys(JOBS).toSorted());
  });

  it('every lease is taken where the table says', () => {
    const missing = Object.entries(JOBS).filter(
      ([, job]) => 'lease' in job && !new RegExp(`\\.${job.lease}\\(`).test(readFileSync(job.in, 'utf8')),
    );
    expect(missing).toEqual([]);
  });
});
