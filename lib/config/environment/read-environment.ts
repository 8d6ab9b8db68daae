import type { z } from 'zod';
import { ConfigurationError } from '../configuration-error';
import { withUnwrappedDataKeys } from './data-keys-command';
import { withSettingFiles } from './setting-files';
import { environmentSchema, type Environment } from './environment-schema';
import { backupProblems, secretsForServer } from '../sections/data-settings';
import { mixedIdentityProblem } from '../sections/client-identity';
import { identityProviderProblems } from '../sections/identity-provider-config';
import { CLOUD_IDENTITY, oneSpanCloudProblems } from '../sections/onespan-cloud-config';
import { oneSpanServerProblems, SERVER_IDENTITY } from '../sections/onespan-server-config';
import { relayProblems } from '../sections/relay-config';
import { siemProblems } from '../sections/siem-config';
import { isOnThisMachine } from '../sections/site-settings';

const GATEWAYS = {
  'onespan-server': { problemsOf: oneSpanServerProblems, identity: SERVER_IDENTITY },
  'onespan-cloud': { problemsOf: oneSpanCloudProblems, identity: CLOUD_IDENTITY },
} as const;

/**
 * Reads the environment, and what it names: files of secrets, and the command that unwraps the data keys.
 * @returns with the variables as they then are
 * @throws ConfigurationError listing every problem
 */
export function readSettings(given: Readonly<Record<string, string | undefined>>) {
  const fromFiles = withSettingFiles(given);
  const unwrapped = withUnwrappedDataKeys(fromFiles.variables);
  const problems = [...fromFiles.problems, ...unwrapped.problems];
  const { variables } = unwrapped;
  return { environment: readEnvironment(variables, problems), variables };
}

/**
 * Reads the environment. An empty variable counts as unset.
 * @param earlierProblems to be listed before those found here
 * @throws ConfigurationError listing every missing or malformed variable
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  earlierProblems: readonly string[] = [],
): Environment {
  const variablesSet = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(variablesSet, { error: wordsOf });
  const problems = [
    ...earlierProblems,
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)),
  ];
  if (variablesSet['DATABASE_URL'] !== undefined) {
    const needed = secretsForServer(isOutside(variablesSet['GATEWAY']));
    const missing = needed.filter((name) => variablesSet[name] === undefined);
    problems.push(...missing.map((name) => `${name} is needed with DATABASE_URL`));
  }
  problems.push(...backupProblems(variablesSet));
  if (variablesSet['DATABASE_MIGRATION_URL'] !== undefined && variablesSet['DATABASE_URL'] === undefined)
    problems.push('DATABASE_URL is needed with DATABASE_MIGRATION_URL');
  if (variablesSet['SMTP_URL'] !== undefined && variablesSet['MAIL_FROM'] === undefined)
    problems.push('MAIL_FROM is needed with SMTP_URL');
  if (parsed.success && parsed.data.WEBHOOK_URLS?.length !== parsed.data.WEBHOOK_SECRETS?.length)
    problems.push('WEBHOOK_SECRETS needs one secret for each address of WEBHOOK_URLS');
  if (parsed.success && parsed.data.TESSERA_DEMO === 1 && !mayHaveDemo(parsed.data))
    problems.push(
      'TESSERA_DEMO is for this machine alone: it needs the embedded database and gateway, and HOST and TESSERA_URL at 127.0.0.1 or localhost',
    );
  if (variablesSet['TESSERA_SIEM_FORMAT'] === 'cef')
    problems.push(
      'TESSERA_SIEM_FORMAT is no longer read: have the SIEM parse OCSF, which is JSON, and take this line out',
    );
  if (parsed.success) problems.push(...siemProblems(parsed.data));
  problems.push(...identityProviderProblems(variablesSet));
  problems.push(...gatewayProblems(variablesSet, parsed.success ? parsed.data : null));
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  return parsed.data;
}

/** For a rule that says nothing itself. */
function wordsOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big') return `has more than ${issue.maximum} characters`;
  if (issue.code === 'too_small') return `needs at least ${issue.minimum} characters`;
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  return 'is malformed';
}

/** The accounts of the demo's staff may do everything together. */
function mayHaveDemo(environment: Environment): boolean {
  return isOnThisMachine(environment) && !isOutside(environment.GATEWAY);
}

/** Whether it names a gateway outside this process. */
export function isOutside(name: unknown): name is keyof typeof GATEWAYS {
  return name === 'onespan-server' || name === 'onespan-cloud';
}

/**
 * Problems of an external gateway's variables, and those of its relay, together.
 * @param variablesSet as set, by name
 * @param environment parsed; null when something is malformed
 */
function gatewayProblems(variablesSet: Record<string, unknown>, environment: Environment | null): string[] {
  const { GATEWAY: name } = variablesSet;
  if (!isOutside(name)) return relayProblems(variablesSet);
  const { problemsOf, identity } = GATEWAYS[name];
  const mixed = environment && mixedIdentityProblem(environment, identity);
  return [...problemsOf(variablesSet), ...relayProblems(variablesSet), ...(mixed === null ? [] : [mixed])];
}
