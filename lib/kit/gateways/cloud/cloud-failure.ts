import { randomUUID } from 'node:crypto';
import { jsonReply, type Reply } from '../../faults/reply';

/** A failure's body (OneSpan §5): `message`, `error`, `validationErrors[].message`, `retCode`. */
export function cloudFailure(
  status: number,
  message: string,
  { retCode, validationErrors }: { retCode?: number; validationErrors?: string[] } = {},
): Reply {
  return cloudReply(status, {
    message,
    error: ERRORS[status] ?? 'Error',
    ...(validationErrors && { validationErrors: validationErrors.map((one) => ({ message: one })) }),
    ...(retCode !== undefined && { retCode }),
  });
}

export function cloudReply(status: number, body: object): Reply {
  return jsonReply(status, body, { 'log-correlation-id': randomUUID() });
}

/** `409 License activation limit reached` (OneSpan §5.4). */
export function licenceLimitReached(): Reply {
  return cloudFailure(409, 'License activation limit reached');
}

export const ERROR_CLASSES = {
  system: -1_099,
  user: -1_199,
  provisioning: -1_299,
  authenticator: -1_399,
  session: -1_499,
  risk: -1_599,
  authentication: -1_699,
  transaction: -1_799,
} as const;

/** A failure of one of the documented classes (OneSpan §5.4), each of which has a hundred codes from here upwards. */
export function failureOfClass(name: keyof typeof ERROR_CLASSES, message = `A ${name} error`): Reply {
  return cloudFailure(400, message, { retCode: ERROR_CLASSES[name] });
}

const ERRORS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
};
