import { useEffect, useReducer, useRef, type ActionDispatch } from 'react';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { reduceLogin, type LoginEvent, type LoginFlow } from '@/lib/phone/login/login-flow';
import type { LoginDevice, LoginRequest, LoginAnswer, LoginSource } from '@/lib/phone/login/login-steps';
import { SECOND } from '@/lib/shared/time/duration';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

/** Loaded with the first login, because the scan screen does not need it. */
const loadDriver = () => loadScript(() => import('@/lib/phone/login/drive-login'));

/** Runs a login: `reduceLogin` moves its states, and this calls the gateway when a state asks for it. */
export function useLoginFlow(phone: Phone, start: () => LoginFlow): [LoginFlow, ActionDispatch<[LoginEvent]>] {
  const [flow, dispatch] = useReducer(reduceLogin, null, start);
  const previousFlow = useRef<LoginFlow | null>(null);

  useEffect(() => {
    // React's strict mode runs effects twice; each state is to run once.
    if (previousFlow.current === flow) return;
    previousFlow.current = flow;
    if (flow.state === 'fetching') inBackground(report(dispatch, () => fetchRequest(phone, flow.source, flow.device)));
    if (flow.state === 'answering') inBackground(report(dispatch, () => answer(phone, flow.login, flow.answer)));
  }, [phone, flow]);

  return [flow, dispatch];
}

async function fetchRequest({ random }: Phone, source: LoginSource, device: LoginDevice): Promise<LoginEvent> {
  const { readLogin } = await loadDriver();
  const login = await readLogin(source, device, random);
  if (!login.ok) return { type: 'refused', failure: login.refusal };
  return { type: 'fetched', login: login.value, answerUntil: Date.now() + login.value.request.secondsLeft * SECOND };
}

async function answer({ random }: Phone, login: LoginRequest, loginAnswer: LoginAnswer): Promise<LoginEvent> {
  const { sendAnswer } = await loadDriver();
  const { sent, isRepeated } = await sendAnswer(login, loginAnswer, random);
  return sent.ok ? { type: 'answer-taken' } : { type: 'refused', failure: sent.refusal, isRepeated };
}

async function report(dispatch: (event: LoginEvent) => void, ask: () => Promise<LoginEvent>): Promise<void> {
  try {
    dispatch(await ask());
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
    dispatch({ type: 'gateway-failed', failure: error.code });
  }
}
