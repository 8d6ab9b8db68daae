import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeEnvironment } from '@/lib/config/environment/describe-environment';

const README = fileURLToPath(new URL('../../../lib/config/README.md', import.meta.url));

it('the README of the configuration is generated from the schema, by `npm run docs:config`', async () => {
  await expect(describeEnvironment()).toMatchFileSnapshot(README);
});
