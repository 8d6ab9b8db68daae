import type { Language } from '../../accounts/users/user';
import type { MailBody } from './mail-body';
import type { MailWords } from './mail-words';

/** The site's colours. Mail programs without dark mode keep the light ones, which are inline. */
const DARK = `
  @media (prefers-color-scheme: dark) {
    body, .page { background: #14171d !important; color: #e8eaee !important; }
    .card { background: #1d2129 !important; border-color: #363c48 !important; }
    .quiet { color: #a7adba !important; }
    .button { background: #8fb4ff !important; color: #10131a !important; }
    a.link { color: #8fb4ff !important; }
  }`;

const QUIET = 'color:#5b6270';

/** Renders HTML without images, scripts or anything that is loaded. */
export function renderHtml(
  { subject, paragraphs, facts, action, closing }: MailBody,
  { linkHint, footer }: Pick<MailWords, 'linkHint' | 'footer'>,
  site: string,
  language: Language,
): string {
  const body = [
    ...paragraphs.map(paragraph),
    factTable(facts),
    ...(action ? [button(action.label, action.url)] : []),
    ...closing.map(paragraph),
    ...(action ? [spelledOut(linkHint, action.url)] : []),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f4f5f7;color:#1a1d24;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div class="card" style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #d9dce3;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(subject)}</h1>
${body.join('\n')}
</div>
<p class="quiet" style="max-width:560px;margin:16px auto 0;font-size:13px;${QUIET}">${escapeHtml(footer(site))}</p>
</body>
</html>
`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
}

function factTable(facts: MailBody['facts']): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th class="quiet" scope="row" style="padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:400;${QUIET}">${escapeHtml(label)}</th><td style="padding:4px 0;vertical-align:top;font-weight:600;overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`,
  );
  return `<table style="margin:0 0 20px;border-collapse:collapse">\n${rows.join('\n')}\n</table>`;
}

function button(label: string, url: string): string {
  return `<p style="margin:0 0 20px"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f4fbf;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

function spelledOut(hint: string, url: string): string {
  return `<p class="quiet" style="margin:0;font-size:13px;${QUIET}">${escapeHtml(hint)}<br><a class="link" href="${escapeHtml(url)}" style="color:#1f4fbf;overflow-wrap:anywhere">${escapeHtml(url)}</a></p>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
