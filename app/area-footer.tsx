import { SiteFooter } from '@/components/site/layout/site-footer';
import { services } from '@/lib/server/composition/compose';

/** Footer of pages that people without a role see: what never to share, and who helps. */
export async function AreaFooter() {
  const { organisation } = await services();
  return <SiteFooter contact={organisation.live.look().contact} />;
}
