import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { WithPhoneAppMessages } from '@/components/language/phone-app-messages';
import { HEAR_LINKS } from '@/components/phone/hear-links';
import { currentLanguage } from '@/lib/language/messages';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({
  title: { absolute: 'Tessera Authenticator' },
  description: t('One-time passwords from a device that only you open.'),
  applicationName: 'Tessera Authenticator',
  manifest: '/authenticator/manifest.webmanifest',
  appleWebApp: { capable: true, title: 'Authenticator', statusBarStyle: 'default' },
  icons: { icon: '/icon.svg', apple: '/authenticator/icon-180.png' },
});

export const viewport: Viewport = { viewportFit: 'cover' };

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
