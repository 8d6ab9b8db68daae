/**
 * Inline script that collects followed links for `takeFollowedLink`, and the browser's offer to install the app for
 * `InstallHelp`. It runs first in the page, because both can come while the other scripts load, and the router overwrites the
 * address when it starts.
 */
export const HEAR_LINKS =
  "window.followedLinks=[];addEventListener('hashchange',function(event){followedLinks.push(event.newURL)});" +
  "addEventListener('beforeinstallprompt',function(event){event.preventDefault();window.installPrompt=event})";
