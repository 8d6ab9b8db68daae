import type { NextRequest } from 'next/server';
import { services } from '@/lib/services';
import { readBody } from '@/lib/web/read-body';

/** One byte more than a service accepts, so that the gateway itself can tell that there was more. */
const READ_LIMIT = 16 * 1_024 + 1;

/** The services that phones call; there are none unless this installation plays the gateway itself. */
export async function POST(request: NextRequest, { params }: RouteContext<'/rest/v2/[...service]'>): Promise<Response> {
  const { embeddedGateway, logger } = await services();
  if (!embeddedGateway) return new Response(null, { status: 404 });
  const { service } = await params;
  try {
    const { status, body } = await embeddedGateway.handle({
      service: service.join('/'),
      authorization: request.headers.get('authorization'),
      body: await readBody(request, READ_LIMIT),
    });
    return Response.json(body, { status, headers: headersFor(status) });
  } catch (error) {
    logger.error({ err: error, service: service.join('/') }, 'a gateway service failed');
    return new Response(null, { status: 503, headers: headersFor(503) });
  }
}

function headersFor(status: number): HeadersInit {
  return { 'cache-control': 'no-store', ...(status === 401 && { 'www-authenticate': 'Basic realm="gateway"' }) };
}
