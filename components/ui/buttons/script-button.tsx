'use client';

import type { ComponentProps } from 'react';
import { useIsHydrated } from '../use-is-hydrated';

/**
 * A button that only a script answers. It is off until the page is hydrated: a press before would be lost, and nobody would know.
 * It looks off where that takes long, so that no page flickers.
 */
export function ScriptButton({ disabled, ...rest }: Omit<ComponentProps<'button'>, 'type'>) {
  const isHydrated = useIsHydrated();
  const isEarly = disabled !== true && !isHydrated;
  return (
    <button {...rest} type="button" disabled={disabled === true || isEarly} {...(isEarly && { 'data-early': '' })} />
  );
}
