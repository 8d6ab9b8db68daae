import { NextResponse, type NextRequest } from 'next/server';
import { securityHeaders } from './lib/web/security-headers';

/** Gives every answer its security headers, and pages the nonce that their scripts need. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(nonce, {
    isHttps: process.env['NEXTAUTH_URL']?.startsWith('https:') ?? false,
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const forwarded = new Headers(request.headers);
  // Next.js takes the nonce for its own scripts from this header of the request, pages that for theirs from the next.
  forwarded.set('content-security-policy', headers['content-security-policy']);
  forwarded.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ['/((?!_next/static|rest/v2).*)'] };
