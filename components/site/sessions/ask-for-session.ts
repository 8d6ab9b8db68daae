/** Ways in that the site itself judges. */
type Way = 'credentials' | 'invitation' | 'one-time-password' | 'passkey' | 'phone' | 'registration';

/**
 * Asks for a session of this browser, by the requests that NextAuth's script would send. That one leaves the page, and all
 * that was typed, for a page of errors where the site does not answer.
 * @returns `error`: the code of a refusal
 * @throws TypeError when the site does not answer, SyntaxError when something else answers in its place
 */
export async function askForSession(
  way: Way,
  proof: Record<string, string> = {},
): Promise<{ ok: boolean; error: string | null }> {
  const answer = await post(`callback/${way}`, { ...proof, callbackUrl: location.href });
  const { url } = (await answer.json()) as { url: string };
  const error = new URL(url, location.href).searchParams.get('error');
  return { ok: answer.ok && error === null, error };
}

/**
 * @param callbackUrl where the provider's answer leads to in the end
 * @param isFresh whether it is to ask again, although the person may be signed in there
 * @returns the address of the OpenID provider's page
 * @throws as `askForSession`
 */
export async function askForProvider(callbackUrl: string, isFresh: boolean): Promise<string> {
  const answer = await post(`signin/oidc${isFresh ? '?prompt=login' : ''}`, { callbackUrl });
  return ((await answer.json()) as { url: string }).url;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' });
  return await fetch(`/api/auth/${path}`, { method: 'POST', body });
}
