import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readConformanceArguments } from '@/lib/cli/conformance/read-conformance-arguments';
import { htmlReport } from '@/lib/kit/conformance/reports/html-report';
import { jsonReport } from '@/lib/kit/conformance/reports/json-report';
import { junitReport } from '@/lib/kit/conformance/reports/junit-report';
import { textReport } from '@/lib/kit/conformance/reports/text-report';
import type { Report } from '@/lib/kit/conformance/run-conformance';

const HOSTILE = '<script>alert("1")</script> & \u0000\u001b[31m';

const REPORT: Report = {
  url: 'https://gateway.example:11080',
  profile: 'embedded',
  startedAt: new Date('2026-05-04T10:00:00Z'),
  durationMs: 1_234,
  groups: [
    {
      name: 'Keys',
      results: [
        { id: 'keys.a', title: 'One', clause: 'OneSpan §3.1', durationMs: 1, outcome: { kind: 'passed' } },
        {
          id: 'keys.b',
          title: 'Two',
          clause: 'RFC 5054 §2.5.4',
          durationMs: 20,
          outcome: { kind: 'failed', expected: 'a refusal', seen: HOSTILE },
        },
      ],
    },
    {
      name: 'Expiry',
      results: [
        {
          id: 'expiry.a',
          title: 'Three',
          clause: 'OneSpan §7.4',
          durationMs: 0,
          outcome: { kind: 'skipped', reason: 'There is no way.' },
        },
      ],
    },
  ],
};

describe('a report', () => {
  test('the text report says what was expected, what was seen, and by which clause', () => {
    expect(textReport(REPORT)).toContain(
      'FAILED   Two\n           keys.b, RFC 5054 §2.5.4\n           expected a refusal',
    );
    expect(textReport(REPORT)).toContain('skipped  Three\n           There is no way.');
    expect(textReport(REPORT)).toContain(
      '1 passed, 1 failed, 1 skipped in 1.2 s.\n1 deviation.\n    1 skipped: There is no way.',
    );
  });

  test('the JSON report has every check with its outcome', () => {
    const { results, ...rest } = JSON.parse(jsonReport(REPORT)) as { results: object[] };
    expect(rest).toMatchObject({
      version: 1,
      profile: 'embedded',
      passed: 1,
      failed: 1,
      skipped: 1,
      isComplete: false,
    });
    expect(results[1]).toMatchObject({ id: 'keys.b', group: 'Keys', outcome: 'failed', expected: 'a refusal' });
    expect(results[2]).toMatchObject({ id: 'expiry.a', outcome: 'skipped', reason: 'There is no way.' });
  });

  test('the JUnit report is well-formed XML, and counts what a build server counts', () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const { testsuites } = parser.parse(junitReport(REPORT), true);
    expect(testsuites).toMatchObject({ tests: '3', failures: '1', skipped: '1' });
    const [keys, expiry] = testsuites.testsuite;
    expect(keys.testcase[1].failure.message).toContain('saw <script>alert("1")</script> & ');
    expect(expiry.testcase.skipped.message).toBe('There is no way.');
  });

  test('the HTML report is self-contained, and runs no script of an endpoint', () => {
    const html = htmlReport(REPORT);
    expect(html).not.toMatch(/<script|\bsrc=|<link|url\(|\son\w+=/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<h1>1 deviation</h1>');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['#keys.b']);
  });
});

describe('the command line of npm run conformance', () => {
  test('the command line is read: the URL, the user, and the reports to write', () => {
    const line =
      '--url https://gateway.example:11080/ --key abc --register make --lifetime-seconds 20 --report a.xml --strict';
    expect(readConformanceArguments(line.split(' '))).toMatchObject({
      url: 'https://gateway.example:11080',
      key: 'abc',
      source: { command: 'make' },
      lifetimeSeconds: 20,
      isStrict: true,
    });
  });

  test.each([
    ['', '--url'],
    ['--url ftp://gateway.example', '--url'],
    ['--url https://user:secret@gateway.example', '--url'],
    ['--url https://gateway.example --profile vendor', '--profile'],
    ['--url https://gateway.example --register a --control http://127.0.0.1:1', 'exclude'],
    ['--url https://gateway.example --lifetime-seconds 600', '--lifetime-seconds'],
    ['--url https://gateway.example --report report.pdf', '--report'],
  ])('the command line "%s" is refused with what is wrong', (line, name) => {
    expect(() => readConformanceArguments(line === '' ? [] : line.split(' '))).toThrow(new RegExp(name));
  });
});
