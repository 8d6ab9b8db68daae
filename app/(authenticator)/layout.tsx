import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { WithPhoneAppMessages } from '@/components/site/language/phone-app-messages';
import { currentLanguage } from '@/lib/shared/language/messages';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({
  title: { absolute: 'Tessera Authenticator' },
  description: t('One-time passwords from a device that only you open.'),
  applicationName: 'Tessera Authenticator',
  manifest: '/authenticator/manifest.webmanifest',
  appleWebApp: { capable: true, title: 'Authenticator', statusBarStyle: 'default' },
  icons: { icon: '/icon.svg', apple: '/authenticator/icon-180.png' },
});

export const viewport: Viewport = { viewportFit: 'cover' };

/**
 * Inline script that collects followed links for `takeFollowedLink`, and the browser's offer to install the app for
 * `InstallHelp`. It runs first in the page, because both can come while the other scripts load, and the router overwrites the
 * address when it starts.
 */
const HEAR_LINKS =
  "window.followedLinks=[];addEventListener('hashchange',function(event){followedLinks.push(event.newURL)});" +
  "addEventListener('beforeinstallprompt',function(event){event.preventDefault();window.installPrompt=event})";

/** One column, as on a phone; on a wide screen a centred card. */
export default async function AuthenticatorLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <div className="mx-auto flex w-full max-w-form grow flex-col pb-[env(safe-area-inset-bottom)] sm:my-10 sm:min-h-190 sm:grow-0 sm:rounded-card sm:border sm:border-line sm:bg-surface">
      <script nonce={nonce} suppressHydrationWarning>
        {HEAR_LINKS}
      </script>
      <WithPhoneAppMessages language={currentLanguage()}>{children}</WithPhoneAppMessages>
    </div>
  );
}
