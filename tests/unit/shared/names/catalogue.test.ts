import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { CATALOGUES } from '@/lib/shared/language/catalogues';
import { namesIn } from '@/lib/kit/playwright/page-names';
import { names, translateNames } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';
import { LANGUAGES } from '@/lib/shared/language';
import { repository } from '../../../support/repository';
import { findNamesInLiterals } from './find-names-in-literals';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** What each name of the catalogue matches: itself, or itself with any values. */
function nameMatchers(group: object): RegExp[] {
  return Object.values(group).flatMap((name: unknown) => {
    if (typeof name === 'string') return [namePattern(() => name)];
    return typeof name === 'function'
      ? [namePattern(name as typeof names.signIn.continueWith)]
      : nameMatchers(name as object);
  });
}

/** What page objects and flows have that is no name. */
const NO_NAMES = new Set([
  // By the field that it is for: several forms of the page can be refused.
  'tests/e2e/screens/activation-screen.ts: ^Row 1: ',
  'tests/e2e/screens/authenticator-screen.ts: form:has([name=oneTimePassword])',
  'tests/e2e/screens/phone-app.ts: ^Row 1: ',
  // What mails say.
  'tests/e2e/flows/empty-browser.ts: Storage.clearDataForOrigin',
  'tests/e2e/flows/mailed-code.ts: Code: ({4}-{4})',
  'tests/e2e/flows/mailed-code.ts: Subject: ',
  'tests/e2e/flows/mailed-code.ts: a mail “',
  // What images say.
  'tests/e2e/flows/activate-offline.ts: ^F1',
  'tests/e2e/flows/activate-offline.ts: ^F2',
  // What is typed into fields.
  'tests/e2e/flows/create-invitation.ts: T-4711',
  'tests/e2e/flows/create-invitation.ts: X4F2',
  'tests/e2e/flows/own-phone.ts: Own phone',
  'tests/e2e/flows/send-invitation.ts: T-4711',
  'tests/e2e/flows/send-invitation.ts: X4F2',
  // Protocols, and words for the log.
  'tests/e2e/flows/audit-screen.ts: : to be scrolled sideways',
  'tests/e2e/flows/offline-activation.ts: Network.clearBrowserCache',
  'tests/e2e/flows/record-action.ts: POST',
]);

describe('the catalogue of accessible names', () => {
  const shown = ['app', 'components'].flatMap(filesBelow).map(read).join('\n');

  /** By its key, or where one of its group is chosen: `stepNames[progress]`. @param entry `stepNames.done` */
  function isShown(entry: string): boolean {
    const [group = ''] = entry.split('.');
    return new RegExp(String.raw`\b${entry}\b|\b${group}\[`).test(shown);
  }

  it('every name of the catalogue is shown by a page or component', () => {
    const entries = Object.entries(names).flatMap(([group, known]) =>
      Object.keys(known).map((key) => `${group}Names.${key}`),
    );
    expect(entries.filter((entry) => !isShown(entry))).toEqual([]);
  });

  it('the catalogue joins the names of all screens', () => {
    const files = filesBelow('lib/shared/names').filter((path) => path.endsWith('-names.ts'));
    const screens = files.flatMap((path) =>
      [...readFileSync(join(repository, path), 'utf8').matchAll(/^export const (\w+)Names =/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(new Set(screens)).toEqual(new Set(Object.keys(names)));
  });

  it('the catalogue has every name that the README of the tests promises', () => {
    const catalogue = nameMatchers(names);
    const [, section = ''] = read('tests/README.md').split('## Names that suites rely on');
    const promised = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `.*$/gm)].flatMap(([row]) =>
      [...row.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
    );
    expect(promised.length).toBeGreaterThan(100);
    expect(promised.filter((name) => !catalogue.some((matches) => matches.test(name)))).toEqual([]);
  });

  it('page objects and flows take all names from the catalogue', () => {
    const literal = ['tests/e2e/screens', 'tests/e2e/flows']
      .flatMap(filesBelow)
      .flatMap((path) => findNamesInLiterals(path, read(path)));
    expect(literal.toSorted()).toEqual([...NO_NAMES].toSorted());
  });

  it('no name of a screen contains another as part of a word', () => {
    const textsOf = (group: object): string[] =>
      Object.values(group).flatMap((name: unknown) =>
        typeof name === 'string' ? [name] : typeof name === 'object' && name !== null ? textsOf(name) : [],
      );
    const clashes = Object.entries(names).flatMap(([screen, group]) => {
      const texts = textsOf(group).map((text) => text.toLowerCase());
      return texts.flatMap((text) =>
        texts
          .filter((other) =>
            other
              .split(text)
              .slice(1)
              .some((rest) => /^\w/.test(rest)),
          )
          .map((other) => `${screen}: ${text} in ${other}`),
      );
    });
    // "On" is a status beside a switch, and is looked for by its whole text.
    expect(clashes.filter((clash) => !clash.startsWith('phoneApp: on in '))).toEqual([]);
  });

  it.each(LANGUAGES)('names are translated to %s, with their values in the English order', (language) => {
    const inLanguage = namesIn(language);
    expect(inLanguage.area.account('Alice Adams', 'alice')).toContain('Alice Adams');
    expect(inLanguage.area.account('Alice Adams', 'alice')).toContain('alice');
    expect(inLanguage.area.account).toHaveLength(2);
    expect(Object.keys(inLanguage)).toEqual(Object.keys(names));
  });

  it('every name is in the catalogues of messages', () => {
    const lacking: string[] = [];
    translateNames((text) => {
      if (!(text in CATALOGUES.de)) lacking.push(text);
      return text;
    });
    expect(lacking).toEqual([]);
  });

  it('a German name is the one that a German page shows', () => {
    expect(namesIn('de').activation.image).toBe('Aktivierungsbild');
    expect(namesIn('en')).toEqual(expect.objectContaining({ step: names.step }));
  });

  it('a name with values is a function of them, in the order of the English name', () => {
    expect(names.area.account('Alice Adams', 'alice')).toBe('Account: Alice Adams, alice');
    expectTypeOf(names.area.account).parameters.toEqualTypeOf<[string, string]>();
    expectTypeOf(names.signIn.continueWith).parameters.toEqualTypeOf<[string]>();
    expectTypeOf(names.signIn.password).toEqualTypeOf<'Password'>();
  });
});

describe('the pattern of a name with a value in it', () => {
  it('the pattern of a name matches the whole name with any value', () => {
    expect('Continue with Contoso (EU)').toMatch(namePattern(names.signIn.continueWith));
    expect('Continue with ').not.toMatch(namePattern(names.signIn.continueWith));
    expect('Please Continue with Contoso').not.toMatch(namePattern(names.signIn.continueWith));
  });

  it('special characters of patterns are matched literally', () => {
    expect('Lock Pixel (old)?').toMatch(namePattern((device) => `Lock ${device} (old)?`));
    expect('Lock Pixel old').not.toMatch(namePattern((device) => `Lock ${device} (old)?`));
  });
});
