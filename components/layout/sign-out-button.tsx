import { NAVIGATION_ITEM } from './navigation-classes';

/** Sends the form around it. */
export function SignOutButton() {
  return (
    <button type="submit" className={NAVIGATION_ITEM}>
      Sign out
    </button>
  );
}
