'use client';

import { useId } from 'react';
import type { LoginAnswer } from '@/lib/authenticator-app/login-flow';
import type { LoginRequest } from '@/lib/authenticator-app/login-steps';
import { TimeLeft } from '@/components/activation/time-left';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LOGIN_REQUEST_WORDS } from './login-request-words';
import { ownerWords } from './owner-words';
import { PhoneScreen } from './phone-screen';
import { useCountdown } from './use-countdown';

/**
 * Who asks, for what, and the numbers to choose from. Numbers do not help against somebody who tells the person which one to
 * choose, so the screen says where the right one is to come from.
 */
export function LoginRequestScreen({
  request,
  answerUntil,
  onAnswer,
  onTimeOver,
}: {
  request: LoginRequest['request'];
  /** Milliseconds since 1970. */
  answerUntil: number;
  onAnswer: (answer: LoginAnswer) => void;
  onTimeOver: () => void;
}) {
  const question = useId();
  const secondsLeft = useCountdown(answerUntil, onTimeOver);
  const { purpose, origin, browser, address, numbers } = request;
  const words = LOGIN_REQUEST_WORDS[purpose];
  return (
    <PhoneScreen
      title={words.title}
      lead={words.lead}
      leave={{ name: 'Cancel', onPress: () => onAnswer('cancelled') }}
      actions={<Button onClick={() => onAnswer('not-me')}>That wasn’t me</Button>}
    >
      <Card>
        <DescriptionList
          items={[
            { term: 'Website', description: <strong>{origin}</strong> },
            { term: words.asker, description: browser },
            ...(purpose === 'sign-in' ? [{ term: 'Network address', description: address || 'Not known' }] : []),
            { term: 'User', description: ownerWords(request) },
          ]}
        />
      </Card>
      <div role="group" aria-labelledby={question} className="grid gap-3">
        <h2 id={question} className="text-lg font-semibold">
          {words.question}
        </h2>
        <div className="grid grid-cols-3 gap-3">
          {numbers.map((number) => (
            <Button key={number} onClick={() => onAnswer({ number })}>
              <span className="py-1.5 text-2xl tabular-nums">{number}</span>
            </Button>
          ))}
        </div>
        <p className="text-ink-soft">{words.warning}</p>
      </div>
      <TimeLeft seconds={secondsLeft} />
    </PhoneScreen>
  );
}
