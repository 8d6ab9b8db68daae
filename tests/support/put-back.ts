import { afterAll, vi } from 'vitest';
import { addCatalogues } from '@/lib/shared/language/request-language';

/** Mails are in the language of their reader, as they are on a server. */
addCatalogues();

/** Test files share a process: what one of them put in the place of something must not reach the next. */
afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
