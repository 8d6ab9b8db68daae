import { activation } from './activation';
import { common } from './common';
import { devices } from './devices';
import { signIn } from './sign-in';

export const site = { ...common, ...signIn, ...activation, ...devices };
