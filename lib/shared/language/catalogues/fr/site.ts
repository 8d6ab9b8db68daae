import activation from './activation.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import devices from './devices.json' with { type: 'json' };
import signIn from './sign-in.json' with { type: 'json' };

export const site = { ...common, ...signIn, ...activation, ...devices };
