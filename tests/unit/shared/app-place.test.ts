import { describe, expect, it } from 'vitest';
import { placeOf } from '@/lib/shared/app-place';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const SAFARI = `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`;
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64';

describe('where the phone app runs', () => {
  it.each([
    ['Safari on an iPhone', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'webkit', 'ios', true],
    ['Chrome on an iPhone', `${IPHONE} CriOS/138.0.0.0 Mobile/15E148 Safari/604.1`, 5, 'webkit', 'ios', true],
    ['Firefox on an iPhone', `${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 5, 'webkit', 'ios', true],
    ['Safari on an iPad, which calls itself Macintosh', SAFARI, 5, 'webkit', 'ios', true],
    ['Safari on a Mac', SAFARI, 0, 'webkit', 'other', true],
    [
      'Chrome on a Mac',
      `${MAC} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0`,
      0,
      'chromium',
      'other',
      false,
    ],
    ['Chrome on Android', `${ANDROID} Mobile Safari/537.36`, 5, 'chromium', 'android', false],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0', 5, 'gecko', 'android', false],
    ['Firefox on Linux', `${LINUX}; rv:140.0) Gecko/20100101 Firefox/140.0`, 0, 'gecko', 'other', false],
    ['WebKitGTK', `${LINUX}) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15`, 0, 'webkit', 'other', false],
    ['headless Chromium', `${LINUX}) AppleWebKit/537.36 HeadlessChrome/140.0.0.0`, 0, 'chromium', 'other', false],
    ['a browser of another kind', 'something else', 0, 'unknown', 'other', false],
  ])('%s in a tab is told by its user agent', (_name, userAgent, touchPoints, engine, platform, deletesUnvisited) => {
    const place = placeOf({ userAgent, touchPoints, isInstalled: false });
    expect(place).toEqual({ engine, platform, isInstalled: false, deletesUnvisited });
  });

  it('what runs from the home screen is not deleted for want of a visit', () => {
    const place = placeOf({ userAgent: `${IPHONE} Mobile/15E148`, touchPoints: 5, isInstalled: true });
    expect(place).toMatchObject({ platform: 'ios', isInstalled: true, deletesUnvisited: false });
  });
});
