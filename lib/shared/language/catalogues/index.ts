import type { Language } from '../../language';
import type { Message } from '../t';
import { german } from './de';
import { french } from './fr';
import { dutch } from './nl';

/** The messages of every language but English, whose texts are the keys. */
export const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<Message, string>>>> = {
  de: german,
  fr: french,
  nl: dutch,
};
