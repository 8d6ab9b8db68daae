import type { FlowFailure } from '@/lib/phone/activation/activation-states';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FAILURE_WORDS } from './failure-words';
import { FailureScreen } from '../failure-screen';
import { t } from '@/lib/shared/language/t';

export function FailedScreen({
  failure,
  onStartOver,
  onClose,
}: {
  failure: FlowFailure;
  onStartOver: () => void;
  onClose: () => void;
}) {
  const { title, text } = FAILURE_WORDS[failure];
  const again = { name: t(phoneAppNames.startOver), onPress: onStartOver };
  return <FailureScreen title={t(title)} lead={t(text)} again={again} onClose={onClose} />;
}
