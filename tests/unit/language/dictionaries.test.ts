import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dutch } from '@/lib/language/dictionaries/dutch';
import { french } from '@/lib/language/dictionaries/french';
import { german } from '@/lib/language/dictionaries/german';
import { repository } from '../../support/repository';

const LANGUAGES: Record<string, Record<string, string>> = { german, french, dutch };

const placeholdersOf = (text: string) =>
  (text.match(/\{\w+\}/g) ?? []).toSorted((one, other) => one.localeCompare(other));

const end = (text: string) => /[.?:…]$/.exec(text.trimEnd())?.[0] ?? '';

/** What systems call theirs, in their own languages. */
const OF_SYSTEMS = new Set(['Add to Home Screen']);

describe.each(Object.entries(LANGUAGES))('the dictionary of %s', (_language, messages) => {
  it('has the placeholders of the English text in every message', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => placeholdersOf(text).join(' ') !== placeholdersOf(message).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  it('quotes a button or a heading as it is called in that language', () => {
    const called = new Map(Object.entries(messages).map(([text, message]) => [text.replaceAll("'", '’'), message]));
    const wrong = Object.entries(messages).filter(([text, message]) =>
      [...text.matchAll(/“([^”]+)”/g)].some(
        ([, quoted = '']) => !OF_SYSTEMS.has(quoted) && !message.includes(called.get(quoted) ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves no message empty, and ends where the English sentence ends', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => message.trim() === '' || end(text) !== end(message),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the areas of the dictionaries', () => {
  it('have each message once: what two areas say is in common', async () => {
    const folder = join(repository, 'lib/language/dictionaries/german');
    const groups = new Set(['index.ts', 'site.ts', 'staff.ts', 'phone-app.ts']);
    const areas = readdirSync(folder).filter((file) => !groups.has(file));
    const modules = await Promise.all(
      areas.map((file) => import(join(folder, file)) as Promise<Record<string, Record<string, string>>>),
    );
    const messages = modules.flatMap((module) => Object.values(module).flatMap((area) => Object.keys(area)));
    expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([]);
  });
});
