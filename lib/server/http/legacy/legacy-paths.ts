import type { Config } from '../../../config/config';
import { t } from '../../../shared/language/t';
import type { Answerer, Check, Exchange } from '../exchange';
import { plainPage } from '../plain-page';
import { LEGACY_PAGES, START_PAGE } from './legacy-pages';

/**
 * Leads from the addresses of the vendor's website to pages here, so that printed leaflets keep working. The page is chosen
 * from a list by `action`, and nothing else of the request is carried over: no parameter, and no address to lead to.
 *
 * 303 (RFC 9110 §15.4.4) and not 308: browsers keep a 308 without asking again, also after the setting is off or the
 * page has moved.
 */
export function legacyAnswerer({ legacyPaths }: Pick<Config, 'legacyPaths'>): Answerer {
  return (exchange) => {
    if (!isLegacy(exchange, legacyPaths)) return null;
    exchange.response.writeHead(303, { location: pageFor(exchange), 'content-length': 0, 'cache-control': 'no-store' });
    exchange.response.end();
    return Promise.resolve();
  };
}

/**
 * Refuses a form of the vendor's website, in words, before its body is read: a password may be in it. Such forms may stand
 * on pages of other sites, so this comes before the check of the origin.
 */
export function legacyFormCheck({ legacyPaths }: Pick<Config, 'legacyPaths'>): Check {
  return (exchange) => {
    const { method } = exchange.request;
    if (method === 'GET' || method === 'HEAD' || !isLegacy(exchange, legacyPaths)) return null;
    const path = pageFor(exchange);
    const page = plainPage(exchange, () => ({
      title: t('This form is no longer in use'),
      text: t('It belongs to an earlier website. Nothing that you entered was used or kept.'),
      link: { path, words: t('Go on to the new page') },
    }));
    return {
      status: 405,
      code: 'method-not-allowed',
      sentence: `This form belongs to an earlier website, and nothing that you entered was used. Open ${path} of this site instead.`,
      headers: { allow: 'GET, HEAD' },
      page,
    };
  };
}

function isLegacy({ path }: Exchange, contexts: readonly string[]): boolean {
  const typed = path.toLowerCase();
  // A servlet container may have put the session into the path.
  return contexts.some((context) => typed.startsWith(context) && /^(?:[/;]|$)/.test(typed.slice(context.length)));
}

function pageFor({ request: { url = '' } }: Exchange): string {
  const query = url.indexOf('?');
  const action = query < 0 ? null : new URLSearchParams(url.slice(query)).get('action');
  return LEGACY_PAGES.get((action ?? '').toLowerCase()) ?? START_PAGE;
}
