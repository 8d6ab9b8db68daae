import type { Exchange } from './exchange';
import { chooseLanguage, inLanguage } from '../language/request-language';
import { t } from '../language/t';

const STYLE =
  'body{max-width:36rem;margin:15vh auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}';

/**
 * The page shown when a page was refused for now: in the reader's language, without further requests. Its header
 * `refresh` tries again.
 * @returns null for a client that does not accept HTML
 */
export function busyPage({ request: { headers } }: Pick<Exchange, 'request'>): string | null {
  if (headers.accept?.includes('text/html') !== true) return null;
  const { cookie = null, 'accept-language': accepted = null, 'x-nonce': nonce } = headers;
  const language = chooseLanguage(cookie, accepted);
  return inLanguage(language, () => {
    const title = t('This site is busy');
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Tessera</title>
<style nonce="${String(nonce)}">${STYLE}</style>
</head>
<body><main><h1>${title}</h1><p>${t('It is getting more requests than it can handle. This page will try again by itself in a few seconds.')}</p></main></body>
</html>
`;
  });
}
