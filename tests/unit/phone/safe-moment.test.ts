import { expect, test } from 'vitest';
import { SafeMoment } from '@/components/phone/safe-moment';

test('an app with nothing under way is loaded anew at once', () => {
  const done: string[] = [];
  const moment = new SafeMoment();
  moment.wait(() => done.push('first'));
  expect(done).toEqual(['first']);
});

test('an app that something is under way in is loaded anew once that has ended, and once only', () => {
  const done: string[] = [];
  const moment = new SafeMoment();
  moment.tell(true);
  moment.wait(() => done.push('first'));
  moment.wait(() => done.push('second'));
  expect(done).toEqual([]);
  moment.tell(false);
  expect(done).toEqual(['first', 'second']);
  moment.tell(true);
  moment.tell(false);
  expect(done).toEqual(['first', 'second']);
});
