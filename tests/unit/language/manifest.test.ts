import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dutch } from '@/lib/language/dictionaries/dutch';
import { french } from '@/lib/language/dictionaries/french';
import { german } from '@/lib/language/dictionaries/german';
import type { Message } from '@/lib/language/t';
import { repository } from '../../support/repository';

it('describes the phone app in each language, as its page does', () => {
  const path = join(repository, 'public/authenticator/manifest.webmanifest');
  const { description, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const text = description as Message;
  expect(manifest).toMatchObject({
    lang: 'en',
    description_localized: { de: german[text], fr: french[text], nl: dutch[text] },
  });
});
