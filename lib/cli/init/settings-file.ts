import { writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { SETTING_SECTIONS } from '../../config/environment/environment-schema';
import { factsOf } from '../../config/environment/setting';
import { meaningInWords } from '../../config/environment/settings-in-view';
import type { Answers } from './questions';

const WIDTH = 110;

const INTRODUCTION = `Settings of this site, which are read at a start. The file holds secrets: keep it for the site's user alone.
Node.js (.env), systemd (EnvironmentFile=) and Compose (env_file:) read it alike. What stands behind a # is left out.`;

/** What none of its readers would read as it is written. */
const UNWRITABLE = /['\r\n]/;

/** Whether a value can stand in the file; another needs a file of its own. */
export function isWritable(value: string): boolean {
  return !UNWRITABLE.test(value);
}

/** Writes what was answered, for its owner alone. @throws the file system's error, EEXIST if the file is there */
export function writeSettingsFile(file: string, answers: Answers): void {
  writeFileSync(file, settingsFile(answers), { mode: 0o600, flag: 'wx' });
}

/** Every setting that was answered, with its meaning, and after a # every other that such a site may want. */
export function settingsFile(answers: Answers): string {
  const sections = SETTING_SECTIONS.filter(
    ({ gateway }) => gateway === undefined || gateway === (answers['GATEWAY'] ?? 'embedded'),
  ).map(({ title, settings }) => {
    const lines = Object.entries(settings).flatMap(([name, schema]) => linesOf(name, schema, answers));
    return [`## ${title.replaceAll('`', '')}`, ...lines, ''].join('\n');
  });
  return [comment(INTRODUCTION), '', ...sections].join('\n');
}

function linesOf(name: string, schema: z.ZodType, answers: Answers): string[] {
  const { meaning, example } = factsOf(schema);
  const given = [name, ...(name.endsWith('_FILE') ? [] : [`${name}_FILE`])].find((one) => (answers[one] ?? '') !== '');
  if (given !== undefined) return [comment(meaningInWords(meaning)), `${given}=${quoted(answers[given] ?? '')}`];
  return example === null ? [] : [`# ${name}=${example}`];
}

/** In quotes where one of the file's readers would take a character for something else. */
function quoted(value: string): string {
  if (!isWritable(value)) throw new RangeError('a value that no settings file can hold');
  return /^[\w.:/@%+,=-]*$/.test(value) ? value : `'${value}'`;
}

/** Lines behind a #, wrapped between words. */
function comment(text: string): string {
  return text
    .split('\n')
    .flatMap((paragraph) => wrapped(paragraph))
    .map((line) => `# ${line}`)
    .join('\n');
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
