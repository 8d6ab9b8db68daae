'use client';

import { useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';

/** Idempotency key: a form that is sent twice starts one activation. Each answer brings a new key. */
export function StartKey() {
  const { pending } = useFormStatus();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (pending || !input.current) return;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    input.current.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, [pending]);
  // Without a default value, to which React would set a hidden field back whenever this renders.
  return <input ref={input} type="hidden" name="startKey" />;
}
