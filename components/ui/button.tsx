import type { ComponentProps } from 'react';
import { buttonClasses, type ButtonVariant } from './button-classes';

export function Button({
  variant = 'secondary',
  type = 'button',
  ...rest
}: Omit<ComponentProps<'button'>, 'className' | 'style'> & { variant?: ButtonVariant }) {
  return <button {...rest} type={type} className={buttonClasses(variant)} />;
}
