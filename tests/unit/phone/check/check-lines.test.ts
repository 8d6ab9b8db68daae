import { expect, test } from 'vitest';
import { checkLines } from '@/components/phone/check/check-lines';
import { inLanguage, speakLanguages } from '@/lib/shared/language/request-language';
import { READINGS, type PhoneReport } from '@/lib/shared/phone-check';
import { LANGUAGES } from '@/lib/shared/language';
import { IPHONE } from '../../../support/phones/phone-report';

speakLanguages();

const lines = (report: PhoneReport) =>
  Object.fromEntries(checkLines(report).map(({ part, verdict, text }) => [part, [verdict, text]]));

test('a phone in words has a line for each part, with a verdict and what to do', () => {
  expect(lines(IPHONE)).toMatchObject({
    Camera: ['unknown', expect.stringContaining('when you try it')],
    Storage: ['fails', expect.stringContaining('Add the app to the home screen')],
    Clock: ['works', 'This phone’s clock is 3 seconds slow. That’s close enough.'],
    Passkeys: ['works', expect.stringContaining('can unlock the app')],
    Notifications: ['fails', expect.stringContaining('home screen only')],
    'Home screen': ['fails', expect.stringContaining('Tap Share, then “Add to Home Screen”.')],
    Network: ['works', 'The website and its activation service answered in 84 ms.'],
    'Start without a network': ['unknown', expect.stringContaining('not been opened')],
  });
});

test('a wrong clock fails the check, and a clock that could not be compared is unknown', () => {
  expect(lines({ ...IPHONE, clockSeconds: 900 })).toMatchObject({
    Clock: ['fails', expect.stringContaining('15 minutes fast')],
  });
  expect(lines({ ...IPHONE, clockSeconds: null })).toMatchObject({ Clock: ['unknown', expect.anything()] });
});

test('each reading of each part has words of its own in every language', () => {
  for (const language of LANGUAGES) {
    inLanguage(language, () => {
      for (const [part, values] of Object.entries(READINGS)) {
        const texts = values.map((value) => {
          const changed = { ...IPHONE, [part]: value } as PhoneReport;
          return JSON.stringify(checkLines(changed).map(({ verdict, text }) => [verdict, text]));
        });
        expect(new Set(texts).size, `${part} in ${language}`).toBe(values.length);
      }
    });
  }
});
