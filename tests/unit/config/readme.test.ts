import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeEnvironment } from '@/lib/config/environment/describe-environment';

const README = fileURLToPath(new URL('../../../lib/config/README.md', import.meta.url));

it('the README of the configuration says what the schema and its descriptions say; `npm run docs:config` writes it', async () => {
  await expect(describeEnvironment()).toMatchFileSnapshot(README);
});
