import { expect, test } from 'vitest';
import { readTypedCredentials } from '@/lib/phone/scanning/read-typed-credentials';
import { checkLetter } from '@/lib/shared/codes/check-letter';

const typed = {
  userId: 'jane.doe',
  registrationIdentifier: 'Xk29aLm4',
  activationPassword: 'Rt7Qp2Zd',
  checkLetter: checkLetter('Xk29aLm4', 'Rt7Qp2Zd'),
};

test('typed credentials give the payload of an image', () => {
  expect(readTypedCredentials(typed)).toEqual({ ok: true, value: '01;01;jane.doe;;Xk29aLm4;Rt7Qp2Zd' });
});

test('typed credentials may have gaps, and the letter either case', () => {
  const spaced = {
    ...typed,
    registrationIdentifier: ' Xk29 aLm4 ',
    activationPassword: 'Rt7Q p2Zd',
    checkLetter: typed.checkLetter.toLowerCase(),
  };
  expect(readTypedCredentials(spaced).ok).toBe(true);
});

test.each([
  [{ activationPassword: 'Rt7Qp2zd' }, 'check-letter-differs'],
  [{ registrationIdentifier: 'Xk29aLn4' }, 'check-letter-differs'],
  [{ userId: ' ' }, 'not-filled-in'],
  [{ checkLetter: '' }, 'not-filled-in'],
  [{ userId: 'jane;doe' }, 'value-not-representable'],
])('%j is refused as %s', (changed, refusal) => {
  expect(readTypedCredentials({ ...typed, ...changed })).toEqual({ ok: false, refusal });
});
