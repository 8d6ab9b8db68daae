import { expect, request } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TESTED_LINES } from '@/lib/cli/node-support';
import { Server } from '@/lib/kit/server/server';
import { DAY } from '@/lib/shared/time/duration';
import { nextAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { expectActive, requestActivation } from '../flows/request-activation';
import { templateDirectory } from '../../support/databases/template';
import { repository } from '../../support/repository';
import { alarmsIn } from '../../support/servers/alarms-in';
import { fetchPackage } from '../../support/servers/fetch-package';
import { runCommand } from '../../support/servers/run-command';

/** npm's packages of the programs of Node.js, one for each system: https://www.npmjs.com/package/node */
const PROGRAMS = `node-${process.platform}-${process.arch}`;

for (const line of TESTED_LINES)
  test(
    `the site and its programs run on Node.js ${line}: sign-in, an activation, the doctor, and npm without a warning`,
    { tag: '@all' },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tessera-node-'));
      const fetched = fetchPackage(`${PROGRAMS}@${line}`, folder);
      test.skip(fetched === null, 'npm’s registry is out of reach');
      const node = join(fetched?.folder ?? '', 'bin', 'node');
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
      expect(version).toMatch(new RegExp(`^v${line}\\.`));
      const server = await Server.prepare({ template: templateDirectory(), node });
      try {
        await test.step(`npm ci warns of nothing on ${version}`, () => {
          expect(saidByInstall(node, folder)).toBe('');
        });
        await test.step('somebody signs in and activates a phone in the terminal', async () => {
          await server.launch();
          const visitor = { request: await request.newContext({ baseURL: server.url }) };
          await openSession(visitor, nextAccount(server));
          const { id, link } = await requestActivation(visitor);
          const options = ['--pin', '135790', '--gateway', server.url, '--store', join(folder, 'phone.json')];
          const phone = await runCommand('phone', ['--link', link, ...options], { node });
          expect(phone, phone.output).toMatchObject({ code: 0, errors: '' });
          await expectActive(visitor, id);
          await visitor.request.dispose();
        });
        await test.step('the doctor finds nothing to correct once the site has stopped', async () => {
          await server.stop();
          const env = { TESSERA_DATA_DIR: server.dataDirectory };
          const doctor = await runCommand('doctor', [], { node, env });
          expect(doctor, doctor.output).toMatchObject({ code: 0, errors: '' });
        });
        // Deprecations too, of which Node.js tells on the standard error. The enrolment is the kit's.
        expect(alarmsIn(server.output).filter((alarm) => !alarm.includes('TESSERA_ENROLMENT'))).toEqual([]);
      } finally {
        await server.dispose();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

test('a start on a Node.js that has no support any more says so in one line of the log', async () => {
  const server = await Server.prepare({ template: templateDirectory() });
  try {
    // By then every line that there is today has ended.
    server.clock.advance(5 * 365 * DAY);
    await server.launch();
    const said = alarmsIn(server.output).filter((line) => line.includes('Tessera recommends Node.js'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`Node.js ${process.versions.node} has had no security fixes since `);
  } finally {
    await server.dispose();
  }
});

/** What npm warns of when it works out an installation from the lock file, as `npm ci` does before it unpacks. */
function saidByInstall(node: string, folder: string): string {
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(repository, file), join(folder, file));
  const npm = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  const args = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync(node, [join(npm, 'npm', 'bin', 'npm-cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stderr;
}
