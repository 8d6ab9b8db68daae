import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { names, type Names } from '@/lib/names';
import { namePattern } from '@/lib/names/name-pattern';
import { repository } from '../../support/repository';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

describe('the catalogue of accessible names', () => {
  const shown = ['app', 'components'].flatMap(filesBelow).map(read).join('\n');

  /** By its key, or where one of its group is chosen: `stepNames[progress]`. @param entry `stepNames.done` */
  function isShown(entry: string): boolean {
    const [group = ''] = entry.split('.');
    return new RegExp(String.raw`\b${entry}\b|\b${group}\[`).test(shown);
  }

  it('has no name that no page and no component shows', () => {
    const entries = filesBelow('lib/names')
      .filter((path) => path.endsWith('-names.ts'))
      .flatMap((path) => {
        const [, group = ''] = /export const (\w+Names) = \{/.exec(read(path)) ?? [];
        return [...read(path).matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => `${group}.${key}`);
      });
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.filter((entry) => !isShown(entry))).toEqual([]);
  });

  it('refuses a second language in which a name or a value is missing', () => {
    expectTypeOf(names).toExtend<Names>();
    expectTypeOf<Omit<Names, 'signIn'>>().not.toExtend<Names>();
    expectTypeOf<{ signIn: Omit<Names['signIn'], 'password'> }>().not.toExtend<Pick<Names, 'signIn'>>();
    expectTypeOf<(device: number) => string>().not.toExtend<Names['signIn']['continueWith']>();
    expectTypeOf<Names['signIn']['password']>().toEqualTypeOf<string>();
  });
});

describe('the pattern of a name with a value in it', () => {
  it('is the whole name with any value', () => {
    expect('Continue with Contoso (EU)').toMatch(namePattern(names.signIn.continueWith));
    expect('Continue with ').not.toMatch(namePattern(names.signIn.continueWith));
    expect('Please Continue with Contoso').not.toMatch(namePattern(names.signIn.continueWith));
  });

  it('takes what patterns use as signs for itself', () => {
    expect('Lock Pixel (old)?').toMatch(namePattern((device) => `Lock ${device} (old)?`));
    expect('Lock Pixel old').not.toMatch(namePattern((device) => `Lock ${device} (old)?`));
  });
});
