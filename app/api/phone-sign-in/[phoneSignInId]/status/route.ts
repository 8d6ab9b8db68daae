import type { NextRequest } from 'next/server';
import { followPhoneSignIn } from '@/lib/access/follow-phone-sign-in';
import { describePhoneSignIn } from '@/lib/access/phone-sign-in-status';
import { services } from '@/lib/services';
import { holdRequest } from '@/lib/web/hold-request';
import { phoneSignInCookie } from '@/lib/web/phone-sign-in-cookie';
import { uncachedJson, uncachedRefusal } from '@/lib/web/uncached';

type Context = { params: Promise<{ phoneSignInId: string }> };

/** How far a phone sign-in is, for the browser that asked for it; for any other one it does not exist. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { phoneSignIn, changeFeed } = await services();
  const secret = await phoneSignInCookie.read();
  if (!phoneSignIn || secret === null) return uncachedRefusal(404);
  const after = Number(request.nextUrl.searchParams.get('after') ?? Number.NaN);
  if (!Number.isSafeInteger(after)) return uncachedRefusal(400);

  const question = { secret, id: (await params).phoneSignInId, after };
  const { answer, retryAfterMs } = await holdRequest(request, (until) =>
    followPhoneSignIn(phoneSignIn, changeFeed, question, until),
  );
  if (!answer) return uncachedRefusal(404);
  const { id, challenge } = answer;
  return uncachedJson({ ...describePhoneSignIn(id, challenge, phoneSignIn.clock.now()), retryAfterMs });
}
