import { chooseLanguage, inLanguage } from '../../shared/language/request-language';
import type { Exchange } from './exchange';

const STYLE =
  'body{max-width:36rem;margin:15vh auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}';

/** @property link where to go on: a path of this site, and its words */
type PlainWords = { title: string; text: string; link?: { path: string; words: string } };

/**
 * A page made without the application, in the reader's language and without further requests.
 * @param words called in that language; they and paths are the site's own, because nothing is escaped
 * @returns null for a client that does not accept HTML
 */
export function plainPage({ request: { headers } }: Pick<Exchange, 'request'>, words: () => PlainWords): string | null {
  if (headers.accept?.includes('text/html') !== true) return null;
  const { cookie = null, 'accept-language': accepted = null, 'x-nonce': nonce } = headers;
  const language = chooseLanguage(cookie, accepted);
  return inLanguage(language, () => {
    const { title, text, link } = words();
    const wayOn = link ? `<p><a href="${link.path}">${link.words}</a></p>` : '';
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Tessera</title>
<style nonce="${String(nonce)}">${STYLE}</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p>${wayOn}</main></body>
</html>
`;
  });
}
