import { ChevronDown, Smartphone } from 'lucide-react';
import { PhoneDrawing } from '@/components/activation/phone-drawing';
import { Card } from '@/components/ui/card';
import { CodeImage } from '@/components/ui/code-image';
import { buttonClasses } from '@/components/ui/buttons/button';
import { qrMatrix } from '@/lib/image/qr-matrix';
import { svgPath } from '@/lib/image/svg-paths';
import { newActivationNames } from '@/lib/names/activation-names';
import { t } from '@/lib/language/t';

const PATH = '/authenticator';

/** Where to get the app: this site's own on any phone, the vendor's from the organisation. */
export function GetTheApp({ publicUrl, hasOwnApp }: { publicUrl: string; hasOwnApp: boolean }) {
  return (
    <section aria-labelledby="get-the-app">
      <Card>
        <h2 id="get-the-app" className="text-xl font-semibold">
          {t(newActivationNames.getApp)}
        </h2>
        {hasOwnApp ? <OwnApp address={publicUrl + PATH} /> : <VendorsApp />}
      </Card>
    </section>
  );
}

function OwnApp({ address }: { address: string }) {
  const { size, path } = svgPath(qrMatrix(address));
  return (
    <>
      <p className="mt-2 text-ink-soft pointer-coarse:hidden">
        {t(
          'Point your phone’s camera at this code. It opens the authenticator app in the browser. Already have it? Show the image.',
        )}
      </p>
      <div className="mt-4 grid items-center gap-6 sm:grid-cols-[11rem_1fr] pointer-coarse:hidden">
        <div className="w-44 overflow-hidden rounded-control border border-line bg-white">
          <CodeImage name={t(newActivationNames.appCode)} image={{ size, paths: [{ fill: '#000000', path }] }} />
        </div>
        <p className="wrap-anywhere">
          {t('Or open this address on your phone:')}
          <br />
          <strong>{address.replace(/^https?:\/\//, '')}</strong>
        </p>
      </div>
      <div className="mt-4 hidden gap-3 pointer-coarse:grid">
        <p className="text-ink-soft">{t('The app runs in the browser of your phone.')}</p>
        <a href={PATH} className={buttonClasses('secondary')}>
          <Smartphone aria-hidden="true" className="size-5" />
          {t(newActivationNames.openApp)}
        </a>
      </div>
      <details className="group mt-5 border-t border-line pt-2">
        <summary className="flex min-h-11 list-none items-center justify-between gap-3 py-2 font-semibold [&::-webkit-details-marker]:hidden">
          {t('Add it to your home screen')}
          <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
        </summary>
        <dl className="grid gap-3 pb-1">
          <div>
            <dt className="font-semibold">{t('iPhone or iPad')}</dt>
            <dd className="text-ink-soft">{t('Open the app in Safari, tap Share, then “Add to Home Screen”.')}</dd>
          </div>
          <div>
            <dt className="font-semibold">Android</dt>
            <dd className="text-ink-soft">{t('Open the app in Chrome, tap ⋮, then “Install app”.')}</dd>
          </div>
        </dl>
      </details>
    </>
  );
}

function VendorsApp() {
  return (
    <div className="mt-2 flex items-center gap-6">
      <p className="text-ink-soft">
        {t(
          'Install your organisation’s authenticator app on your phone. The helpdesk knows which one it is and where to get it.',
        )}
      </p>
      <div className="hidden w-20 shrink-0 sm:block">
        <PhoneDrawing screen="code" />
      </div>
    </div>
  );
}
