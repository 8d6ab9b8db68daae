import { NO_DEVICE } from './caller-checks';

/**
 * A lost or stolen phone should be locked; otherwise the user still needs the old one. Fills that in for a device that
 * is chosen, and for no other.
 * @returns whether it filled in a lock
 */
export function suggestFate(form: HTMLFormElement): boolean {
  const fate = form.elements.namedItem('oldDevice');
  if (!(fate instanceof HTMLSelectElement)) return false;
  const data = new FormData(form);
  const [reason, device] = [data.get('reason'), data.get('oldInstanceId')];
  const isLock = device !== null && device !== NO_DEVICE && (reason === 'lost' || reason === 'stolen');
  fate.value = isLock ? 'lock' : 'keep';
  return isLock;
}
