import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../support/repository';
import { findBareTexts } from './find-bare-texts';

/** Names, keys and code. */
const SAME_EVERYWHERE = new Set([
  'app/(self-service)/activations/new/get-the-app.tsx: Android',
  'components/site/layout/organisation.tsx: Tessera',
  'components/staff/administration/setup/helpdesk-step.tsx: TESSERA_HELPDESK_CONTACT',
  'components/staff/administration/setup/name-step.tsx: TESSERA_ORGANISATION',
  'components/staff/administration/setup/look-preview.tsx: xMinYMid meet',
  'components/phone/phone-screen.tsx: Tessera',
  'components/staff/service-accounts/shown-key.tsx: Authorization: Bearer tes_…',
  'components/staff/helpdesk/palette/staff-keys.tsx: Control+K Meta+K',
]);

function componentsBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name))
    .filter((path) => !path.startsWith('app/api/docs/'));
}

describe('pages and components', () => {
  it('the pages and components show no text past the catalogues', () => {
    const bare = ['app', 'components']
      .flatMap(componentsBelow)
      .flatMap((path) => findBareTexts(path, readFileSync(join(repository, path), 'utf8')));
    expect(bare.filter((text) => !SAME_EVERYWHERE.has(text))).toEqual([]);
  });

  it.each([
    ['a text', 'const a = <p>Try again</p>;'],
    ['the label of an element', 'const a = <nav aria-label="Main" />;'],
    ['one of two texts', "const a = <p>{isOver ? 'It is over.' : t('Wait')}</p>;"],
    ['a sentence around a value', 'const a = <p>{`Wait ${seconds} seconds.`}</p>;'],
  ])('a bare text is caught with %s', (_what, source) => {
    expect(findBareTexts('a.tsx', source)).toHaveLength(1);
  });

  it('an attribute that programs read is no bare text', () => {
    const source = '<a href="/sign-in" className="grid gap-3" type="submit" data-kind="Big One">{t("Sign in")} ·</a>';
    expect(findBareTexts('a.tsx', `const a = ${source};`)).toEqual([]);
  });
});
