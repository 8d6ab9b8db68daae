import type { FlowFailure } from '@/lib/phone/activation/activation-states';
import { Button } from '@/components/ui/button';
import { FAILURE_WORDS } from './failure-words';
import { PhoneScreen } from '../phone-screen';

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
  return (
    <PhoneScreen
      title={title}
      lead={text}
      back={onClose}
      actions={
        <>
          <Button variant="primary" onClick={onStartOver}>
            Start over
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

/** Decoration beside words. */
export function FailureMark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" className="size-12">
      <rect x="2" y="2" width="44" height="44" rx="11" className="fill-danger-soft stroke-danger" strokeWidth="2" />
      <path d="M24 13v14M24 34v.5" strokeWidth="4" strokeLinecap="round" className="stroke-danger" />
    </svg>
  );
}
