-- Codes for a forgotten password that are asked for and not made yet. Of anybody, whether there is such a user or not.
CREATE TABLE "code_request" (
  "id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "holder_hash" TEXT NOT NULL,
  "correlation_id" TEXT NOT NULL,
  "address" TEXT,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "code_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "code_request_due_at_idx" ON "code_request" ("due_at");
