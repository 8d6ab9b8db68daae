import { coloursOf, styleSheet } from '@/lib/messaging/organisation/style-sheet';
import { UNCHANGING } from '@/lib/server/web/answers/unchanging';

type Context = { params: Promise<{ digest: string }> };

/** The accents of the site's pages: the address says which, so that it never changes and any replica answers. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const colours = coloursOf((await params).digest);
  if (!colours) return new Response(null, { status: 404 });
  return new Response(styleSheet(colours), { headers: { 'content-type': 'text/css; charset=utf-8', ...UNCHANGING } });
}
