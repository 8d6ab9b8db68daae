import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { answerForProvider, type ProviderStep } from '@/lib/server/web/sessions/provider-answer';
import { OIDC } from '@/lib/server/web/sessions/oidc-provider';
import { authOptions } from '@/lib/server/web/sessions/auth-options';
import { signInRefusal } from '@/lib/server/web/sessions/sign-in-refusal';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const params = await context.params;
  const [action, provider] = params.nextauth;
  const recordRefusal = await signInRefusal(request, action, provider);
  if (recordRefusal) return recordRefusal;
  const answer = async (step: ProviderStep | null) =>
    NextAuth(request, { params }, await authOptions(step)) as Promise<Response>;
  return provider === OIDC ? answerForProvider(request, action === 'callback', answer) : answer(null);
}

export { handle as GET, handle as POST };
