import 'server-only';

/** Reads the beginning of a request's body, whatever length the request announces. @param limit in bytes */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const body = new Uint8Array(limit);
  if (!request.body) return body.subarray(0, 0);
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return body.subarray(0, length);
    const part = value.subarray(0, limit - length);
    body.set(part, length);
    length += part.length;
    if (length === limit) {
      await reader.cancel();
      return body;
    }
  }
}
