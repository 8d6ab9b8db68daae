import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { stopPrograms } from '../support/servers/run-program';
import type { AnotherUser } from './another-user';

/**
 * Does what an operator without containers does: installs the package by itself, asks it what there is, and starts the site.
 * @param packed folder that holds the package
 * @throws Error when it does not come to that
 */
export async function installByItself(user: AnotherUser, packed: string): Promise<void> {
  const name = readdirSync(packed).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`no package in ${packed}`);
  const [prefix, data] = ['global', 'site'].map((folder) => join(user.home, folder)) as [string, string];
  for (const folder of [prefix, data]) mkdirSync(folder);
  user.give(prefix, data);
  await user.run(['npm', 'install', '--global', '--prefix', prefix, join(packed, name)], user.home);
  const tessera = join(prefix, 'bin', 'tessera');
  for (const [asked, called] of [
    [[], 'tessera <program>'],
    [['audit-verify'], 'tessera audit-verify'],
  ] as const) {
    const said: string[] = [];
    await user.run([tessera, ...asked, '--help'], data, { hear: (text) => said.push(text) });
    const help = said.join('');
    if (!new RegExp(`^ *${called}`, 'm').test(help) || /\bnp[mx] /.test(help))
      throw new Error(`what is installed by itself does not say how to call it:\n${help}`);
  }
  await serve(user, tessera, data);
}

async function serve(user: AnotherUser, tessera: string, data: string): Promise<void> {
  const port = String(await freePort());
  let said = '';
  let hasEnded = false;
  const running = user
    .run([tessera, 'start'], data, {
      env: { PORT: port, TESSERA_DATA_DIR: join(data, 'data') },
      hear: (text) => (said += text),
    })
    .finally(() => (hasEnded = true));
  try {
    await poll('the site that is installed by itself', async () => hasEnded || said.includes('Tessera is ready'));
    const { status } = await fetch(`http://127.0.0.1:${port}/sign-in`);
    if (status !== 200) throw new Error(`the sign-in page is answered by ${status}`);
  } catch (error) {
    throw new Error(`the site that is installed by itself does not serve:\n${said}`, { cause: error });
  } finally {
    stopPrograms('SIGTERM');
    await running;
  }
}
