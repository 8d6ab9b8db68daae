'use client';

import { useMemo, useState } from 'react';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import type { HardwareChallenge } from '@/lib/devices/hardware/hardware-ports';
import type { FormAction } from '@/lib/shared/form-state';

type Action = FormAction<RefusalCode>;

/** @property serialNumber of the device, where the form does not know it */
type ShownChallenge = HardwareChallenge & { serialNumber?: string };

/**
 * The challenge that an action answers with as its secret, which its form gives way to.
 * @returns `start` in the action's place, and `end`, which begins anew
 */
export function useChallenge(action: Action): {
  challenge: ShownChallenge | null;
  start: Action;
  end: () => void;
} {
  const [challenge, setChallenge] = useState<ShownChallenge | null>(null);
  const start = useMemo<Action>(
    () =>
      typeof window === 'undefined'
        ? action
        : async (previous, formData) => {
            const state = await action(previous, formData);
            if (state.status === 'done' && state.secret !== undefined)
              setChallenge(JSON.parse(state.secret) as ShownChallenge);
            return state;
          },
    [action],
  );
  return { challenge, start, end: () => setChallenge(null) };
}
