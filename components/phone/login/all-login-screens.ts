/* What one import loads. */

export { LoginScreens } from './login-screens';
export { PushedLoginScreens } from './pushed-login-screens';
