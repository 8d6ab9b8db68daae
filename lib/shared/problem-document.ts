/** Where programs call this site. Whatever is no success there is a problem document, also what the front refuses. */
export const API_PATH = '/api/v1/';

/** In bytes: the longest request has a tenth of it. */
export const LONGEST_API_BODY = 16 * 1_024;

export const PROBLEM_TYPE = 'application/problem+json';

/** A problem as programs get it (RFC 9457). */
export type ProblemDocument = {
  /** Where it is explained: an address of this site. */
  type: string;
  /** The same for every problem of the type. */
  title: string;
  status: number;
  /** What to do about this one; for people. */
  detail: string;
  /** For programs: letters and hyphens. */
  code: string;
  /** Ties the answer to the log and to audit records. */
  requestId: string;
};

export function problemDocument(
  { code, status, title }: { code: string; status: number; title: string },
  { detail, requestId, publicUrl }: { detail: string; requestId: string; publicUrl: string },
): ProblemDocument {
  return { type: `${publicUrl}/api/docs#problem-${code}`, title, status, detail, code, requestId };
}
