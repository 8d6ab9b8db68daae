import type { ComponentProps } from 'react';
import { ScriptButton } from './script-button';

/** Of a button that is off. Where it waits for its script it looks off only after half a second. */
export const OFF_LOOK = 'disabled:cursor-not-allowed not-data-early:disabled:opacity-60 data-early:animate-wait';

// 44 px high by its line and padding, where a minimum would hold the rows of grids in WebKit.
const BASE = `inline-flex items-center justify-center gap-2 rounded-control border py-2.25 text-center leading-6 font-semibold transition-colors duration-150 ${OFF_LOOK} aria-disabled:cursor-not-allowed aria-disabled:opacity-60`;

const VARIANTS = {
  primary: 'phone:w-full px-5 border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'phone:w-full px-5 border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft',
  quiet: 'px-3 border-transparent bg-transparent text-accent underline-offset-4 hover:underline',
  danger: 'phone:w-full px-5 border-transparent bg-danger text-on-danger hover:bg-danger-hover',
};

/** `primary` once a screen; `danger` for what cannot be undone; `quiet` for rarely used actions. */
export type ButtonVariant = keyof typeof VARIANTS;

export function Button({
  variant = 'secondary',
  type = 'button',
  ...rest
}: Omit<ComponentProps<'button'>, 'className' | 'style'> & { variant?: ButtonVariant }) {
  const className = buttonClasses(variant);
  // By the name, not the value: a handler that comes and goes would take the button's place, and its focus, with it.
  if (type === 'button' && 'onClick' in rest) return <ScriptButton {...rest} className={className} />;
  return <button {...rest} type={type} className={className} />;
}

/** Shared by buttons and links that look like buttons. */
export function buttonClasses(variant: ButtonVariant): string {
  return `${BASE} ${VARIANTS[variant]}`;
}
