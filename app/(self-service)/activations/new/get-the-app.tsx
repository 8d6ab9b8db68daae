import { PhoneDrawing } from '@/components/site/activation/phone-drawing';
import { Card } from '@/components/ui/card';
import { newActivationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** Where to get a vendor's app: from the organisation. This site's own is opened by the image. */
export function GetTheApp() {
  return (
    <section aria-labelledby="get-the-app">
      <Card>
        <h2 id="get-the-app" className="text-xl font-semibold">
          {t(newActivationNames.getApp)}
        </h2>
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
      </Card>
    </section>
  );
}
