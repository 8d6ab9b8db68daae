import type { LoginRequest, LoginAnswer } from '@/lib/phone/login/login-steps';
import { SuccessMark } from '@/components/activation/success-mark';
import { Button } from '@/components/ui/button';
import { PhoneScreen } from '../phone-screen';

export function LoginAnsweredScreen({
  answer,
  request,
  onDone,
}: {
  answer: LoginAnswer;
  request: LoginRequest['request'];
  onDone: () => void;
}) {
  const { title, lead } = wordsFor(answer, request);
  return (
    <PhoneScreen
      title={title}
      lead={lead}
      back={onDone}
      actions={
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      {typeof answer === 'object' && <SuccessMark />}
    </PhoneScreen>
  );
}

function wordsFor(answer: LoginAnswer, request: LoginRequest['request']): { title: string; lead: string } {
  return request.purpose === 'sign-in' ? signInWords(answer, request) : callerCheckWords(answer);
}

function callerCheckWords(answer: LoginAnswer): { title: string; lead: string } {
  switch (answer) {
    case 'cancelled':
      return { title: 'Not confirmed', lead: 'The helpdesk sees that you did not confirm it.' };
    case 'not-me':
      return {
        title: 'Thank you for reporting it',
        lead: 'The helpdesk sees that it is not you who calls, and it has been recorded.',
      };
    default:
      return {
        title: 'Confirmed',
        lead: 'The helpdesk sees that it is you. Go on with your call. Nobody was signed in.',
      };
  }
}

function signInWords(
  answer: LoginAnswer,
  { origin, userId }: LoginRequest['request'],
): { title: string; lead: string } {
  switch (answer) {
    case 'cancelled':
      return { title: 'Sign-in cancelled', lead: 'Nobody was signed in.' };
    case 'not-me':
      return {
        title: 'Thank you for reporting it',
        lead: 'Nobody was signed in, and the website has recorded that it was not you. If somebody asked you for a number, tell your helpdesk.',
      };
    default:
      return { title: 'Signed in', lead: `You can go on as ${userId} on the page at ${origin}.` };
  }
}
