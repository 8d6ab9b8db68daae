/**
 * Keeps the links for this device that are followed, for `takeFollowedLink`. It is the first script of the page, because they
 * can be followed while the others are still being loaded, and what the address carries is gone again before the app looks:
 * the router writes its own address when it starts.
 */
export const HEAR_LINKS =
  "window.followedLinks=[];addEventListener('hashchange',function(event){followedLinks.push(event.newURL)})";
