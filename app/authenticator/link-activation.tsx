'use client';

import { startTransition, useEffect, useState } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/text-field';
import { parseActivationPayload, type ActivationPayload } from '@/lib/shared/activation-payload';
import { checkLetter } from '@/lib/shared/check-letter';

/** What the link's fragment says, for typing it into the authenticator app on this device. */
export function LinkActivation() {
  const [payload, setPayload] = useState<ActivationPayload | null>(null);
  useEffect(() => {
    const taken = takePayload();
    if (taken) startTransition(() => setPayload(taken));
    const forget = () => setPayload(null);
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, []);

  if (!payload) {
    return (
      <>
        <PageHeading lead="Ask for an activation image first. Its page has a link for the device that you hold.">
          Activate on this device
        </PageHeading>
        <LinkButton href="/activations/new">Activate a device</LinkButton>
      </>
    );
  }
  const { registrationIdentifier, activationPassword } = payload;
  return (
    <>
      <PageHeading
        lead={`For ${payload.userId} in ${payload.domain}. Open the authenticator app and enter both lines.`}
      >
        Activate on this device
      </PageHeading>
      <div className="grid gap-5">
        <TextField label="Registration identifier" value={registrationIdentifier} readOnly />
        <TextField
          label="Activation password"
          value={activationPassword}
          readOnly
          hint={`Check letter ${checkLetter(registrationIdentifier, activationPassword)}`}
        />
      </div>
    </>
  );
}

/** Reads the fragment and takes it out of the address, so that it stays neither on screen nor in the history. */
function takePayload(): ActivationPayload | null {
  const fragment = window.location.hash.slice(1);
  if (fragment === '') return null;
  window.history.replaceState(null, '', window.location.pathname);
  try {
    const parsed = parseActivationPayload(decodeURIComponent(fragment));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}
