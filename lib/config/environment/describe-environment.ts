import { environmentSchema, type Environment } from './environment-schema';
import { SETTING_SECTIONS, type SettingDescription } from './setting-descriptions';

const INTRODUCTION = `# Configuration

<!-- Made by \`npm run docs:config\` from environment/environment-schema.ts and environment/setting-descriptions.ts: change those. -->

Every setting is an environment variable, or a line of the file \`.env\`; what is set already wins over the file, and a
variable set to nothing counts as not set. A start with missing or malformed variables fails and names all of them at
once, and so does every program of the command line. \`.env.example\` has lines to copy. "Generated" secrets are made at
the first start with the embedded database; with PostgreSQL they have to be set.

Sources name a page by its title, and its book by how its address at docs.onespan.com begins: \`oas-pg\` is the product
guide and \`oas-fullsdk-pg\` the programmer's guide of Authentication Server, \`dpgw-gsg\` the getting started guide of
DIGIPASS Gateway, \`oca-ig\` the integration guide of Cloud Authentication. \`n/105056\` is a page of community.onespan.com.
"A public client" is a program whose source anybody can read; [the contract](../gateways/CONTRACT.md#12-sources) names them.

## The way in

- \`loadConfig\` (\`config.ts\`) reads the environment and fills in the defaults: the only place that has them.
- \`readOrCreateSecrets\` (\`data-directory/stored-secrets.ts\`) and \`secretsFrom\` (\`config.ts\`): the secrets of the environment, and with the
  embedded database those of \`secrets.json\`, made at the first start.
- \`openDataDirectory\` and \`lockDataDirectory\`: one process owns the data directory, and its owner alone reads it.

## Rules

- A new variable is one line of \`environment/environment-schema.ts\`, one of \`setting-descriptions.ts\` beside it, and a default in \`config.ts\`;
  then \`npm run docs:config\`, which writes this page. A test fails while it says something else.
- By hand: a line in \`.env.example\`, and one in \`environment/settings-in-view.ts\` if administrators may see the value.
- A value goes from \`Config\` to [\`lib/composition\`](../composition/README.md), which hands it to what needs it; pages find
  it in \`services().config\`.
- What belongs together is refused when half of it is set: \`sections/\` and \`environment/read-environment.ts\`.
- Secrets are never made anew beside a database: that would lose what the old ones encrypted. Nothing here is logged.
- A server's or a webhook's address must be https (a webhook's on this machine may be http) and hold no name or password.

To test it alone: \`npx vitest run --config tests/vitest.config.ts tests/unit/config\`.
`;

/** Generates this room's README. @throws Error naming variables that are undescribed or described twice */
export function describeEnvironment(): string {
  const described = SETTING_SECTIONS.flatMap(({ settings }) => Object.keys(settings)).toSorted();
  const all = Object.keys(environmentSchema.shape).toSorted();
  if (described.join() !== all.join())
    throw new Error(`not described exactly once: ${differences(all, described).join(', ')}`);
  const sections = SETTING_SECTIONS.map(({ title, settings }) => `## ${title}\n\n${tableOf(settings)}\n`);
  return [INTRODUCTION, ...sections].join('\n');
}

function differences(all: string[], described: string[]): string[] {
  const twice = described.filter((name, index) => described.indexOf(name) !== index);
  return [...all.filter((name) => !described.includes(name)), ...twice];
}

/** A Markdown table with its columns aligned. */
function tableOf(settings: Partial<Record<keyof Environment, SettingDescription>>): string {
  const entries = Object.entries(settings) as [keyof Environment, SettingDescription][];
  const head = ['variable', 'default', 'values', 'meaning', 'source in the vendor’s documentation'];
  const rows = entries.map(([name, { default: byDefault, meaning, source = '' }]) => [
    `\`${name}\``,
    byDefault,
    valuesOf(name),
    meaning,
    source,
  ]);
  const columns = head
    .map((title, index) => ({ title, cells: rows.map((row) => row[index] ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const widths = columns.map(({ title, cells }) => Math.max(...[title, ...cells].map(({ length }) => length)));
  const line = (cells: string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((_row, index) => line(columns.map(({ cells }) => cells[index] ?? ''))),
  ].join('\n');
}

/** The range of a whole number. */
function valuesOf(name: keyof Environment): string {
  const range = environmentSchema.shape[name].unwrap().meta()?.['range'];
  return typeof range === 'string' ? range : '';
}
