/** Path of the API. Every failure below it is a problem document, also a refusal by the front. */
export const API_PATH = '/api/v1/';

/** In bytes: ten times the longest request. */
export const LONGEST_API_BODY = 16 * 1_024;

export const PROBLEM_TYPE = 'application/problem+json';

/** A problem as programs get it (RFC 9457). */
export type ProblemDocument = {
  /** The address of its documentation on this site. */
  type: string;
  /** The same for every problem of the type. */
  title: string;
  status: number;
  /** How to correct this one; for people. */
  detail: string;
  /** For programs: letters and hyphens. */
  code: string;
  /** Correlates the answer with the log and the audit records. */
  requestId: string;
};

export function problemDocument(
  { code, status, title }: { code: string; status: number; title: string },
  { detail, requestId, publicUrl }: { detail: string; requestId: string; publicUrl: string },
): ProblemDocument {
  return { type: `${publicUrl}/api/docs#problem-${code}`, title, status, detail, code, requestId };
}
