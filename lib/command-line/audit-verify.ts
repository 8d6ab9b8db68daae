import type { ChainProblem, ChainVerdict } from '../audit/chain-verdict';
import { verifyAuditChain } from '../audit/verify-audit-chain';
import { AuditAppender } from '../database/append-audit-records';
import { PrismaAuditLog } from '../database/prisma-audit-log';
import { openInstallation } from '../installation';
import { systemClock } from '../shared/clock';
import { runCommand } from './run-command';

const PROBLEMS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not fit what it says',
  'not-chained': 'does not follow the record before it',
  unkeyed: 'was hashed without a key, as anybody could have done',
  'unknown-key': 'was hashed with a key that is not there',
};

await runCommand(async () => {
  const { database, chainKeys, close } = await openInstallation((error) => console.error(error));
  try {
    const log = new PrismaAuditLog(database.client, systemClock, new AuditAppender(chainKeys));
    const verdict = await verifyAuditChain(log, chainKeys);
    console.log(describe(verdict));
    return verdict.intact ? 0 : 1;
  } finally {
    await close();
  }
});

function describe(verdict: ChainVerdict): string {
  if (!verdict.intact) return `The audit log is broken: record ${verdict.sequenceNumber} ${PROBLEMS[verdict.problem]}.`;
  const { records, lastHash, unkeyed = 0 } = verdict;
  const older = unkeyed > 0 ? ` The first ${unkeyed} are from before hashes had a key.` : '';
  return `The audit log is intact: ${records} records, last hash ${lastHash}.${older}`;
}
