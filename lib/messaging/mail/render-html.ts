import type { Language } from '../../shared/language';
import { escapeMarkup } from '../../shared/text/escape-markup';
import type { MailAction, MailBody, Voice } from '../mail-kinds/define-mail';
import { contactLine } from './contact-line';
import { FOOTER, HELP, LINK_HINT, LOST } from './frame-texts';
import type { MailBrand, MailSettings } from './mail-body';
import { COLOURS, PRODUCT } from './site-mark';

const { surface, ink, inkSoft, line, tile } = COLOURS;

type Accents = NonNullable<MailBrand['colours']>;

/** In pixels: of text that is read on a phone and beside other mails. */
const COLUMN = 'max-width:560px;margin:0 auto';

/** Mail programs without dark mode keep the light colours, which are inline. */
const dark = ({ accent, onAccent }: Accents) => `
  @media (prefers-color-scheme: dark) {
    body, .page { background: ${surface[1]} !important; color: ${ink[1]} !important; }
    .line { border-color: ${line[1]} !important; }
    .quiet { color: ${inkSoft[1]} !important; }
    .button { background: ${accent[1]} !important; color: ${onAccent[1]} !important; }
    .tile { background: ${accent[1]} !important; }
    .own { background: ${tile[1]} !important; }
    a.link { color: ${accent[1]} !important; }
  }`;

const QUIET = `color:${inkSoft[0]}`;
const link = ({ accent }: Accents) => `color:${accent[0]};overflow-wrap:anywhere`;

/** Renders HTML without images, scripts or anything that is loaded. */
export function renderHtml(
  { subject, paragraphs, facts, action, otherAction, closing }: MailBody,
  { say }: Pick<Voice, 'say'>,
  { site, contact, brand }: Pick<MailSettings, 'site' | 'contact' | 'brand'>,
  language: Language,
): string {
  const accents = brand?.colours ?? COLOURS;
  const body = [
    ...paragraphs.map(paragraph),
    factTable(facts),
    ...(action ? [button(action, accents)] : []),
    ...(otherAction ? [textLink(otherAction, accents)] : []),
    ...closing.map(paragraph),
    ...(action ? [spelledOut(say(LINK_HINT), otherAction ? [action, otherAction] : [action], accents)] : []),
  ];
  const after = [
    ...(contact ? [`${say(HELP)} ${contactLine(contact)}`] : []),
    say(LOST, { address: `${site}/lost-phone` }),
    say(FOOTER, { site }),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeMarkup(subject)}</title>
<style>${dark(accents)}
</style>
</head>
<body class="page" style="margin:0;padding:32px 16px;background:${surface[0]};color:${ink[0]};font:15px/24px system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;overflow-wrap:break-word">
${letterhead(brand?.name ?? PRODUCT, accents)}
<div style="${COLUMN}">
<h1 style="margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600;letter-spacing:-0.01em">${escapeMarkup(subject)}</h1>
${body.join('\n')}
</div>
<div class="line" style="${COLUMN};margin-top:32px;padding-top:12px;border-top:1px solid ${line[0]}">
${after.map((text) => `<p class="quiet" style="margin:0 0 4px;font-size:13px;line-height:20px;${QUIET}">${escapeMarkup(text)}</p>`).join('\n')}
</div>
</body>
</html>
`;
}

/** The mark as cells of a table, because many programs show no pictures, and whose site it is. */
function letterhead(name: string, accents: Accents): string {
  const rows = [0, 1, 2].map(
    (row) => `<tr>${[0, 1, 2].map((column) => tileCell(row === 1 && column === 1, accents)).join('')}</tr>`,
  );
  return `<table role="presentation" style="width:100%;${COLUMN} 32px;border-collapse:collapse"><tr>
<td aria-hidden="true" style="width:32px;padding:0"><table role="presentation" style="border-collapse:separate;border-spacing:2px">${rows.join('')}</table></td>
<td style="padding:0 0 0 8px;font-size:17px;font-weight:600;letter-spacing:-0.01em;vertical-align:middle;overflow-wrap:anywhere">${escapeMarkup(name)}</td>
</tr></table>`;
}

function tileCell(isOwn: boolean, { accent }: Accents): string {
  return `<td class="${isOwn ? 'own' : 'tile'}" style="width:8px;height:8px;padding:0;border-radius:2px;background:${isOwn ? tile[0] : accent[0]};font-size:0;line-height:0">&nbsp;</td>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 12px">${escapeMarkup(text)}</p>`;
}

function factTable(facts: MailBody['facts']): string {
  const border = `border-bottom:1px solid ${line[0]}`;
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th class="quiet line" scope="row" style="width:38%;padding:6px 16px 6px 0;text-align:start;vertical-align:top;font-weight:400;${border};${QUIET}">${escapeMarkup(label)}</th><td class="line" style="padding:6px 0;vertical-align:top;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;${border}">${escapeMarkup(value)}</td></tr>`,
  );
  return `<table style="width:100%;margin:20px 0;border-collapse:collapse">\n${rows.join('\n')}\n</table>`;
}

function button({ label, url }: MailAction, { accent, onAccent }: Accents): string {
  return `<p style="margin:0 0 20px"><a class="button" href="${escapeMarkup(url)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:${accent[0]};color:${onAccent[0]};font-weight:600;text-decoration:none">${escapeMarkup(label)}</a></p>`;
}

function textLink({ label, url }: MailAction, accents: Accents): string {
  return `<p style="margin:0 0 20px"><a class="link" href="${escapeMarkup(url)}" style="display:inline-block;padding:10px 0;font-weight:600;${link(accents)}">${escapeMarkup(label)}</a></p>`;
}

function spelledOut(hint: string, actions: readonly MailAction[], accents: Accents): string {
  const links = actions.map(
    ({ url }) => `<a class="link" href="${escapeMarkup(url)}" style="${link(accents)}">${escapeMarkup(url)}</a>`,
  );
  return `<p class="quiet" style="margin:20px 0 0;font-size:13px;line-height:20px;${QUIET}">${escapeMarkup(hint)}<br>${links.join('<br>')}</p>`;
}
