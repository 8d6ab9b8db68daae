import type { Result } from '../../../../shared/result';
import type { GatewayContext } from '../gateway-context';
import type { ServiceRefusal } from './service-refusal';

export type Fields = Readonly<Record<string, unknown>>;

export type Service = {
  /** Which API keys may call it (OneSpan §3.2). */
  allowed: 'front-end' | 'either';
  /** A null result leaves `result` out of the answer. */
  run(context: GatewayContext, fields: Fields): Promise<Result<object | null, ServiceRefusal>>;
};
