import { services } from '@/lib/server/composition/compose';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { UNCHANGING } from '@/lib/server/web/answers/unchanging';

type Context = { params: Promise<{ digest: string }> };

/** Another process may have saved it a moment ago, and whoever asks for what is not there asks seldom for it. */
const BETWEEN_READS_MS = SECOND;
let lastRead = -MINUTE;

/** The organisation's logo, written by this site itself; a changed one has another address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { digest } = await params;
  const { live } = (await services()).organisation;
  if (live.current().logo?.digest !== digest && performance.now() - lastRead > BETWEEN_READS_MS) {
    lastRead = performance.now();
    await live.refresh();
  }
  const { logo } = live.current();
  if (logo?.digest !== digest) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(logo.png), { headers: { 'content-type': 'image/png', ...UNCHANGING } });
}
