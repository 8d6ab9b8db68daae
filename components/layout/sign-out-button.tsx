import { NAVIGATION_ITEM } from './navigation-classes';

/** Submits the enclosing form. */
export function SignOutButton() {
  return (
    <button type="submit" className={`${NAVIGATION_ITEM} w-full`}>
      Sign out
    </button>
  );
}
