import { readFileSync } from 'node:fs';
import { environmentSchema } from './environment-schema';

/** In bytes; the longest settings are lists of keys. */
const LONGEST_VALUE = 65_536;

type Variables = Readonly<Record<string, string | undefined>>;

/** Those that may come in files: all but the names of files. */
export const FILE_SETTINGS = Object.keys(environmentSchema.shape).filter((name) => !name.endsWith('_FILE'));

/** Of every setting, and of every file that may hold one. */
export const VARIABLE_NAMES = [...Object.keys(environmentSchema.shape), ...FILE_SETTINGS.map((name) => `${name}_FILE`)];

/** Whether a setting has a value, or names the file that holds it. */
export function isGiven(variables: Variables, name: string): boolean {
  return (variables[name] ?? '') !== '' || (variables[`${name}_FILE`] ?? '') !== '';
}

/**
 * Takes settings from the files that `<name>_FILE` names, as secrets are mounted, without the line's end that editors add.
 * @returns the variables with them, and what is wrong with files, in words without any content
 */
export function withSettingFiles(variables: Variables): { variables: Variables; problems: string[] } {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of FILE_SETTINGS) {
    const fileName = `${name}_FILE`;
    const file = variables[fileName] ?? '';
    if (file === '') continue;
    const read = readValue(file);
    if ((variables[name] ?? '') !== '') problems.push(`${fileName} and ${name} are both set: leave one of them out`);
    else if ('problem' in read) problems.push(`${fileName} names ${file}, which ${read.problem}`);
    else values[name] = read.value;
  }
  return { variables: { ...variables, ...values }, problems };
}

function readValue(file: string): { value: string } | { problem: string } {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > LONGEST_VALUE) return { problem: `has more than ${LONGEST_VALUE} bytes` };
    const value = bytes.toString('utf8').replace(/\r?\n$/, '');
    return value === '' ? { problem: 'is empty' } : { value };
  } catch (error) {
    return { problem: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` };
  }
}
