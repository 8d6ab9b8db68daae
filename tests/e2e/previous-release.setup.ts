import { test } from '@playwright/test';
import { HANG_MS } from '@/lib/kit/poll';
import { makePreviousRelease } from '../support/servers/previous-release';

test('the release before is built of its own sources', { tag: '@all' }, async () => {
  test.setTimeout(10 * HANG_MS);
  await makePreviousRelease();
});
