import { buttonClasses } from '@/components/ui/button';

/** A plain link: the router would keep the address, and with it the activation password, in its memory. */
export function OpenOnThisDevice({ link, isProminent }: { link: string; isProminent: boolean }) {
  return (
    <a href={link} className={buttonClasses(isProminent ? 'primary' : 'secondary')}>
      Open on this device
    </a>
  );
}
