import { test } from '@playwright/test';
import { HANG_MS } from '@/lib/kit/poll';
import { makeNewerBuild } from '../support/servers/newer-build';

test('a newer version of the site is built from the sources with a few of them changed', { tag: '@all' }, async () => {
  test.setTimeout(10 * HANG_MS);
  await makeNewerBuild();
});
