import type { Metadata } from 'next';
import { guidePath } from '@/components/staff/administration/setup/guide-path';
import { PrintButton } from '@/components/staff/administration/setup/print-button';
import { PrintedGuide } from '@/components/staff/administration/setup/printed-guide';
import { MainContent } from '@/components/site/layout/main-content';
import { Link } from '@/components/ui/buttons/link';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { svgPath } from '@/lib/wire/image/svg-paths';
import { translate } from '@/lib/shared/language/translate';
import { isLanguage, LANGUAGES, OWN_NAMES, type Language } from '@/lib/shared/language';
import { setupNames } from '@/lib/shared/names/setup-names';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { t } from '@/lib/shared/language/t';

type Params = { params: Promise<{ language: string }> };

export const generateMetadata = (): Metadata => ({ title: t(setupNames.guide) });

/** One page for people, in a language that is theirs and not the administrator's. */
export default async function GuidePage({ params }: Params) {
  const { language } = await params;
  await requirePagePermission('organisation:change', `/administration/guide/${language}`);
  if (!isLanguage(language)) refuseAsNotFound();
  const { config, organisation } = await services();
  return (
    <MainContent>
      <div className="print:hidden">
        <PageHeading
          lead={t('One page to print or to send. Choose the language of whoever reads it.')}
          action={<PrintButton />}
        >
          {t(setupNames.guide)}
        </PageHeading>
        <GuideLanguages language={language} />
      </div>
      <PrintedGuide
        language={language}
        look={organisation.live.look()}
        address={config.publicUrl}
        picture={svgPath(qrMatrix(config.publicUrl))}
        say={(message, values) => translate(language, message, values)}
      />
    </MainContent>
  );
}

function GuideLanguages({ language }: { language: Language }) {
  return (
    <nav aria-label={t('Language of the guide')} className="mb-groups flex flex-wrap gap-2">
      {LANGUAGES.map((one) => (
        <Link
          key={one}
          href={guidePath(one)}
          lang={one}
          aria-current={one === language || undefined}
          className="flex min-h-11 items-center rounded-full border border-line-strong px-4 hover:border-accent hover:bg-accent-soft aria-current:border-accent aria-current:bg-accent-soft aria-current:font-semibold aria-current:text-accent"
        >
          {OWN_NAMES[one]}
        </Link>
      ))}
    </nav>
  );
}
