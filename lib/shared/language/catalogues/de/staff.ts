import administration from './administration.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };
import helpdesk from './helpdesk.json' with { type: 'json' };

export const staff = { ...helpdesk, ...administration, ...audit };
