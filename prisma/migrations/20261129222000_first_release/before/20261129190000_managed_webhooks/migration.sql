-- Webhooks that systems manage by the API. Those of the settings are not here.
CREATE TABLE "managed_webhook" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "domain" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "events" TEXT[] NOT NULL,
  "is_enabled" BOOLEAN NOT NULL,
  "sealed_secret" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "managed_webhook_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "managed_webhook_domain_address_key" ON "managed_webhook"("domain", "address");
