import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/shared/language/t';

export function PageForbidden() {
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Ask an administrator if you need it for your work.')}>
        {t('Your account may not see this page')}
      </PageHeading>
      <LinkButton href="/">{t('Go to the start page')}</LinkButton>
    </MainContent>
  );
}
