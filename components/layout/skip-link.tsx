import { MAIN_CONTENT_ID } from './main-content';

/** First stop of the Tab key: past the header, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_CONTENT_ID}`}
      className="sr-only rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-10"
    >
      Skip to content
    </a>
  );
}
