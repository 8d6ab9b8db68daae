import { z } from 'zod';
import { findShowingPage, PATIENCE_MS } from '@/lib/activation/image/find-showing-page';
import { services } from '@/lib/server/composition/compose';
import { pause } from '@/lib/shared/async/pause';
import { bytesFromBase64Url } from '@/lib/shared/bytes';
import { IMAGE_NONCE_BYTES, IMAGE_PROOF_BYTES, type OpenedLinkAnswer } from '@/lib/shared/codes/opened-link';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { readReport } from '@/lib/server/web/answers/read-json';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { openedCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { findVisitor } from '@/lib/server/web/sessions/signed-in';

const MAXIMUM_BYTES = 512;

const bytes = (length: number) =>
  z
    .base64url()
    .length(Math.ceil((length * 4) / 3))
    .transform(bytesFromBase64Url);

const questionSchema = z.union([
  z.strictObject({ signIn: z.literal(true) }),
  z.strictObject({
    registrationIdentifier: z.string().regex(/^[\w-]{1,64}$/),
    nonce: bytes(IMAGE_NONCE_BYTES),
    proof: bytes(IMAGE_PROOF_BYTES),
  }),
]);

/**
 * Tells the app of a link that was opened in its browser: whether no other website led there, and which page of this one
 * shows its image now. Whoever asks about an image that they do not hold learns nothing, from neither answer nor time.
 */
export async function POST(request: Request): Promise<Response> {
  const read = await readReport(request, questionSchema, MAXIMUM_BYTES);
  if (!read.ok) return read.response;
  const isDirect = (await openedCookie.read()) !== null;
  if (isDirect) await openedCookie.clear();
  if ('signIn' in read.value) return answer({ isDirect, page: null });
  const app = await services();
  const { activation, proofs, openPages, isImageProof, organisation, accounts } = app;
  const { sessions } = accounts;
  const findSignedIn = (id: Parameters<typeof findVisitor>[1]) => findVisitor(app, id);
  const noAnswerBefore = performance.now() + PATIENCE_MS;
  const origin = await requestOrigin();
  const found = await findShowingPage(
    { activation, proofs, sessions, openPages, isImageProof, findSignedIn },
    read.value,
    origin,
  );
  if (!found.ok) return uncachedRefusal(429);
  // Where another website led to the link, its page may show anything around it.
  if (found.value && isDirect)
    return answer({ isDirect, page: { organisation: organisation.live.look().name, ...found.value } });
  await pause(Math.max(0, noAnswerBefore - performance.now()));
  return answer({ isDirect, page: null });
}

function answer(known: OpenedLinkAnswer): Response {
  return uncachedJson(known);
}
