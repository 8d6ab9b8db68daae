import { describe, expect, it } from 'vitest';
import { inLanguage, speakLanguages } from '@/lib/shared/language/request-language';
import { t } from '@/lib/shared/language/t';
import { translate } from '@/lib/shared/language/translate';

describe('a message for its reader', () => {
  it('a message is in the language of its reader, whatever that of the request is', () => {
    speakLanguages();
    const said = inLanguage('fr', () => [translate('de', 'User ID'), t('User ID'), translate('nl', 'User ID')]);
    expect(said).toEqual(['Benutzerkennung', 'Identifiant', 'Gebruikersnaam']);
  });

  it('values of a message are inserted as they are', () => {
    expect(translate('fr', '{label}: {value}', { label: '{value}', value: '# {label}' })).toBe(
      '{value}\u202f: # {label}',
    );
  });
});

const LANGUAGES = ['en', 'de', 'fr', 'nl'] as const;

describe('a text with two meanings', () => {
  it('a context chooses the translation, and is never shown', () => {
    expect(LANGUAGES.map((language) => translate(language, 'noun|Request'))).toEqual([
      'Request',
      'Anfrage',
      'Demande',
      'Aanvraag',
    ]);
    expect(LANGUAGES.map((language) => translate(language, 'Request'))).toEqual([
      'Request',
      'Beantragen',
      'Demander',
      'Aanvragen',
    ]);
    expect(t('noun|Request')).toBe('Request');
  });
});
