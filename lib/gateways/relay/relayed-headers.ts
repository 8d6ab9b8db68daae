import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Hop-by-hop headers (RFC 9110 §7.6.1; the last three: §11.7 and §6.6.2). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'trailer',
];

/** Headers that are rewritten for the gateway, or withheld: a browser's cookies are for the pages beside the relay. */
const NOT_FOR_GATEWAY = new Set([
  'host',
  'content-length',
  'expect',
  'accept-encoding',
  'cookie',
  'forwarded',
  'x-real-ip',
]);

/** Headers that would affect the whole site, of which the gateway is only a part here, or make a browser act. */
const NOT_FOR_SITE = new Set([
  'set-cookie',
  'strict-transport-security',
  'alt-svc',
  'clear-site-data',
  'content-security-policy',
  'content-security-policy-report-only',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'service-worker-allowed',
  'link',
  'refresh',
  'location',
  'nel',
  'report-to',
  'reporting-endpoints',
]);

/** Further such headers, by prefix. */
const NOT_FOR_SITE_STARTS = /^(?:access-control|cross-origin|origin-agent|sec|x-tessera)-/;

/** The headers of a phone's request for the gateway. @param address the phone's; see `clientAddress` */
export function headersToGateway(
  incomingHttpHeaders: IncomingHttpHeaders,
  address: string | null,
): OutgoingHttpHeaders {
  const endToEndHeaders = endToEnd(incomingHttpHeaders).filter(
    ([name]) => !NOT_FOR_GATEWAY.has(name) && !/^x-(?:forwarded|tessera)-/.test(name),
  );
  return {
    ...Object.fromEntries(endToEndHeaders),
    // Keeps the reply readable for the relay.
    'accept-encoding': 'identity',
    // RFC 9110 §7.6.3.
    via: [incomingHttpHeaders['via'], '1.1 tessera'].filter(Boolean).join(', '),
    ...(address !== null && { 'x-forwarded-for': address }),
  };
}

/** The headers of the gateway's reply for the phone. It must not be cached for others. */
export function headersToPhone(received: IncomingHttpHeaders): OutgoingHttpHeaders {
  const endToEndHeaders = endToEnd(received).filter(
    ([name]) => !NOT_FOR_SITE.has(name) && !NOT_FOR_SITE_STARTS.test(name),
  );
  return { ...Object.fromEntries(endToEndHeaders), 'cache-control': 'no-store' };
}

/** Without hop-by-hop headers and those that `Connection` names. */
function endToEnd(headers: IncomingHttpHeaders): [string, string | string[] | undefined][] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.entries(headers).filter(([name]) => !dropped.has(name));
}
