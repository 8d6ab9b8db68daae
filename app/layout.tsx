import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FeedbackProvider } from '@/components/site/feedback/feedback';
import { WithSiteMessages } from '@/components/site/language/site-messages';
import { SkipLink } from '@/components/site/layout/main-content';
import { WithOrganisation } from '@/components/site/layout/organisation';
import { services } from '@/lib/server/composition/compose';
import { currentLanguage } from '@/lib/shared/language/messages';
import { t } from '@/lib/shared/language/t';
import { styleSheetPath } from '@/lib/messaging/organisation/style-sheet';
import { FACE_CLASSES } from './face';
import './globals.css';

// A page rendered at build time carries no nonce, and the content security policy would block its scripts.
export const dynamic = 'force-dynamic';

export const generateMetadata = (): Metadata => ({
  title: { default: 'Tessera', template: '%s · Tessera' },
  description: t('Activate and manage the authenticators on your devices.'),
  robots: { index: false, follow: false },
  // Some phones would turn serial numbers into telephone links.
  formatDetection: { telephone: false, email: false, address: false },
});

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f6f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0f171c' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name, isNamed, logo, colours } = (await services()).organisation.live.look();
  return (
    <html lang={currentLanguage()} className={FACE_CLASSES}>
      <body className="flex min-h-dvh flex-col antialiased">
        {colours && <link rel="stylesheet" href={styleSheetPath(colours)} precedence="organisation" />}
        <WithSiteMessages language={currentLanguage()}>
          <SkipLink />
          <WithOrganisation letterhead={{ name: isNamed ? name : null, logo }}>
            <FeedbackProvider>{children}</FeedbackProvider>
          </WithOrganisation>
        </WithSiteMessages>
      </body>
    </html>
  );
}
