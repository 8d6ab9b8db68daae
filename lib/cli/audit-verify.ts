import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkHead, HEAD_PROBLEMS, parseHead, type SignedHead } from '../audit/audit-head';
import type { AuditPorts } from '../audit/audit-log';
import type { ChainProblem, ChainVerdict } from '../audit/chain-verdict';
import { verifyAuditChain } from '../audit/verify-audit-chain';
import { auditLogOf, openInstallation } from '../server/composition/installation';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

const USAGE = `Verifies the audit log, and that it contains what was signed of it earlier. Exit code 1 when it does not.

  ${calledAs('audit-verify')} [--heads <file>] [--head <line>]...

--heads  a file with signed heads: what TESSERA_AUDIT_HEAD_FILE names (the default), or a log of Tessera
--head   one line of either`;

const PROBLEMS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not fit what it says',
  'not-chained': 'does not follow the record before it',
  unkeyed: 'was hashed without a key, as anybody could have done',
  'unknown-key': 'was hashed with a key that is not there',
};

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      heads: { type: 'string' },
      head: { type: 'string', multiple: true, default: [] },
      ...HELP_OPTION,
    },
  });
  const signedHeads = [...linesOf(values.heads), ...values.head].flatMap((line) => parseHead(line) ?? []);
  const isGiven = values.heads !== undefined || values.head.length > 0;
  if (values.help || (isGiven && signedHeads.length === 0)) {
    return printUsage(values.help ? USAGE : `No signed head was found in what was given.\n\n${USAGE}`, values.help);
  }
  const installation = await openInstallation((error) => console.error(error));
  const { config, chainKeys, close } = installation;
  try {
    const log = auditLogOf(installation);
    const verdict = await verifyAuditChain(log, chainKeys);
    console.log(describe(verdict));
    const file = config.audit.headFile ?? undefined;
    const heads = isGiven ? signedHeads : linesOf(file).flatMap((line) => parseHead(line) ?? []);
    const areThere = heads.length === 0 || (await compareHeads({ audit: log, hashes: chainKeys }, heads));
    return verdict.intact && areThere ? 0 : 1;
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

/** Prints the outcome. @returns whether the log contains all heads */
async function compareHeads(ports: AuditPorts, heads: readonly SignedHead[]): Promise<boolean> {
  for (const head of heads) {
    const problem = await checkHead(ports, head);
    if (problem) {
      const { sequenceNumber, signedAt } = head;
      console.log(`The head of ${signedAt}, record ${sequenceNumber}, ${HEAD_PROBLEMS[problem]}.`);
      return false;
    }
  }
  const last = heads.at(-1);
  console.log(
    `It contains all ${heads.length} signed heads, the last of ${last?.signedAt} (record ${last?.sequenceNumber}).`,
  );
  return true;
}

function linesOf(file: string | undefined): string[] {
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}
