/* What one import loads. */

export { LinkedLoginScreens } from './linked-login-screens';
export { LoginScreens } from './login-screens';
export { PushedLoginScreens } from './pushed-login-screens';
