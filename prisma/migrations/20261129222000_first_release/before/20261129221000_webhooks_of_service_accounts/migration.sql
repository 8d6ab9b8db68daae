-- Which service account a webhook belongs to, and ends with. Null in what a version before makes.
ALTER TABLE "managed_webhook" ADD COLUMN "service_account_id" TEXT;

UPDATE managed_webhook SET service_account_id = (
  SELECT fact->>'serviceAccountId' FROM audit_record
  WHERE fact->>'type' = 'webhook-added' AND fact->>'webhookId' = managed_webhook.id
  LIMIT 1
);

-- Those of accounts that have ended already, with what waits for them.
WITH removed AS (
  DELETE FROM managed_webhook USING service_account
  WHERE service_account.id = service_account_id AND service_account.ended_at IS NOT NULL
  RETURNING address || '#' || managed_webhook.id AS destination
)
UPDATE outbox_message SET state = 'withdrawn', sealed_content = NULL, ended_at = now()
FROM removed
WHERE channel = 'webhook' AND state IN ('pending', 'dead') AND outbox_message.destination = removed.destination;

-- The webhooks of an account.
CREATE INDEX "managed_webhook_service_account_id_idx" ON "managed_webhook"("service_account_id");
