import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { requirePagePermission } from '@/lib/web/signed-in';

export const metadata: Metadata = { title: 'Numbers' };

export default async function NumbersPage() {
  await requirePagePermission('numbers:view', '/helpdesk/numbers');
  return (
    <MainContent>
      <PageHeading>Numbers</PageHeading>
    </MainContent>
  );
}
