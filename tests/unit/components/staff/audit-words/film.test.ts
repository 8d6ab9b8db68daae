import { describe, expect, it } from 'vitest';
import { filmOf, filmText } from '@/components/staff/audit/film';
import { inLanguage, speakLanguages } from '@/lib/shared/language/request-language';

speakLanguages();

const STEPS = [
  { id: 1, at: '2026-11-30T09:00:00.000Z', text: 'Image shown' },
  { id: 2, at: '2026-11-30T09:00:12.400Z', text: 'Image scanned by a phone' },
  { id: 3, at: '2026-11-30T09:00:40.000Z', text: 'Wrong device code entered' },
  { id: 4, at: '2026-11-30T09:01:00.000Z', text: 'Wrong device code entered' },
  { id: 5, at: '2026-11-30T09:04:00.000Z', text: 'Device activated' },
  { id: 6, at: '2026-11-30T11:09:00.000Z', text: 'Test passed' },
];

describe('the story of an activation as a film', () => {
  it('a film has the times between its pictures, and what happens again is one picture', () => {
    expect(filmOf(STEPS).map(({ text, gap }) => [gap, text])).toEqual([
      [null, 'Image shown'],
      ['+12 s', 'Image scanned by a phone'],
      ['+28 s', 'Wrong device code entered, 2 times'],
      ['+3 min 20 s', 'Device activated'],
      ['+2 h 5 min', 'Test passed'],
    ]);
  });

  it('a film for a ticket has a line for each picture, in UTC and in the reader’s language', () => {
    expect(inLanguage('de', () => filmText('Pixel 9 aktiviert', STEPS.slice(0, 4)))).toBe(
      [
        'Pixel 9 aktiviert',
        '30. Nov. 2026, 09:00:00 UTC  Image shown',
        '30. Nov. 2026, 09:00:12 UTC  +12 s  Image scanned by a phone',
        '30. Nov. 2026, 09:00:40 UTC  +28 s  Wrong device code entered, 2-mal',
      ].join('\n'),
    );
  });
});
