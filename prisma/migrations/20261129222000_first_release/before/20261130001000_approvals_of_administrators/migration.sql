-- Staff roles and service accounts that take a second person, in the common table.
INSERT INTO "approval" ("id", "version", "kind", "state", "subject", "subject_key", "user_id", "domain", "requested_by",
  "requested_at", "ends_at", "decided_by", "ended_at")
SELECT "id", "version", 'role',
  CASE "state" WHEN 'awaiting-approval' THEN 'awaiting' WHEN 'given' THEN 'approved' ELSE "state" END,
  jsonb_build_object('role', "role"), "user_id" || ' ' || "role", "user_id", "domain", "requested_by", "requested_at",
  "ends_at", "decided_by", "ended_at"
FROM "role_request";

INSERT INTO "approval" ("id", "version", "kind", "state", "subject", "subject_key", "user_id", "domain", "requested_by",
  "requested_at", "ends_at", "decided_by", "ended_at")
SELECT "id", CASE "state" WHEN 'awaiting-approval' THEN 1 ELSE 2 END, 'service-account',
  CASE "state" WHEN 'awaiting-approval' THEN 'awaiting' ELSE "state" END,
  jsonb_build_object('accountId', "account_id", 'name', "name", 'scopes', to_jsonb("scopes"), 'limits',
    CASE WHEN "expires_at" IS NOT NULL THEN jsonb_build_object('networks', to_jsonb("networks"), 'requestsPerMinute',
      "requests_per_minute", 'expiresAt', to_char("expires_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END),
  CASE WHEN "expires_at" IS NULL THEN 'account ' || "account_id" ELSE 'name ' || "name" END,
  NULL, "domain", "requested_by", "requested_at", "ends_at", "decided_by", "ended_at"
FROM "service_account_request";

DROP TABLE "role_request";
DROP TABLE "service_account_request";
