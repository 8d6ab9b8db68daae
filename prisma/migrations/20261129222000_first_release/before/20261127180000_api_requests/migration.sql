-- Writes of other systems that may be repeated under one key, with what was answered.
CREATE TABLE "api_request" (
  "service_account_id" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "fingerprint" TEXT NOT NULL,
  "leased_until" TIMESTAMPTZ(3) NOT NULL,
  "kept_until" TIMESTAMPTZ(3) NOT NULL,
  "answer" JSONB,
  CONSTRAINT "api_request_pkey" PRIMARY KEY ("service_account_id", "key")
);

CREATE INDEX "api_request_kept_until_idx" ON "api_request"("kept_until");
