import type { ReactNode } from 'react';
import { FeedbackRegion } from '@/components/site/feedback/feedback';
import { t } from '@/lib/shared/language/t';

export const MAIN_CONTENT_ID = 'content';

const WIDTHS = { form: 'max-w-form', prose: 'max-w-prose', page: '' };

/**
 * The page's main region. All its pages begin at one left edge.
 * @param width `form` for a single short form, `prose` for text and lists, `page` for content in columns
 */
export function MainContent({ width = 'page', children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return (
    <main id={MAIN_CONTENT_ID} tabIndex={-1} className="area-width grow pt-(--above-heading) pb-parts short:pt-3">
      <div className={WIDTHS[width]}>
        <FeedbackRegion />
        {children}
      </div>
    </main>
  );
}

/** First Tab stop: jumps past the header to the main region. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_CONTENT_ID}`}
      className="sr-only rounded-control bg-accent font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-10 focus:px-4 focus:py-3"
    >
      {t('Skip to content')}
    </a>
  );
}
