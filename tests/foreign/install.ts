/**
 * Does what the kit's README tells a team to do, as another user, in an empty folder, with the repository out of reach:
 * packs, installs, and runs the examples. Then weighs what was installed, installs the package by itself as operators do, checks
 * its types and adds the project's own suite, which `run.ts` runs.
 *
 *     npx tsx tests/foreign/install.ts <folder>
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findHeadlessShell } from '../support/browser/find-chromium';
import { repository } from '../support/repository';
import { AnotherUser } from './another-user';
import { checkTypes } from './check-types';
import { installByItself } from './install-by-itself';
import { readInstructions } from './readme';
import { projectFolder, run, runToTheEnd } from './run-in-project';
import { weighInstallation } from './weigh';

await runToTheEnd(async () => {
  const user = AnotherUser.in(projectFolder());
  const { pack, folder, commands, examples } = readInstructions();
  const suite = atHome(user, folder);
  const [program = '', ...args] = pack;
  await run(
    program,
    args.map((argument) => atHome(user, argument)),
    repository,
  );
  user.give(suite);
  const browser = [findHeadlessShell(), findChromium()].find((path) => path !== null && user.canRun(path)) ?? null;
  for (const { file, text } of examples) writeFileSync(join(suite, file), text);
  if (browser !== null) writeFileSync(join(suite, 'playwright.config.ts'), configuration(browser));
  for (const command of commands) {
    const isDownload = command.join(' ').startsWith('npx playwright install');
    if (isDownload && browser !== null) console.log(`Not done, because there is ${browser}: ${command.join(' ')}`);
    else await user.run(command, suite);
    if (command[1] === 'install') weighInstallation(suite);
  }
  await user.run(['npx', '--no-install', 'tessera', 'start', '--help'], suite);
  await installByItself(user, suite);
  await checkTypes(user, suite);
  const own = join(suite, 'project');
  mkdirSync(own);
  cpSync(join(repository, 'tests', 'foreign', 'project'), own, { recursive: true });
  user.give(own);
  await user.run(['node', join(suite, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', '.'], own);
});

function atHome({ home }: AnotherUser, path: string): string {
  return path.replace(/^~(?=\/)/, home);
}

/** The README's other way: a browser of one's own. */
function configuration(executablePath: string): string {
  return `import { defineConfig } from '@playwright/test';

export default defineConfig({
  timeout: 120_000,
  expect: { timeout: 60_000 },
  use: { launchOptions: { executablePath: ${JSON.stringify(executablePath)} } },
});
`;
}
