import { createInterface } from 'node:readline/promises';
import { loadConfig } from '../config/config';
import { openInstallation } from '../server/composition/installation';
import { openAdministration } from '../server/composition/open-administration';
import { askHidden } from './ask-hidden';
import { examine } from './doctor/examine';
import type { Interview } from './init/collect-answers';
import { runInit, type Site } from './init/run-init';
import { readLine } from './read-line';
import { runCommand } from './run-command';
import { addUser } from './user/add-user';

const site: Site = {
  examine: () => examine(loadConfig().config, null),
  addAdministrator: async ({ userId, mail }, password) => {
    const installation = await openInstallation(complain);
    try {
      const account = {
        userId,
        name: undefined,
        mail,
        language: 'en',
        group: undefined,
        role: ['user', 'administrator'],
      };
      return await addUser(openAdministration(installation), account, async () => password);
    } finally {
      await installation.close();
    }
  },
};

await runCommand(() =>
  runInit(
    process.argv.slice(2),
    {
      environment: process.env,
      interview: process.stdin.isTTY ? { ask, complain } : null,
      password: readPassword,
      say,
      complain,
    },
    site,
  ),
);

async function ask(...[words, isHidden]: Parameters<Interview['ask']>): Promise<string> {
  if (isHidden) return (await askHidden(words)) ?? '';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(words);
  } finally {
    terminal.close();
  }
}

/** Typed twice at a terminal; otherwise the first line of standard input. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return readLine();
  for (;;) {
    const typed = (await askHidden('Password of the administrator, at least 15 characters: ')) ?? '';
    if ((await askHidden('Once more: ')) === typed) return typed;
    say('These are two different passwords.');
  }
}

function say(line: string): void {
  console.log(line);
}

function complain(line: unknown): void {
  console.error(line);
}
