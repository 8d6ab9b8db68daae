import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../repository';

const run = promisify(execFile);
const JAR = join(repository, 'node_modules/vnu-jar/build/dist/vnu.jar');

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  url: string;
  message: string;
  extract?: string;
}

/**
 * What is written on purpose: the action of a form that React sends by itself; the token of WebAuthn §5.11, which the
 * checker's list of autofill fields lacks; and `off` on a hidden field, which keeps Firefox from restoring the one of an older page.
 */
const ON_PURPOSE = [
  'Bad value “” for attribute “action” on element “form”',
  'The string “webauthn” is not a valid autofill field name',
  'An “input” element with a “type” attribute whose value is “hidden” must not have an “autocomplete” attribute',
];

/** Whether this machine can run the validator, which is a Java program. */
export async function hasJava(): Promise<boolean> {
  return run('java', ['-version']).then(
    () => true,
    () => false,
  );
}

/**
 * What the Nu HTML Checker calls an error and nobody wrote on purpose, one line each.
 * @param pages whole documents by the name that a line shows
 */
export async function findNuErrors(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-nu-'));
  try {
    const named = [...pages].map(([name, html], index) => ({ name, html, file: join(folder, `${index}.html`) }));
    await Promise.all(named.map(({ file, html }) => writeFile(file, html)));
    const files = named.map(({ file }) => file);
    const options = ['-jar', JAR, '--exit-zero-always', '--stdout', '--format', 'json'];
    const { stdout } = await run('java', [...options, ...files], { maxBuffer: 64 * 1024 * 1024 });
    const { messages } = JSON.parse(stdout) as { messages: Message[] };
    const nameOf = (url: string) => named.find(({ file }) => url.endsWith(file))?.name ?? url;
    return messages
      .filter(({ type, message }) => type !== 'info' && !ON_PURPOSE.some((one) => message.includes(one)))
      .map(({ url, message, extract }) => `${nameOf(url)}: ${message}${extract ? `: ${extract.slice(0, 200)}` : ''}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
