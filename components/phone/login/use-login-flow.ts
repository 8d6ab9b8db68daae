import { useEffect, useReducer, useRef, type ActionDispatch } from 'react';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest, openPushedLogin } from '@/lib/phone/login/fetch-login-request';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import {
  reduceLogin,
  type LoginAnswer,
  type LoginEvent,
  type LoginFlow,
  type LoginSource,
} from '@/lib/phone/login/login-flow';
import type { LoginDevice, LoginRequest } from '@/lib/phone/login/login-steps';
import { untilAnswered } from '@/lib/phone/until-answered';
import { SECOND } from '@/lib/shared/time/duration';
import { accept } from '@/lib/shared/result';
import type { Phone } from '../phone';

/** Drives a login: the states are `reduceLogin`'s, the gateway is asked here when a state asks for it. */
export function useLoginFlow(phone: Phone, start: () => LoginFlow): [LoginFlow, ActionDispatch<[LoginEvent]>] {
  const [flow, dispatch] = useReducer(reduceLogin, null, start);
  const asked = useRef<LoginFlow | null>(null);

  useEffect(() => {
    // Once for each state, also where React runs effects twice.
    if (asked.current === flow) return;
    asked.current = flow;
    if (flow.state === 'fetching') void report(dispatch, () => fetchRequest(phone, flow.source, flow.device));
    if (flow.state === 'answering') void report(dispatch, () => sendAnswer(phone, flow.login, flow.answer));
  }, [phone, flow]);

  return [flow, dispatch];
}

async function fetchRequest({ random }: Phone, source: LoginSource, device: LoginDevice): Promise<LoginEvent> {
  const challenge = source.way === 'push' ? await openPushedLogin(source, device) : accept(source);
  if (!challenge.ok) return { type: 'refused', failure: challenge.refusal };
  const fetched = await untilAnswered(() => fetchLoginRequest(challenge.value, device, random));
  if (!fetched.ok) return { type: 'refused', failure: fetched.refusal };
  const login = fetched.value;
  return { type: 'fetched', login, answerUntil: Date.now() + login.request.secondsLeft * SECOND };
}

async function sendAnswer({ random }: Phone, login: LoginRequest, answer: LoginAnswer): Promise<LoginEvent> {
  let isRepeated = false;
  const sent = await untilAnswered((mayHaveWorked) => {
    isRepeated = mayHaveWorked;
    return typeof answer === 'string' ? declineLogin(login, answer, random) : answerLogin(login, answer.number);
  });
  if (sent.ok) return { type: 'answer-taken' };
  return { type: 'refused', failure: sent.refusal, isRepeated };
}

async function report(dispatch: (event: LoginEvent) => void, ask: () => Promise<LoginEvent>): Promise<void> {
  try {
    dispatch(await ask());
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
    dispatch({ type: 'gateway-failed', failure: error.code });
  }
}
