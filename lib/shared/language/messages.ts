import { processSingleton } from '../async/process-singleton';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../language';

type Messages = Readonly<Record<string, string>>;

type Known = { current: () => Language; messages: Partial<Record<Language, Record<string, string>>> };

/** The program and the application do not share modules, only the global object. */
const state = processSingleton<Known>('languages', () => ({ current: languageOfDocument, messages: {} }));

/** The language of the request that is answered; in a browser that of the page. */
export function currentLanguage(): Language {
  return state.current();
}

/** From where the server knows the language: many requests, each in its own, are answered at a time. */
export function findLanguageBy(current: () => Language): void {
  state.current = current;
}

/** Makes a catalogue known, besides what is known already. */
export function addMessages(language: Language, messages: Messages): void {
  state.messages[language] = { ...state.messages[language], ...messages };
}

/** @returns the English text where the language has no other */
export function findMessage(text: string): string {
  return state.messages[currentLanguage()]?.[text] ?? englishOf(text);
}

/** @throws TypeError where the language has no catalogue yet, which would make an English text of every one */
export function findMessageIn(language: Language, text: string): string {
  if (language === DEFAULT_LANGUAGE) return englishOf(text);
  const catalogue = state.messages[language];
  if (!catalogue) throw new TypeError(`the catalogue of ${language} has not been added`);
  return catalogue[text] ?? englishOf(text);
}

/** Without the context that tells two meanings of a text apart: `noun|Request`. */
export function englishOf(text: string): string {
  return text.slice(text.indexOf('|') + 1);
}

function languageOfDocument(): Language {
  const code = globalThis.document?.documentElement.lang ?? '';
  return isLanguage(code) ? code : DEFAULT_LANGUAGE;
}
