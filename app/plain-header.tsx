import { HeaderBar, HOME_CLASSES } from '@/components/site/layout/header-bar';
import { SiteName } from '@/components/site/layout/organisation';

/** Of pages for what failed or is not there, which every page loads along: without the router and the navigation, whose code all would load. */
export function PlainHeader() {
  return (
    <HeaderBar
      home={
        // A new load heals more than the router does.
        // oxlint-disable-next-line next/no-html-link-for-pages
        <a href="/" className={HOME_CLASSES}>
          <SiteName />
        </a>
      }
    />
  );
}
