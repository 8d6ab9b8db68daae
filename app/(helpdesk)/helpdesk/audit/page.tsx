import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { requirePagePermission } from '@/lib/web/signed-in';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditPage() {
  await requirePagePermission('audit:read', '/helpdesk/audit');
  return (
    <MainContent>
      <PageHeading>Audit log</PageHeading>
    </MainContent>
  );
}
