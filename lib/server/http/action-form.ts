import type { IncomingMessage } from 'node:http';

/** Names of React's fields in a form that calls an action without scripts; the number is the form's. */
const REFERENCE = /^\$ACTION_REF_(\d+)$/;

/** Whether a body is a form that a browser without scripts has sent to a page. */
export function isFormWithoutScripts({ method, headers }: IncomingMessage): boolean {
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
  return method === 'POST' && isForm && headers['next-action'] === undefined;
}

/**
 * Whether the arguments in such a form are absent, or a list, as React writes them. With others, Next.js runs the
 * action and fails afterwards, which would let a client cause failures at will. A body that is no form is refused by
 * Next.js.
 */
export async function hasListedArguments({ headers }: IncomingMessage, body: Buffer): Promise<boolean> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
  const form = await response.formData().catch(() => null);
  const references = [...(form?.keys() ?? [])].map((name) => REFERENCE.exec(name)?.[1]);
  return references.every((number) => number === undefined || isListed(form, `$ACTION_${number}:`));
}

function isListed(form: FormData | null, prefix: string): boolean {
  const action = read(form, `${prefix}0`);
  if (typeof action !== 'object' || action === null || !('bound' in action)) return false;
  if (action.bound === null) return true;
  const place = typeof action.bound === 'string' ? /^\$@([\da-f]+)$/.exec(action.bound)?.[1] : undefined;
  return place !== undefined && Array.isArray(read(form, prefix + String(Number.parseInt(place, 16))));
}

/** @returns undefined for what is no JSON */
function read(form: FormData | null, name: string): unknown {
  const text = form?.get(name);
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
