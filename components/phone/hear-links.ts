/**
 * Inline script that collects followed links for `takeFollowedLink`. It runs first in the page, because a link can be followed
 * while the other scripts load, and the router overwrites the address when it starts.
 */
export const HEAR_LINKS =
  "window.followedLinks=[];addEventListener('hashchange',function(event){followedLinks.push(event.newURL)})";
