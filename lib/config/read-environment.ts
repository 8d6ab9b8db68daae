import { ConfigurationError } from './configuration-error';
import { environmentSchema, GATEWAY_SECRET_NAMES, SECRET_NAMES, type Environment } from './environment-schema';
import { gatewayProblems, isOutside } from './gateway-problems';

/**
 * Reads the environment. A variable set to nothing counts as not set.
 * @throws ConfigurationError listing every missing or malformed variable at once
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (given['DATABASE_URL'] !== undefined) {
    const unused: readonly string[] = isOutside(given['GATEWAY']) ? GATEWAY_SECRET_NAMES : [];
    const missing = SECRET_NAMES.filter((name) => given[name] === undefined && !unused.includes(name));
    problems.push(...missing.map((name) => `${name} is needed with DATABASE_URL`));
  }
  if (given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined)
    problems.push('MAIL_FROM is needed with SMTP_URL');
  if (parsed.success && parsed.data.WEBHOOK_URLS?.length !== parsed.data.WEBHOOK_SECRETS?.length)
    problems.push('WEBHOOK_SECRETS needs one secret for each address of WEBHOOK_URLS');
  problems.push(...gatewayProblems(given, parsed.success ? parsed.data : null));
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  return parsed.data;
}
