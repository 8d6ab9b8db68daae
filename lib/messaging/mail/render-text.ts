import type { MailBody } from './mail-body';
import type { MailWords } from './mail-words';

/** The mail as plain text. Lines are not broken: readers do that, and a broken link would not work. */
export function renderText(
  { paragraphs, facts, action, closing }: MailBody,
  { footer }: Pick<MailWords, 'footer'>,
  site: string,
): string {
  const parts = [
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...closing,
    // RFC 3676 §4.3: what comes before a signature.
    `-- \n${footer(site)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
