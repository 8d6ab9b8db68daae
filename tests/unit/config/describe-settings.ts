import { environmentSchema, SETTING_SECTIONS } from '@/lib/config/environment/environment-schema';
import { factsOf, type Section } from '@/lib/config/environment/setting';

const HEAD = ['variable', 'default', 'values', 'meaning', 'source in the vendor’s documentation'];

/** What follows the README's own words: a table for each section, in Markdown. */
export function settingTables(): string {
  return SETTING_SECTIONS.map(({ title, settings }) => `## ${title}\n\n${tableOf(settings)}\n`).join('\n');
}

/** `.env.example`: what is worth a line, each commented out. */
export function exampleEnvironment(): string {
  const sections = SETTING_SECTIONS.map(({ title, note, settings }) => {
    const lines = Object.entries(settings).flatMap(([name, schema]) => {
      const { example } = factsOf(schema);
      return example === null ? [] : [`# ${name}=${example}`];
    });
    return [`## ${title.replaceAll('`', '')}`, ...(note === undefined ? [] : [`## ${note}`]), ...lines, ''].join('\n');
  });
  const introduction =
    '## Everything has a default with the embedded database; lib/config/README.md tells what each variable means.\n';
  return [introduction, ...sections].join('\n');
}

/** Names that are in no section, or in more than one. */
export function misplacedSettings(): string[] {
  const placed = SETTING_SECTIONS.flatMap(({ settings }) => Object.keys(settings));
  return Object.keys(environmentSchema.shape).filter((name) => placed.filter((one) => one === name).length !== 1);
}

/** Columns are aligned, and left out where no setting has anything in them. */
function tableOf(settings: Section['settings']): string {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const { unset, range, meaning, source = '' } = factsOf(schema);
    return [`\`${name}\``, unset, range, meaning, source];
  });
  const columns = HEAD.map((title, index) => ({ title, cells: rows.map((row) => row[index] ?? '') })).filter(
    ({ cells }) => cells.some((cell) => cell !== ''),
  );
  const widths = columns.map(({ title, cells }) => Math.max(...[title, ...cells].map(({ length }) => length)));
  const line = (cells: string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((_row, index) => line(columns.map(({ cells }) => cells[index] ?? ''))),
  ].join('\n');
}
