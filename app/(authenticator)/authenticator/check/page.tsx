import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckPanel } from '@/components/phone/check/check-panel';
import { services } from '@/lib/server/composition/compose';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({
  title: { absolute: `${t(phoneCheckNames.title)} · Tessera Authenticator` },
});

/** What works on the phone at hand, for this site's own app. It needs no account, and stores nothing. */
export default async function CheckPage() {
  if (!(await services()).embeddedGateway) notFound();
  return (
    <>
      <CheckPanel />
      <noscript>
        <p className="px-5 py-4 sm:px-6">{t('Nothing can be checked without JavaScript. Allow it for this site.')}</p>
      </noscript>
    </>
  );
}
