import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/web/sessions/auth-options';
import { signInRefusal } from '@/lib/web/sessions/sign-in-refusal';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const params = await context.params;
  const refused = await signInRefusal(request, params.nextauth[0]);
  return refused ?? (NextAuth(request, { params }, await authOptions()) as Promise<Response>);
}

export { handle as GET, handle as POST };
