import type { Route } from 'next';
import type { Language } from '@/lib/shared/language';

export function guidePath(language: Language): Route {
  return `/administration/guide/${language}` as Route;
}
