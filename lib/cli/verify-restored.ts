import { checkHead, HEAD_PROBLEMS, type SignedHead } from '../audit/audit-head';
import { verifyAuditChain } from '../audit/verify-audit-chain';
import { auditLogOf, type Installation } from '../server/composition/installation';
import { calledAs } from './called-as.mjs';

/**
 * Verifies the audit log of a database that was restored.
 * @param head that was kept with the backup; null where none was
 * @returns how many records are intact, and what is wrong, in sentences
 */
export async function verifyRestored(
  installation: Installation,
  head: SignedHead | null,
): Promise<{ records: number; problems: string[] }> {
  const { chainKeys } = installation;
  const audit = auditLogOf(installation);
  const verdict = await verifyAuditChain(audit, chainKeys);
  const problem = head && (await checkHead({ audit, hashes: chainKeys }, head));
  const problems: string[] = [];
  if (!verdict.intact)
    problems.push(`Its audit log is broken at record ${verdict.sequenceNumber}: see ${calledAs('audit-verify')}.`);
  if (head && problem)
    problems.push(`The head of its audit log, record ${head.sequenceNumber}, ${HEAD_PROBLEMS[problem]}.`);
  return { records: verdict.intact ? verdict.records : 0, problems };
}
