import type { Finding } from '../doctor/finding';

const VERDICT_WIDTH = 8;

/**
 * A line for a check, and a second one with what mends a problem.
 * @param secrets are left out where they stand by themselves; a short one within a word of ours would be given away by that
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
