import { describe, expect, it } from 'vitest';
import { routeNames } from '@/lib/server/observability/traces/route-names';
import { contextOf, parseTraceparent } from '@/lib/server/observability/traces/span-context';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('the names of addresses', () => {
  const routeOf = routeNames([
    '/',
    '/helpdesk/users/[userId]',
    '/helpdesk/users/new',
    '/api/auth/[...nextauth]',
    '/api/look/[digest]/logo.png',
  ]);

  it('a part of an address that may be a user’s is left out, and a literal part comes first', () => {
    expect(routeOf('/helpdesk/users/jane.doe')).toBe('/helpdesk/users/[userId]');
    expect(routeOf('/helpdesk/users/new')).toBe('/helpdesk/users/new');
    expect(routeOf('/api/auth/callback/credentials')).toBe('/api/auth/[...nextauth]');
    expect(routeOf('/')).toBe('/');
  });

  it('an address that is none of ours has no name', () => {
    const paths = ['/jane.doe', '/helpdesk/users/jane/doe', '/api/look/jane/logoXpng', '/api/auth/'];
    expect(paths.map((path) => routeOf(path))).toEqual(paths.map(() => null));
  });
});

describe('the place of a span', () => {
  it('an identifier has one trace, which another site’s key does not tell', () => {
    const mine = contextOf('a key', 'act-1');
    expect(mine).toEqual(contextOf('a key', 'act-1'));
    expect(mine.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(mine.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(contextOf('another key', 'act-1').traceId).not.toBe(mine.traceId);
    expect(contextOf('a key', 'act-2').traceId).not.toBe(mine.traceId);
  });

  it('W3C Trace Context §3.2: a traceparent is read, of later versions too', () => {
    const context = { traceId: TRACE, spanId: SPAN };
    expect(parseTraceparent(`00-${TRACE}-${SPAN}-01`)).toEqual({ ...context, isSampled: true });
    expect(parseTraceparent(`00-${TRACE}-${SPAN}-02`)).toEqual({ ...context, isSampled: false });
    expect(parseTraceparent(`cc-${TRACE}-${SPAN}-01-more`)).toEqual({ ...context, isSampled: true });
  });

  it('W3C Trace Context §3.2: a malformed traceparent counts as none', () => {
    const malformed = [
      undefined,
      '',
      `ff-${TRACE}-${SPAN}-01`,
      `00-${TRACE}-${SPAN}-01-more`,
      `00-${TRACE.toUpperCase()}-${SPAN}-01`,
      `00-${'0'.repeat(32)}-${SPAN}-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
      `00-${TRACE}-${SPAN}-1`,
    ];
    expect(malformed.map((header) => parseTraceparent(header))).toEqual(malformed.map(() => null));
  });
});
