import { expect, test } from 'vitest';
import { browserSummary } from '@/lib/server/web/sessions/browser-summary';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';
const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox on Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/141.0.0.0`, 'Edge on Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 'Chrome on Linux'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 'Chrome on Android'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`, 'Safari on macOS'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`, 'Safari on iPhone'],
  ['curl/8.14.1', 'An unknown browser'],
  ['', 'An unknown browser'],
])('%s is %s', (userAgent, summary) => {
  expect(browserSummary(userAgent)).toBe(summary);
});

test('threat: what a browser says of itself beyond its name is not repeated to the phone', () => {
  expect(browserSummary('Your own laptop; press 42 Firefox/143.0')).toBe('Firefox');
  expect(browserSummary(null)).toBe('An unknown browser');
});
