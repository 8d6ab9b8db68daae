import type { Finding } from '../../server/doctor/finding';

const VERDICT_WIDTH = 8;

/**
 * A line for a check, and a second one with the fix of a problem.
 * @param secrets are masked as whole words only: masking a short one within another word would reveal it
 */
export function doctorLine(name: string, finding: Finding, secrets: readonly string[]): string {
  const line = `  ${finding.verdict.padEnd(VERDICT_WIDTH)} ${name}: ${finding.words}`;
  const fix = 'fix' in finding ? `\n${' '.repeat(VERDICT_WIDTH + 3)}${finding.fix}` : '';
  return secrets.filter((secret) => secret !== '').reduce(withoutSecret, line + fix);
}

function withoutSecret(text: string, secret: string): string {
  const literal = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), '…');
}
