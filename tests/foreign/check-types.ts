import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/repository';
import type { AnotherUser } from './another-user';

/** The last compiler that has `node10`. */
const OLDER = 'typescript-5';
const OLDER_VERSION = '5.9.3';

/** The ways in which projects find modules; `skipLibCheck` is off in all of them. */
const PROJECTS = [
  { name: 'node10', type: 'commonjs', module: 'commonjs', moduleResolution: 'node10', compilers: [OLDER] },
  {
    name: 'node16-commonjs',
    type: 'commonjs',
    module: 'node16',
    moduleResolution: 'node16',
    compilers: [OLDER, 'typescript'],
  },
  { name: 'node16-module', type: 'module', module: 'node16', moduleResolution: 'node16', compilers: ['typescript'] },
  { name: 'bundler', type: 'module', module: 'esnext', moduleResolution: 'bundler', compilers: ['typescript'] },
];

const USE = `import { apiClient, type paths } from '@tessera-auth/kit/api';
import { TestPhone } from '@tessera-auth/kit/phone';
import { expect, names, test, type Person } from '@tessera-auth/kit/playwright';

test('types', async ({ page, people, phone, tessera }) => {
  const person: Person = await people.make();
  await people.signIn(page, person);
  await phone.activate(page);
  await expect(page).toShowActivation('active');
  const client = apiClient({ url: tessera.url, key: 'a key' });
  const name: string = names.newActivation.show;
  // @ts-expect-error It is a text, and not whatever one likes.
  const wrong: number = names.newActivation.show;
  // @ts-expect-error There is no such state.
  await expect(page).toShowActivation('lost');
  const listed: keyof paths = '/people';
  console.log(client, name, wrong, listed, TestPhone);
});
`;

/** Compiles a small project of each kind, with what TypeScript 7 and the last before it make of the package's types. */
export async function checkTypes(user: AnotherUser, suite: string): Promise<void> {
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const wanted = ['typescript', '@types/node'].map((name) => `${name}@${devDependencies[name]}`);
  const args = ['install', '--save-dev', '--no-audit', '--no-fund', '--silent'];
  await user.run(['npm', ...args, ...wanted, `${OLDER}@npm:typescript@${OLDER_VERSION}`], suite);
  for (const { name, type, compilers, ...options } of PROJECTS) {
    const folder = join(suite, 'types', name);
    mkdirSync(folder, { recursive: true });
    const compilerOptions = {
      ...options,
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      types: ['node'],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    writeFileSync(join(folder, 'use.ts'), USE);
    for (const compiler of compilers)
      await user.run(
        ['node', join(suite, 'node_modules', compiler, 'bin', 'tsc'), '--project', `types/${name}`],
        suite,
      );
  }
}
