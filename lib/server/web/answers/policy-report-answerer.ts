import 'server-only';
import { z } from 'zod';
import type { Services } from '../../composition/compose';
import type { Answerer, Exchange } from '../../http/exchange';
import { POLICY_REPORTS_PATH } from '../../http/security-headers';
import { networkNameOf } from '../../../shared/network-address';
import type { Clock } from '../../../shared/time/clock';
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration';

/** Posts in a minute; a browser gathers what one page does. */
const PER_NETWORK = 20;
const PER_SITE = 300;

/** Lines of the log in an hour: each violation is one, however often it is reported. */
const LINES = 50;

/** What a policy can be violated by (CSP 3 §6): anything else is `other`. */
const DIRECTIVES = new Set([
  'base-uri',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'require-trusted-types-for',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
  'worker-src',
]);

/** What stands in the place of an address (CSP 3 §5.3, Trusted Types §4.1). */
const WORDS = new Set(['inline', 'eval', 'wasm-eval', 'trusted-types-policy', 'trusted-types-sink', 'data', 'blob']);

const text = z.string().catch('');
const lineNumber = z.number().int().nullable().catch(null);

/** Of `report-to` (Reporting API), which newer browsers send, and of `report-uri`, which others do. */
const reportsSchema = z.union([
  z.array(
    z.object({
      type: z.literal('csp-violation'),
      body: z.object({
        documentURL: text,
        effectiveDirective: text,
        blockedURL: text,
        sourceFile: text,
        lineNumber,
      }),
    }),
  ),
  z.object({ 'csp-report': z.record(z.string(), z.unknown()) }).transform(({ 'csp-report': report }) => [
    {
      body: {
        documentURL: text.parse(report['document-uri']),
        effectiveDirective: text.parse(report['effective-directive'] ?? report['violated-directive']),
        blockedURL: text.parse(report['blocked-uri']),
        sourceFile: text.parse(report['source-file']),
        lineNumber: lineNumber.parse(report['line-number']),
      },
    },
  ]),
]);

type Violation = z.output<typeof reportsSchema>[number]['body'];

/**
 * Takes what browsers report of violations of the pages' policy: counted, named in the log once an hour each, and kept nowhere. Anybody
 * may send anything, and addresses hold secrets, so of each only its template, its host or a word of a list is used, and never a sample.
 * @param pageOf the template of a page's path
 */
export function policyReportAnswerer(
  { metrics, logger }: Pick<Services, 'metrics' | 'logger'>,
  clock: Clock,
  pageOf: (path: string) => string | null,
): Answerer {
  const mayPost = postLimit(clock);
  const isNew = lineLimit(clock);

  function take(violation: Violation): void {
    const directive = DIRECTIVES.has(violation.effectiveDirective) ? violation.effectiveDirective : 'other';
    const source = sourceOf(violation.sourceFile, violation.documentURL);
    const by = source === 'extension' ? 'extension' : 'page';
    metrics.policyViolations.inc({ directive, by });
    if (by === 'extension') return;
    const page = pageOf(urlOf(violation.documentURL)?.pathname ?? '') ?? 'other';
    const blocked = blockedOf(violation.blockedURL, violation.documentURL);
    const what = { directive, blocked, page, source, line: violation.lineNumber };
    if (isNew(JSON.stringify(what))) logger.warn(what, 'a browser reports a violation of the content security policy');
  }

  return ({ request, response, path, address, body }) => {
    if (path !== POLICY_REPORTS_PATH) return null;
    if (request.method !== 'POST') return end(response, 405, { allow: 'POST' });
    if (!mayPost(networkNameOf(address))) return end(response, 429, { 'retry-after': String(MINUTE / SECOND) });
    const reports = reportsSchema.safeParse(jsonOf(body));
    if (!reports.success) return end(response, 400);
    for (const report of reports.data) take(report.body);
    return end(response, 204);
  };
}

function blockedOf(url: string, page: string): string {
  if (WORDS.has(url)) return url;
  const address = urlOf(url);
  if (!address) return 'other';
  return address.host === urlOf(page)?.host ? 'self' : (address.host || address.protocol).slice(0, 100);
}

/** Which file of the build, or what else, did it. */
function sourceOf(file: string, page: string): string {
  const address = urlOf(file);
  if (!address) return 'page';
  if (address.protocol.endsWith('-extension:')) return 'extension';
  if (address.host !== urlOf(page)?.host) return 'elsewhere';
  return /^\/_next\/static\/[\w./~-]{1,100}$/.test(address.pathname) ? address.pathname : 'page';
}

function urlOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

function end(response: Exchange['response'], status: number, headers: Record<string, string> = {}): Promise<void> {
  response.writeHead(status, { 'cache-control': 'no-store', 'content-length': 0, ...headers }).end();
  return Promise.resolve();
}

function postLimit(clock: Clock): (network: string) => boolean {
  const counts = perPeriod(MINUTE, clock, () => ({ all: 0, ofNetwork: new Map<string, number>() }));
  return (network) => {
    const now = counts();
    const count = now.ofNetwork.get(network) ?? 0;
    if (now.all >= PER_SITE || count >= PER_NETWORK) return false;
    now.all += 1;
    now.ofNetwork.set(network, count + 1);
    return true;
  };
}

function lineLimit(clock: Clock): (line: string) => boolean {
  const lines = perPeriod(HOUR, clock, () => new Set<string>());
  return (line) => {
    const now = lines();
    if (now.size >= LINES || now.has(line)) return false;
    now.add(line);
    return true;
  };
}

/** Something that is made anew after a while, or when the clock was set back. */
function perPeriod<Value>(ms: number, clock: Clock, make: () => Value): () => Value {
  let since = clock.now().getTime();
  let value = make();
  return () => {
    const now = clock.now().getTime();
    if (now < since || now >= since + ms) {
      since = now;
      value = make();
    }
    return value;
  };
}
