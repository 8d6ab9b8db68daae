import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/repository';

/** What the kit's README tells a team to do, which the tests do to the letter. */
export type Instructions = {
  /** Run in the repository. */
  pack: string[];
  /** `~/suite` */
  folder: string;
  /** Run in the folder, the installation first. */
  commands: string[][];
  /** The tests that they save, and their files. */
  examples: { file: string; text: string }[];
};

/** @throws Error when the README tells something else than this understands */
export function readInstructions(): Instructions {
  const readme = readFileSync(join(repository, 'lib', 'kit', 'README.md'), 'utf8');
  const [, shell = ''] = /```sh\n(.*?)```/s.exec(readme) ?? [];
  const blocks = readme.matchAll(/`([\w.]+\.spec\.ts)`((?:(?!\.spec\.ts`).)*?)```ts\n(.*?)```/gs);
  const examples = [...blocks].map(([, file = '', , text = '']) => ({ file, text }));
  const lines = shell.split('\n').map((line) =>
    line
      .replace(/\s+#.*$/, '')
      .trim()
      .split(/\s+/),
  );
  const [pack, [cd, folder = ''] = [], ...commands] = lines.filter(([first]) => first !== '');
  if (pack === undefined || cd !== 'cd' || commands.length === 0 || examples.length === 0)
    throw new Error('the README of the kit does not say how to install it, or has no example');
  return { pack, folder, commands, examples };
}
