import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; users take some to scan, and more to choose a PIN. */
const STEP_BUCKETS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600];

/** Seconds; a call to a gateway. */
const CALL_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

/**
 * Gauges that prom-client names like counters, which `promtool check metrics` refuses. Each is the sum of another:
 * `nodejs_active_resources`, `nodejs_active_handles` and `nodejs_active_requests`, by type.
 */
const MISNAMED = ['nodejs_active_resources_total', 'nodejs_active_handles_total', 'nodejs_active_requests_total'];

export type Metrics = ReturnType<typeof createMetrics>;

/** All metrics of `/api/metrics`. Labels are closed sets, never a user, a device or an activation. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const registers = [registry];
  return {
    registry,
    activations: new Counter({
      name: 'tessera_activations_total',
      help: 'Activations that ended, by outcome and, where they failed, reason',
      labelNames: ['outcome', 'reason'],
      registers,
    }),
    started: new Counter({
      name: 'tessera_activations_started_total',
      help: 'Activations that were requested',
      registers,
    }),
    stepSeconds: new Histogram({
      name: 'tessera_activation_step_seconds',
      help: 'Time from the image being issued to a step of the phone',
      labelNames: ['step'],
      buckets: STEP_BUCKETS,
      registers,
    }),
    waitingPages: new Gauge({
      name: 'tessera_waiting_pages',
      help: 'Status requests that are held right now',
      registers,
    }),
    waitingPhones: new Gauge({
      name: 'tessera_waiting_phones',
      help: 'Requests of phones for what was sent to them that are held right now',
      registers,
    }),
    waitingPrograms: new Gauge({
      name: 'tessera_waiting_programs',
      help: 'Requests of the API that are held right now',
      registers,
    }),
    gatewayCalls: new Histogram({
      name: 'tessera_gateway_call_seconds',
      help: 'Calls to the gateway, by operation and outcome',
      labelNames: ['operation', 'outcome'],
      buckets: CALL_BUCKETS,
      registers,
    }),
    relayedCalls: new Histogram({
      name: 'tessera_relayed_call_seconds',
      help: 'Calls of phones that the relay passed on to their gateway, by outcome',
      labelNames: ['outcome'],
      buckets: CALL_BUCKETS,
      registers,
    }),
    gatewayCircuitOpen: new Gauge({
      name: 'tessera_gateway_circuit_open',
      help: 'Whether calls to the gateway fail at once, because it did not answer lately: 1 or 0',
      registers,
    }),
    forwardedRecords: new Counter({
      name: 'tessera_audit_forwarded_total',
      help: 'Records of the audit log that another system has taken over',
      registers,
    }),
    forwardingFailures: new Counter({
      name: 'tessera_audit_forwarding_failures_total',
      help: 'Batches of the audit log that were not taken over, by reason; they are sent again',
      labelNames: ['reason'],
      registers,
    }),
    forwardingWaiting: new Gauge({
      name: 'tessera_audit_forwarding_waiting',
      help: 'Records of the audit log that wait for being forwarded; they are kept in the log and none is dropped',
      registers,
    }),
    messages: new Counter({
      name: 'tessera_message_tries_total',
      help: 'Tries to hand a message over, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    auditHeadDue: new Gauge({
      name: 'tessera_audit_head_due_timestamp_seconds',
      help: 'When this process signs the end of the audit log next, in seconds since 1970',
      registers,
    }),
    certificateExpiry: new Gauge({
      name: 'tessera_certificate_expiry_timestamp_seconds',
      help: 'When a certificate that connections of this site rest on expires, in seconds since 1970',
      labelNames: ['of'],
      registers,
    }),
    spans: new Counter({
      name: 'tessera_spans_total',
      help: 'Spans of traces, by whether the collector has taken them',
      labelNames: ['outcome'],
      registers,
    }),
    policyViolations: new Counter({
      name: 'tessera_policy_violations_total',
      help: 'Violations of the content security policy that browsers report, by directive, and whether an extension of the browser did it',
      labelNames: ['directive', 'by'],
      registers,
    }),
    signIns: new Counter({
      name: 'tessera_sign_ins_total',
      help: 'Sign-ins, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
