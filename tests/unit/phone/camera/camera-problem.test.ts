import { expect, test } from 'vitest';
import { problemFrom, type FailedRequest } from '@/components/phone/camera/camera-problem';
import type { CameraProblem } from '@/lib/shared/phone-check';

const failed = (name: string, rest: Partial<FailedRequest> & { message?: string } = {}): FailedRequest => ({
  error: new DOMException(rest.message ?? 'no', name),
  permission: rest.permission ?? null,
  took: rest.took ?? 4_000,
});

const CASES: readonly (readonly [what: string, request: FailedRequest, problem: CameraProblem])[] = [
  ['a refusal by the user', failed('NotAllowedError', { permission: 'prompt' }), 'refused'],
  ['an earlier refusal', failed('NotAllowedError', { permission: 'denied', took: 1 }), 'refused'],
  ['a refusal where the browser tells nothing beforehand', failed('NotAllowedError', { took: 1 }), 'refused'],
  [
    'a refusal by the system',
    failed('NotAllowedError', { message: 'Permission denied by system', permission: 'granted', took: 1 }),
    'refused-by-system',
  ],
  ['a refusal that nobody was asked about', failed('NotAllowedError', { permission: 'prompt', took: 3 }), 'blocked'],
  ['a browser that was set up without cameras', failed('SecurityError'), 'blocked'],
  ['a device without a camera', failed('NotFoundError'), 'missing'],
  ['a device without a camera in WebKitGTK', failed('OverconstrainedError'), 'missing'],
  ['a camera that another app holds', failed('NotReadableError'), 'busy'],
  ['a camera that stops while it is opened', failed('AbortError'), 'busy'],
  [
    'a page that asks for nothing a browser knows',
    { error: new TypeError('x'), permission: null, took: 1 },
    'unsupported',
  ],
  ['what nobody knows', { error: 'x', permission: null, took: 1 }, 'busy'],
];

test.each(CASES)('%s is its own problem', (_what, request, problem) => {
  expect(problemFrom(request)).toBe(problem);
});
