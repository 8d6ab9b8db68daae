import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SETTING_SECTIONS } from '@/lib/config/environment/environment-schema';
import { factsOf } from '@/lib/config/environment/setting';
import { exampleEnvironment, misplacedSettings, settingTables } from './describe-settings';

const README = fileURLToPath(new URL('../../../lib/config/README.md', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../../.env.example', import.meta.url));

/** What `npm run docs:config` writes begins here. */
const MARK = '<!-- Made by `npm run docs:config` of the sections that are declared in this room. -->\n\n';

/** Of a file that is not on this machine. */
const PEM_FILE = /^(?:ONESPAN|TESSERA_SIEM)_\w+_FILE$|^OTEL_EXPORTER_OTLP_CERTIFICATE$/;

describe('the papers of the configuration', () => {
  it('the README’s tables and `.env.example` are generated from the settings, by `npm run docs:config`', async () => {
    const [written] = readFileSync(README, 'utf8').split(MARK);
    await expect(`${written}${MARK}${settingTables()}`).toMatchFileSnapshot(README);
    await expect(exampleEnvironment()).toMatchFileSnapshot(EXAMPLE);
  });

  it('every setting is in one section', () => {
    expect(misplacedSettings()).toEqual([]);
  });

  it('every example is a value that its setting takes, once a secret has been put in', () => {
    const complete = SETTING_SECTIONS.flatMap(({ settings }) => Object.entries(settings)).flatMap(([name, schema]) => {
      const { example } = factsOf(schema);
      return example === null || /^$|:$/.test(example) || PEM_FILE.test(name) ? [] : [{ name, schema, example }];
    });
    expect(complete.length).toBeGreaterThan(40);
    const refused = complete.filter(({ schema, example }) => !schema.safeParse(example).success);
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
});
