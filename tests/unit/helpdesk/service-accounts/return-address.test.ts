import { describe, expect, it } from 'vitest';
import { parseReturnAddress } from '@/lib/helpdesk/service-accounts/return-address';

describe('a return address', () => {
  it.each([
    ['https://bank.example/phones/back', 'https://bank.example/phones/back'],
    [' HTTPS://Bank.Example ', 'https://bank.example/'],
    ['https://bank.example/back?tenant=7&lang=de', 'https://bank.example/back?tenant=7&lang=de'],
    ['https://bank.example:8443/back', 'https://bank.example:8443/back'],
    ['http://localhost:8080/back', 'http://localhost:8080/back'],
    ['http://127.0.0.1:9/back', 'http://127.0.0.1:9/back'],
    ['http://[::1]:9/back', 'http://[::1]:9/back'],
    ['https://bänk.example/', 'https://xn--bnk-qla.example/'],
  ])('%s is kept as browsers write it', (typed, url) => {
    expect(parseReturnAddress(typed)).toEqual({ ok: true, value: url });
  });

  it.each([
    ['plain http', 'http://bank.example/back'],
    ['a machine that only looks like this one', 'http://localhost.evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['an app', 'bank://back'],
    ['a fragment, which hides what is added', 'https://bank.example/back#here'],
    ['an empty fragment', 'https://bank.example/back#'],
    ['a user name, which hides the host', 'https://bank.example@evil.example/'],
    ['a wildcard', 'https://*.bank.example/'],
    ['a backslash, which browsers read as a slash', 'https://bank.example\\@evil.example/'],
    ['a line break, which browsers leave out', 'https://bank.example/\nback'],
    ['a parameter that this site adds', 'https://bank.example/back?state=1'],
    ['the other one', 'https://bank.example/back?a=1&result=x'],
    ['a path alone', '/back'],
    ['an address without a scheme', '//bank.example/back'],
    ['nothing', ''],
    ['too much', `https://bank.example/${'a'.repeat(500)}`],
  ])('threat: %s — is refused', (_what, typed) => {
    expect(parseReturnAddress(typed)).toEqual({ ok: false, refusal: 'return-address-invalid' });
  });
});
