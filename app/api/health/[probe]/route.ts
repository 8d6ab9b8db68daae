import { isHealthProbe } from '@/lib/shared/health-probes';
import { answerProbe } from '@/lib/server/web/answers/answer-probe';
import { uncachedRefusal } from '@/lib/server/web/answers/uncached';

/** Whether this process lives, has started, or is ready for requests: 200 or 503. */
export async function GET(request: Request, { params }: { params: Promise<{ probe: string }> }): Promise<Response> {
  const { probe } = await params;
  return isHealthProbe(probe) ? answerProbe(probe, request.headers) : uncachedRefusal(404);
}
