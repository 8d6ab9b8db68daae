import type { ChainProblem, ChainVerdict } from '../audit/chain-verdict';
import { verifyAuditChain } from '../audit/verify-audit-chain';
import { sha256Hex } from '../database/append-audit-records';
import { PrismaAuditLog } from '../database/prisma-audit-log';
import { openInstallation } from '../installation';
import { systemClock } from '../shared/clock';
import { runCommand } from './run-command';

const PROBLEMS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not fit what it says',
  'not-chained': 'does not follow the record before it',
};

await runCommand(async () => {
  const { database, close } = await openInstallation((error) => console.error(error));
  try {
    const verdict = await verifyAuditChain(new PrismaAuditLog(database.client, systemClock), sha256Hex);
    console.log(describe(verdict));
    return verdict.intact ? 0 : 1;
  } finally {
    await close();
  }
});

function describe(verdict: ChainVerdict): string {
  if (!verdict.intact) return `The audit log is broken: record ${verdict.sequenceNumber} ${PROBLEMS[verdict.problem]}.`;
  return `The audit log is intact: ${verdict.records} records, last hash ${verdict.lastHash}.`;
}
