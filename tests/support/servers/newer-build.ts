import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '@/lib/cli/build-stamp.mjs';
import { repository } from '../repository';
import { buildCopy, copySources } from './copied-build';

/** Another version of the site: beside the build that is tested, on the same disk, so that packages need not be copied. */
export const NEWER_BUILD = join(repository, '.newer-build');

/** Written last, so that a build that was interrupted counts as none. */
const STAMP = join(NEWER_BUILD, 'of-sources');

const START_FORM = 'app/(self-service)/activations/new';

/** What a next version may well change: screens and parts that are loaded late, a form's action, the phone's store. */
const EDITS: { file: string; from: string; to: string }[] = [
  { file: 'components/phone/scanning/typing-screen.tsx', from: 'Find them on', to: 'Look for them on' },
  {
    file: 'components/site/forms/proof-fields.tsx',
    from: 'You signed in a while ago.',
    to: 'You signed in some time ago.',
  },
  {
    file: 'components/site/passkeys/ask-passkey.ts',
    from: "{ method: 'POST' }",
    to: "{ method: 'POST', mode: 'same-origin' }",
  },
  { file: `${START_FORM}/start-form.tsx`, from: './actions', to: './start-actions' },
  {
    file: 'app/(self-service)/first-activation-form.tsx',
    from: 'activations/new/actions',
    to: 'activations/new/start-actions',
  },
  { file: 'lib/phone/accounts/phone-database.ts', from: 'const VERSION = ', to: 'const VERSION = 1_000 + ' },
  // The folder of one project is in that of another.
  {
    file: 'next.config.js',
    from: 'const nextConfig = {',
    to: 'const nextConfig = { turbopack: { root: import.meta.dirname },',
  },
];

/** Builds it from these sources with a few of them changed: minutes at first, and nothing as long as the sources stay. */
export async function makeNewerBuild(): Promise<void> {
  const stamp = createHash('sha256')
    .update(readSources(repository).sourceHash)
    .update(JSON.stringify(EDITS))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  rmSync(NEWER_BUILD, { recursive: true, force: true });
  await copySources(NEWER_BUILD);
  renameSync(join(NEWER_BUILD, START_FORM, 'actions.ts'), join(NEWER_BUILD, START_FORM, 'start-actions.ts'));
  for (const { file, from, to } of EDITS) {
    const path = join(NEWER_BUILD, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from} to change`);
    writeFileSync(path, text.replace(from, to));
  }
  await buildCopy(NEWER_BUILD);
  writeFileSync(STAMP, stamp);
}
